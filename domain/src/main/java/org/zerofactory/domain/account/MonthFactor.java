package org.zerofactory.domain.account;

import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

/**
 * The location-based factor of what is known by the month only: contracts, efficiency, the rest
 * where there is no residual mix. Where the factor changes within the month, such as by the hour,
 * it is the mean weighted by the import of each quarter hour, which an inventory uses too.
 *
 * @param carbon of the energy, µg
 * @param energy Wh, more than 0, or 0 where nothing was imported under changing factors
 */
record MonthFactor(String series, Carbon carbon, Energy energy) {

  static MonthFactor of(EmissionFactor factor) {
    return new MonthFactor(
        factor.series(), new Carbon(factor.microgramsPerWattHour()), new Energy(1));
  }

  static MonthFactor weighted(String series, Carbon imported, Energy gridImport) {
    return new MonthFactor(series, imported, gridImport);
  }

  /**
   * Rounded once, half to even, to whole µg; exact where the factor does not change.
   *
   * @throws MissingFactorException if there is energy, but no import that tells its weights
   */
  Carbon times(Energy amount) {
    if (amount.wattHours() == 0) {
      return Carbon.ZERO;
    }
    if (energy.wattHours() <= 0) {
      throw new MissingFactorException(
          "series "
              + series
              + " changes within the month and nothing was imported, so no factor stands for "
              + amount.wattHours()
              + " Wh that are known by the month only");
    }
    return new Carbon(
        Ratio.of(carbon.micrograms(), energy.wattHours()).timesRounded(amount.wattHours()));
  }
}
