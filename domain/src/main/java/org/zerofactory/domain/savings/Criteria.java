package org.zerofactory.domain.savings;

/**
 * When a baseline is good enough to count a saving from it.
 *
 * @param minRSquared coefficient of determination, usual IPMVP practice 0.75
 * @param minAbsT of every driver's coefficient, usual IPMVP practice 2
 * @param maxCvRmse CV(RMSE), in the fit and out of it
 * @param maxNmbe bias, out of the fit only: least squares has none in it whatever the model
 * @param maxUncertainty of a saving at 68% confidence, as a share of it; beyond it the saving is
 *     stated as not proven, and counted all the same, for a loss is seldom proven either
 * @param maxEstimatedShare see {@link Granularity#maxEstimatedShare()}
 */
public record Criteria(
    double minRSquared,
    double minAbsT,
    double maxCvRmse,
    double maxNmbe,
    double maxUncertainty,
    double maxEstimatedShare) {

  /** Observations beyond the number of coefficients; below it statistics are luck. Our choice. */
  static final int FEWEST_DEGREES_OF_FREEDOM = 3;

  /** Variance inflation from which drivers are called correlated; a warning. Common practice. */
  static final double HIGH_INFLATION = 10;

  private static final double MIN_R_SQUARED = 0.75;
  private static final double MIN_ABS_T = 2;
  private static final double MAX_UNCERTAINTY = 0.5;

  /**
   * @throws IllegalArgumentException if a limit is not a number of its range
   */
  public Criteria {
    require("R²", minRSquared, 0, 1);
    require("|t|", minAbsT, 0, 100);
    require("CV(RMSE)", maxCvRmse, 0, 1);
    require("NMBE", maxNmbe, 0, 1);
    require("uncertainty", maxUncertainty, 0, 10);
    require("estimated share", maxEstimatedShare, 0, 0.5);
  }

  /** Usual limits, see {@link Granularity}; uncertainty of at most 50% at 68% confidence. */
  public static Criteria usual(Granularity granularity) {
    return new Criteria(
        MIN_R_SQUARED,
        MIN_ABS_T,
        granularity.maxCvRmse(),
        granularity.maxNmbe(),
        MAX_UNCERTAINTY,
        granularity.maxEstimatedShare());
  }

  private static void require(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "a limit of " + what + " is " + least + " to " + most + ", but was " + value);
    }
  }
}
