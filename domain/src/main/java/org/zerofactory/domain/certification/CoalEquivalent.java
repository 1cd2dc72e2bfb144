package org.zerofactory.domain.certification;

import java.math.BigInteger;
import java.util.List;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Comprehensive energy consumption in grams of standard coal. Which value electricity has is a
 * convention that every figure must name: calorific (what the energy itself is worth, 0.1229
 * kgce/kWh) or input (what went into the power station, a yearly value such as 0.2856 kgce/kWh).
 * Energy that was made on site from energy counted already must not be added again.
 *
 * <p>Source: GB/T 2589 (coefficients as published tables, never derived from 29,307.6 kJ/kgce).
 */
public final class CoalEquivalent {

  private CoalEquivalent() {}

  /**
   * Some energy and its coefficient.
   *
   * @param gramsPerUnit grams of standard coal per base unit: g/Wh is the number of kgce/kWh, g/L
   *     of kgce/m3, g/g of kgce/kg, g/kJ of kgce/MJ
   */
  public record Use(Amount amount, Ratio gramsPerUnit) {

    /**
     * @throws IllegalArgumentException if the coefficient is negative
     */
    public Use {
      if (gramsPerUnit.signum() < 0) {
        throw new IllegalArgumentException("expected a coefficient of 0 or more");
      }
    }
  }

  /** Grams of standard coal of all uses, rounded once, half to even. */
  public static long of(List<Use> uses) {
    return exact(uses).timesRounded(1);
  }

  static Ratio exact(List<Use> uses) {
    Ratio sum = Ratio.ZERO;
    for (Use use : uses) {
      Ratio amount = new Ratio(BigInteger.valueOf(use.amount().value()), BigInteger.ONE);
      sum = sum.plus(amount.times(use.gramsPerUnit()));
    }
    return sum;
  }
}
