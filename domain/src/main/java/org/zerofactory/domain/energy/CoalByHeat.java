package org.zerofactory.domain.energy;

import org.zerofactory.domain.quantity.Ratio;

/**
 * Standard coal by heat content. Only a check of table values: GB/T 2589's coefficients are taken
 * from its tables, which do not follow from these.
 */
public final class CoalByHeat {

  private static final Ratio KILOJOULES_PER_KILOGRAM = Ratio.of("29307.6");
  private static final Ratio KILOCALORIES_PER_KILOGRAM = Ratio.of(7000, 1);

  private CoalByHeat() {}

  /** kgce of a heat in kJ; exact. */
  public static Ratio ofKilojoules(Ratio kilojoules) {
    return kilojoules.dividedBy(KILOJOULES_PER_KILOGRAM);
  }

  /** kgce of a heat in kcal; exact. */
  public static Ratio ofKilocalories(Ratio kilocalories) {
    return kilocalories.dividedBy(KILOCALORIES_PER_KILOGRAM);
  }
}
