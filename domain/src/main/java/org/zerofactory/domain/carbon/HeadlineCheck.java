package org.zerofactory.domain.carbon;

import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Whether two published figures can be of the same thing. It only judges claims: no figure of this
 * program is derived from another's headline.
 */
public final class HeadlineCheck {

  private HeadlineCheck() {}

  /**
   * kg CO2e per kWh that a saving in carbon and one in energy would imply, exact; above 1.3 it is
   * no grid's.
   *
   * @throws IllegalArgumentException if the energy is zero
   */
  public static Ratio impliedFactor(Carbon carbon, Energy energy) {
    return Ratio.of(carbon.micrograms(), 1_000_000).dividedBy(Ratio.of(energy.wattHours(), 1));
  }

  /**
   * MWh whose emissions the carbon would be, exact.
   *
   * @throws IllegalArgumentException if the factor is zero
   */
  public static Ratio megawattHours(Carbon carbon, EmissionFactor factor) {
    return Ratio.of(carbon.micrograms(), 1_000_000)
        .dividedBy(Ratio.of(factor.microgramsPerWattHour(), 1));
  }
}
