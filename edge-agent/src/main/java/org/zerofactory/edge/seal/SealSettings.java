package org.zerofactory.edge.seal;

import java.time.Duration;

/**
 * How long sealing waits.
 *
 * @param settle time after an interval's end within which a point's next value is awaited
 * @param patience how long a source that lags behind is awaited before its points are MISSING
 * @param registerTolerance longest step between two register values that is no gap
 * @param powerTolerance longest time for which a power value holds
 */
public record SealSettings(
    Duration settle, Duration patience, Duration registerTolerance, Duration powerTolerance) {

  public static final SealSettings DEFAULT =
      new SealSettings(
          Duration.ofSeconds(60),
          Duration.ofMinutes(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60));

  /**
   * @throws IllegalArgumentException if a tolerance is not positive or a wait is negative
   */
  public SealSettings {
    if (settle.isNegative() || patience.isNegative()) {
      throw new IllegalArgumentException(
          "settle and patience must be 0 or more, but were " + settle + " and " + patience);
    }
    if (registerTolerance.compareTo(Duration.ZERO) <= 0
        || powerTolerance.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException(
          "tolerances must be positive, but were " + registerTolerance + " and " + powerTolerance);
    }
  }
}
