package org.zerofactory.domain.savings;

import java.util.function.DoubleUnaryOperator;

/** Student's t distribution. Source: Abramowitz and Stegun (1964), 26.7. */
public final class StudentT {

  /** Halvings of the search: enough for every bit of a double. */
  private static final int HALVINGS = 1_100;

  private StudentT() {}

  /**
   * Probability of a t at least as far from 0, on both sides.
   *
   * @param t any; infinity gives 0
   * @param degreesOfFreedom above 0
   */
  public static double twoSided(double t, double degreesOfFreedom) {
    requireFreedom(degreesOfFreedom);
    double square = t * t;
    return Double.isInfinite(square)
        ? 0
        : IncompleteBeta.of(
            degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5);
  }

  /**
   * The t that is not exceeded on either side with a confidence, such as 1.812461 for 0.90 and 10.
   *
   * @param confidence above 0 and below 1
   * @param degreesOfFreedom above 0
   * @throws IllegalArgumentException for other arguments
   */
  public static double forConfidence(double confidence, double degreesOfFreedom) {
    requireFreedom(degreesOfFreedom);
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "a confidence lies between 0 and 1, but was " + confidence);
    }
    return quantile(t -> 1 - twoSided(t, degreesOfFreedom), confidence);
  }

  /** Where a function that rises from 0 reaches a level, by halving. */
  static double quantile(DoubleUnaryOperator rising, double level) {
    double low = 0;
    double high = 1;
    while (rising.applyAsDouble(high) < level && high < Double.MAX_VALUE / 2) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (rising.applyAsDouble(middle) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static void requireFreedom(double degreesOfFreedom) {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "expected more than 0 degrees of freedom, but were " + degreesOfFreedom);
    }
  }
}
