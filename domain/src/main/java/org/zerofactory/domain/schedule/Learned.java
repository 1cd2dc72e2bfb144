package org.zerofactory.domain.schedule;

import java.util.Arrays;
import java.util.Collection;

/**
 * A value learned from measurements, with its spread.
 *
 * @param value the median
 * @param low the 10th percentile
 * @param high the 90th percentile
 * @param samples how many values it rests on
 */
public record Learned(double value, double low, double high, int samples) {

  /**
   * @param samples at least one
   */
  static Learned of(Collection<Double> samples) {
    double[] sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Learned(
        quantile(sorted, 0.5), quantile(sorted, 0.1), quantile(sorted, 0.9), sorted.length);
  }

  /** Linear between the two samples beside it: Hyndman and Fan (1996), definition 7. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Width of the spread as a share of the value; infinite for a value of 0. */
  double relativeSpread() {
    return value == 0 ? Double.POSITIVE_INFINITY : (high - low) / value;
  }

  static double median(double... samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return quantile(sorted, 0.5);
  }
}
