package org.zerofactory.domain.account;

import org.zerofactory.domain.metering.Flag;

/**
 * How many quarter hours of a period are known, and how well, by the worst meter of the balance.
 *
 * @param expected quarter hours of the whole period
 * @param measured all meters of the balance were read
 * @param estimated at least one was estimated, integrated or reset, none is missing
 * @param missing at least one is missing, or nothing was sealed up to the newest reading
 */
public record Completeness(long expected, long measured, long estimated, long missing) {

  public static final Completeness NONE = new Completeness(0, 0, 0, 0);

  public Completeness plus(Completeness other) {
    return new Completeness(
        expected + other.expected,
        measured + other.measured,
        estimated + other.estimated,
        missing + other.missing);
  }

  /** With one more quarter hour of the flag, which the expected ones already include. */
  Completeness with(Flag flag) {
    return switch (flag) {
      case MEASURED -> new Completeness(expected, measured + 1, estimated, missing);
      case ESTIMATED, INTEGRATED, RESET ->
          new Completeness(expected, measured, estimated + 1, missing);
      case MISSING -> new Completeness(expected, measured, estimated, missing + 1);
    };
  }
}
