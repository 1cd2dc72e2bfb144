package org.zerofactory.domain.carbon;

import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * Market-based scope 2 of one accounting period: what instruments cover counts at their factor, the
 * rest at the residual factor.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6, quality criteria and hierarchy of
 * instruments. Instruments beyond consumption are surplus: they lower nothing and are not carried
 * over.
 *
 * @param carbon 0 or more
 * @param covered energy of the period that instruments cover
 * @param surplus energy of instruments beyond the period's import
 */
public record MarketBasedScope2(Carbon carbon, Energy covered, Energy surplus) {

  /**
   * @param gridImport of the period, 0 or more
   * @param certificates energy of the instruments for the period, 0 or more
   * @param certificateMicrogramsPerWattHour the instruments' own factor, µg CO2e per Wh
   * @param residualMicrogramsPerWattHour factor of what no instrument covers, µg CO2e per Wh
   * @throws IllegalArgumentException if an energy is negative
   */
  public static MarketBasedScope2 of(
      Energy gridImport,
      Energy certificates,
      long certificateMicrogramsPerWattHour,
      long residualMicrogramsPerWattHour) {
    if (gridImport.wattHours() < 0 || certificates.wattHours() < 0) {
      throw new IllegalArgumentException(
          "import and certificates must not be negative, but were "
              + gridImport.wattHours()
              + " Wh and "
              + certificates.wattHours()
              + " Wh");
    }
    Energy covered = new Energy(Math.min(gridImport.wattHours(), certificates.wattHours()));
    Energy rest = gridImport.minus(covered);
    long micrograms =
        Math.addExact(
            Math.multiplyExact(covered.wattHours(), certificateMicrogramsPerWattHour),
            Math.multiplyExact(rest.wattHours(), residualMicrogramsPerWattHour));
    return new MarketBasedScope2(new Carbon(micrograms), covered, certificates.minus(covered));
  }
}
