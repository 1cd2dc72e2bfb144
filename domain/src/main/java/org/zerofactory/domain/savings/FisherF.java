package org.zerofactory.domain.savings;

/** Fisher's F distribution. Source: Abramowitz and Stegun (1964), 26.6. */
final class FisherF {

  private FisherF() {}

  /** Probability of an F at least as large. */
  static double above(double f, double numeratorFreedom, double denominatorFreedom) {
    if (f <= 0) {
      return 1;
    }
    if (Double.isInfinite(f)) {
      return 0;
    }
    return IncompleteBeta.of(
        denominatorFreedom / (denominatorFreedom + numeratorFreedom * f),
        denominatorFreedom / 2,
        numeratorFreedom / 2);
  }

  /** The F that is exceeded with a probability of 1 - confidence. */
  static double quantile(double confidence, double numeratorFreedom, double denominatorFreedom) {
    return StudentT.quantile(f -> 1 - above(f, numeratorFreedom, denominatorFreedom), confidence);
  }
}
