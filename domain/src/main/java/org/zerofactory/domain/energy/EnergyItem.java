package org.zerofactory.domain.energy;

import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.StandardCoal;

/**
 * An amount of one energy carrier or medium in a period.
 *
 * @param amount 0 or more, in the coefficient's unit
 */
public record EnergyItem(String name, Amount amount, CoalCoefficient coefficient, Supply supply) {

  /** Where it comes from, which decides whether and how it counts. */
  public enum Supply {
    /** Bought from outside, or taken from stock. */
    PURCHASED(true, false, false),
    /** Bought as green power or with certificates: non-fossil by contract. */
    PURCHASED_NON_FOSSIL(true, true, false),
    /** Over a direct line from a non-fossil plant: non-fossil by physics too. */
    DIRECT_NON_FOSSIL(true, true, true),
    /** Made on site from sun or wind and used here. */
    OWN_NON_FOSSIL(true, true, true),
    /** Made on site from energy that is counted already: compressed air, nitrogen. */
    MADE_FROM_COUNTED(false, false, false);

    private final boolean counts;
    private final boolean isNonFossil;
    private final boolean isPhysical;

    Supply(boolean counts, boolean isNonFossil, boolean isPhysical) {
      this.counts = counts;
      this.isNonFossil = isNonFossil;
      this.isPhysical = isPhysical;
    }

    /** Whether it is added; what was made from counted energy must not be added again. */
    public boolean counts() {
      return counts;
    }

    /** Whether it is non-fossil, traded power and certificates included. */
    public boolean isNonFossil() {
      return isNonFossil;
    }

    /** Whether it is non-fossil without trade. */
    public boolean isPhysical() {
      return isPhysical;
    }
  }

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public EnergyItem {
    if (amount.value() < 0) {
      throw new IllegalArgumentException(
          name + " must not be negative, but was " + amount.value() + " " + amount.unit().word());
    }
  }

  /** In standard coal, whether or not it counts. */
  StandardCoal coal() {
    return coefficient.times(amount);
  }
}
