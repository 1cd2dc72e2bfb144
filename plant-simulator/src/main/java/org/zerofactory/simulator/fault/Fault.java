package org.zerofactory.simulator.fault;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One fault on demand, written {@code kind:device[/quantity]:from/to[:parameter]} with ISO 8601
 * times, for example {@code
 * stuck:smt-1/energy-import:2026-01-05T10:00+08:00/2026-01-05T12:00+08:00}.
 *
 * @param target {@code device} or {@code device/quantity}
 * @param from begin, epoch seconds of plant time; {@code to} is the end, exclusive
 */
public record Fault(
    FaultKind kind, String target, long from, long to, double parameter, String text) {

  private static final String TIME =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<kind>[a-z]+):(?<target>[A-Za-z0-9_-]+(?:/[a-z-]+)?):(?<from>"
              + TIME
              + ")/(?<to>"
              + TIME
              + ")(?::(?<parameter>[-+.0-9eE]+))?");
  private static final int MAXIMUM_LENGTH = 500;

  /**
   * Reads a fault's text.
   *
   * @throws BadFaultException naming the part that is wrong and what was expected
   */
  public static Fault parse(String text) {
    Matcher parts = FORM.matcher(text.length() > MAXIMUM_LENGTH ? "" : text.strip());
    if (!parts.matches()) {
      throw new BadFaultException(
          text,
          "expected kind:device[/quantity]:from/to[:parameter] with times like "
              + "2026-01-05T10:00:00+08:00");
    }
    FaultKind kind =
        FaultKind.of(parts.group("kind"))
            .orElseThrow(
                () ->
                    new BadFaultException(
                        text,
                        "kind '"
                            + parts.group("kind")
                            + "': expected one of "
                            + FaultKind.words()));
    long from = second(text, parts.group("from"));
    long to = second(text, parts.group("to"));
    if (to <= from) {
      throw new BadFaultException(text, "the end must be later than the begin");
    }
    double parameter = parameter(text, kind, parts.group("parameter"));
    return new Fault(kind, parts.group("target"), from, to, parameter, text.strip());
  }

  boolean holdsAt(long epochSecond) {
    return epochSecond >= from && epochSecond < to;
  }

  private static long second(String text, String time) {
    try {
      return OffsetDateTime.parse(time).toEpochSecond();
    } catch (DateTimeException exception) {
      throw new BadFaultException(text, "time '" + time + "' does not exist");
    }
  }

  private static double parameter(String text, FaultKind kind, @Nullable String given) {
    if (given == null) {
      return kind.usualParameter();
    }
    if (Double.isNaN(kind.usualParameter())) {
      throw new BadFaultException(text, "kind '" + kind.word() + "' takes no parameter");
    }
    double value;
    try {
      value = Double.parseDouble(given);
    } catch (NumberFormatException exception) {
      throw new BadFaultException(text, "parameter '" + given + "': expected a number");
    }
    String expected =
        switch (kind) {
          case ROLLOVER -> value >= 1 && value <= 1e15 ? "" : "a span of 1 to 1e15";
          case DRIFT -> Math.abs(value) <= 600 ? "" : "-600 to 600 seconds per hour";
          case LEAK -> value >= 0 && value <= 10_000 ? "" : "0 to 10000 m3/h";
          case STRINGS -> value >= 0 && value <= 1 ? "" : "a share of 0 to 1";
          default -> "";
        };
    if (!expected.isEmpty()) {
      throw new BadFaultException(text, "parameter '" + given + "': expected " + expected);
    }
    return value;
  }
}
