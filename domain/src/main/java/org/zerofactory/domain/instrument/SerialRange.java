package org.zerofactory.domain.instrument;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serial numbers of one registry, from the first to the last.
 *
 * @param prefix what all of them begin with
 * @param first number of the first, without the prefix
 * @param last number of the last, not below the first
 * @param digits that a number is padded to with zeros when written
 */
public record SerialRange(String registry, String prefix, long first, long last, int digits) {

  /** The counted part is what ends a serial; more digits than a long holds belong to the prefix. */
  private static final Pattern SERIAL = Pattern.compile("(.*?)([0-9]{1,18})");

  private static final int LONGEST = 64;

  /**
   * @throws IllegalArgumentException if the last is below the first
   */
  public SerialRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "expected serials that do not fall, but were " + first + " to " + last);
    }
  }

  /**
   * Reads the first and the last serial.
   *
   * @throws IllegalArgumentException if one does not end in digits, is longer than 64 characters,
   *     or they differ before their number
   */
  public static SerialRange of(String registry, String first, String last) {
    Matcher begin = serial(first);
    Matcher end = serial(last);
    if (!begin.group(1).equals(end.group(1))) {
      throw new IllegalArgumentException(
          "expected serials that differ in their last digits only, but were "
              + first
              + " and "
              + last);
    }
    return new SerialRange(
        registry,
        begin.group(1),
        Long.parseLong(begin.group(2)),
        Long.parseLong(end.group(2)),
        begin.group(2).length());
  }

  private static Matcher serial(String text) {
    Matcher matcher = SERIAL.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a serial of at most "
              + LONGEST
              + " characters that ends in digits, but was "
              + text);
    }
    return matcher;
  }

  /** How many certificates it is. */
  public long count() {
    return Math.addExact(Math.subtractExact(last, first), 1);
  }

  /** Whether a serial is in both; a number is the same however many zeros stand before it. */
  public boolean overlaps(SerialRange other) {
    return registry.equals(other.registry)
        && prefix.equals(other.prefix)
        && first <= other.last
        && other.first <= last;
  }

  /**
   * A part of it.
   *
   * @param skipped certificates before the part
   * @throws IllegalArgumentException if the part goes beyond the last
   */
  public SerialRange part(long skipped, long count) {
    if (skipped < 0 || count < 1 || skipped + count > count()) {
      throw new IllegalArgumentException(
          "expected a part of " + this + ", but was " + count + " after " + skipped);
    }
    return new SerialRange(registry, prefix, first + skipped, first + skipped + count - 1, digits);
  }

  public String firstText() {
    return text(first);
  }

  public String lastText() {
    return text(last);
  }

  private String text(long number) {
    String digitsOf = Long.toString(number);
    return prefix + "0".repeat(Math.max(0, digits - digitsOf.length())) + digitsOf;
  }

  @Override
  public String toString() {
    return registry + " " + firstText() + " to " + lastText();
  }
}
