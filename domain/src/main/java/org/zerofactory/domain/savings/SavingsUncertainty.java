package org.zerofactory.domain.savings;

/**
 * Uncertainty of avoided energy.
 *
 * <p>Source: ASHRAE Guideline 14, fractional savings uncertainty for models with autocorrelated
 * residuals, as eemeter (000bbd6d) computes it: {@code t alpha CV sqrt((n/n')(1 + 2/n')(1/m)) / F}.
 */
public final class SavingsUncertainty {

  private SavingsUncertainty() {}

  /**
   * Independent observations among n, {@code n (1 - rho) / (1 + rho)}, at most n: residuals that
   * alternate do not make data better.
   *
   * @param rho lag-1 autocorrelation of the residuals, -1 to 1
   */
  public static double effectiveCount(int n, double rho) {
    return Math.min(n, uncappedCount(n, rho));
  }

  /** The same without the cap, as some tools report it. */
  public static double uncappedCount(int n, double rho) {
    return n * (1 - rho) / (1 + rho);
  }

  /**
   * Half-width of the band around an adjusted baseline.
   *
   * @param adjustedBaseline energy of the reporting period by the model
   * @param t quantile of the confidence wanted, see {@link StudentT}
   * @param alpha see {@link Granularity#alpha}
   * @param n observations of the fit
   * @param effectiveCount n', above 0
   * @param reportingPeriods m, above 0
   * @return in the unit of the adjusted baseline
   */
  public static double band(
      double adjustedBaseline,
      double t,
      double alpha,
      double cvRmse,
      double n,
      double effectiveCount,
      double reportingPeriods) {
    double spread = n / effectiveCount * (1 + 2 / effectiveCount) / reportingPeriods;
    return Math.abs(adjustedBaseline) * t * alpha * cvRmse * Math.sqrt(spread);
  }

  /** The band as a share of the saving; infinite for a saving of 0. */
  public static double fraction(double band, double saving) {
    return band / Math.abs(saving);
  }
}
