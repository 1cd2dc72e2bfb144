package org.zerofactory.domain.forecast;

/**
 * Mean power of one quarter hour in kW that is not reached with 10, 50 and 90% probability. Power
 * steers, it is not accounted: hence {@code double}.
 *
 * @param p10 kW, at most {@code p50}
 * @param p50 kW, the median
 * @param p90 kW, at least {@code p50}
 */
public record Quantiles(double p10, double p50, double p90) {

  /**
   * @throws IllegalArgumentException if a value is not finite or the three are not in order
   */
  public Quantiles {
    if (!Double.isFinite(p10) || !Double.isFinite(p50) || !Double.isFinite(p90)) {
      throw new IllegalArgumentException(
          "quantiles: expected finite kW, got %s, %s, %s".formatted(p10, p50, p90));
    }
    if (p10 > p50 || p50 > p90) {
      throw new IllegalArgumentException(
          "quantiles: expected P10 <= P50 <= P90, got %s, %s, %s kW".formatted(p10, p50, p90));
    }
  }

  /** A value that is certain. */
  public static Quantiles certain(double kilowatts) {
    return new Quantiles(kilowatts, kilowatts, kilowatts);
  }
}
