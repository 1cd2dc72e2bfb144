package org.zerofactory.domain.factor;

import java.util.Optional;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.StandardCoal;

/**
 * How much standard coal an energy carrier or an energy-consuming medium counts as, by a published
 * table. It is never derived from calorific values: 3600/29307.6 rounds to 0.1228, the table says
 * 0.1229.
 *
 * <p>Source: GB/T 2589, general rules for calculation of the comprehensive energy consumption,
 * annexes (edition 2020). Air, oxygen and nitrogen that a site makes itself from metered
 * electricity must not be added again.
 *
 * @param id unique, never reused
 * @param carrier what it is for, such as {@code electricity} or {@code diesel}
 * @param convention how electricity counts: tCO2/tce differs by 2.3 between the two
 * @param dataYear the year that an input-equal value is for; 0 for a table without years
 * @param per base unit of the amount
 * @param gramsPerUnit grams of coal equivalent for one base unit, positive
 */
public record CoalCoefficient(
    String id,
    String name,
    String carrier,
    Convention convention,
    int dataYear,
    BaseUnit per,
    Ratio gramsPerUnit,
    Citation source,
    Verification verification,
    Optional<String> note) {

  /** How the coefficient was found. */
  public enum Convention {
    /** By the energy content (dangliang). */
    ENERGY_EQUAL("energy-equal"),
    /** By the energy put in to make it, such as coal for electricity (dengjia); yearly. */
    INPUT_EQUAL("input-equal");

    private final String word;

    Convention(String word) {
      this.word = word;
    }

    /** The word in files and exports. */
    public String word() {
      return word;
    }
  }

  /**
   * @throws IllegalArgumentException if the coefficient is not positive
   */
  public CoalCoefficient {
    if (gramsPerUnit.signum() <= 0) {
      throw new IllegalArgumentException(
          "coefficient " + id + " must be positive, but was " + gramsPerUnit);
    }
  }

  /**
   * What the amount counts as, rounded once, half-even, to whole µg.
   *
   * @throws IllegalArgumentException if the amount is in another unit than the coefficient's
   */
  public StandardCoal times(Amount amount) {
    if (amount.unit() != per) {
      throw new IllegalArgumentException(
          "coefficient "
              + id
              + " is for "
              + per.word()
              + ", but the amount is in "
              + amount.unit().word());
    }
    Ratio micrograms = gramsPerUnit.times(Ratio.of(StandardCoal.MICROGRAMS_PER_GRAM, 1));
    return new StandardCoal(micrograms.timesRounded(amount.value()));
  }
}
