package org.zerofactory.domain.factor;

import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;

/**
 * What a fuel's factor is made of.
 *
 * <p>Source: GB/T 32150-2015 and the sector guides for greenhouse-gas accounting of the NDRC: CO2 =
 * amount x net calorific value x carbon content x oxidation x 44/12.
 *
 * @param per base unit of the amount
 * @param kilojoulesPerUnit net calorific value of one base unit
 * @param kilogramsCarbonPerGigajoule carbon content
 * @param oxidation share of the carbon that burns, above 0 and at most 1
 */
public record FuelProperties(
    BaseUnit per, Ratio kilojoulesPerUnit, Ratio kilogramsCarbonPerGigajoule, Ratio oxidation) {

  /** Mass of CO2 for the mass of carbon in it. */
  private static final Ratio CO2_PER_CARBON = Ratio.of(44, 12);

  /** 1 kg/GJ is 10^9 µg for 10^6 kJ. */
  private static final Ratio MICROGRAMS_PER_KILOJOULE = Ratio.of(1_000, 1);

  /**
   * @throws IllegalArgumentException if a property is not positive or more than all carbon burns
   */
  public FuelProperties {
    boolean isPositive =
        kilojoulesPerUnit.signum() > 0
            && kilogramsCarbonPerGigajoule.signum() > 0
            && oxidation.signum() > 0;
    if (!isPositive || oxidation.numerator().compareTo(oxidation.denominator()) > 0) {
      throw new IllegalArgumentException(
          "expected positive properties and an oxidation of at most 1, but were "
              + kilojoulesPerUnit
              + ", "
              + kilogramsCarbonPerGigajoule
              + " and "
              + oxidation);
    }
  }

  /** µg of CO2 for one base unit of the fuel, exact. */
  public Ratio microgramsCo2PerUnit() {
    return kilojoulesPerUnit
        .times(kilogramsCarbonPerGigajoule)
        .times(MICROGRAMS_PER_KILOJOULE)
        .times(oxidation)
        .times(CO2_PER_CARBON);
  }
}
