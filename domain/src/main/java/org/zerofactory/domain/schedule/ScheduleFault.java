package org.zerofactory.domain.schedule;

/**
 * Something wrong in orders, in the plant model or in a plan's inputs.
 *
 * @param kind what it is in: {@code order}, {@code equipment}, {@code crew}, {@code calendar},
 *     {@code buffer}, {@code setup}, {@code definition}, {@code flow-line}, {@code battery}, {@code
 *     flexible-load}, {@code profile} or {@code energy}
 * @param id which of them
 * @param field the field, such as {@code segments.reflow.modes[2].minutesPerUnit}
 * @param value what was found; empty if nothing
 * @param expected what was expected instead
 */
public record ScheduleFault(String kind, String id, String field, String value, String expected) {

  private static final int LONGEST_VALUE = 80;

  public ScheduleFault {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
  }

  @Override
  public String toString() {
    return "%s %s, %s: expected %s, found \"%s\"".formatted(kind, id, field, expected, value);
  }
}
