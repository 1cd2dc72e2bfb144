package org.zerofactory.rules.expression;

/**
 * What an expression must give.
 *
 * @param unit as in a vocabulary; empty if any unit will do
 */
public record Wanted(ValueType type, String unit) {

  public static Wanted of(ValueType type) {
    return new Wanted(type, "");
  }

  @Override
  public String toString() {
    return "a " + type.word() + (unit.isEmpty() ? "" : " in " + unit);
  }
}
