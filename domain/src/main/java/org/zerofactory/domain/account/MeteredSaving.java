package org.zerofactory.domain.account;

import org.zerofactory.domain.quantity.Energy;

/**
 * What a measured measure saved over some months.
 *
 * @param adjustedBaseline baseline energy per driver times driver, rounded once a month
 * @param actual energy that was drawn
 */
public record MeteredSaving(Energy adjustedBaseline, Energy actual) {

  public static final MeteredSaving NONE = new MeteredSaving(Energy.ZERO, Energy.ZERO);

  /** Baseline energy, its driver and the later driver each carry a meter's error. */
  private static final int METERS_OF_THE_BASELINE = 3;

  /** May be negative. */
  public Energy avoided() {
    return adjustedBaseline.minus(actual);
  }

  public MeteredSaving plus(MeteredSaving other) {
    return new MeteredSaving(
        adjustedBaseline.plus(other.adjustedBaseline), actual.plus(other.actual));
  }

  /**
   * Half-width of the saving's band, of independent meters in quadrature (GUM).
   *
   * @param share error of a meter
   * @return Wh, of the confidence that the share has
   */
  public Energy plusMinus(double share) {
    double baseline = adjustedBaseline.wattHours() * share;
    double drawn = actual.wattHours() * share;
    return new Energy(
        Math.round(Math.sqrt(METERS_OF_THE_BASELINE * baseline * baseline + drawn * drawn)));
  }
}
