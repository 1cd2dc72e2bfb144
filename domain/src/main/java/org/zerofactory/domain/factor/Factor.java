package org.zerofactory.domain.factor;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;

/**
 * One published emission factor for an amount of anything, gases apart.
 *
 * @param id unique, never reused: inventories point at it
 * @param series what it is one edition or year of, for example {@code cn-national-average}
 * @param validity when activity is accounted with it
 * @param per the base unit that the masses are for one of
 * @param microgramsPerUnit µg of each gas for one base unit, 0 or more, exact
 * @param biogenic CO2 from biomass for one base unit, µg: stated apart, outside the scopes
 * @param uncertaintyPercent half width of the 95 % interval in percent; empty if not stated
 */
public record Factor(
    String id,
    String series,
    String name,
    FactorKey key,
    Interval validity,
    BaseUnit per,
    Map<Gas, Ratio> microgramsPerUnit,
    Ratio biogenic,
    Optional<BigDecimal> uncertaintyPercent,
    Citation source,
    Verification verification,
    Optional<String> note) {

  /**
   * @throws IllegalArgumentException if a mass is negative
   */
  public Factor {
    microgramsPerUnit = Map.copyOf(microgramsPerUnit);
    microgramsPerUnit.forEach(
        (gas, mass) -> {
          if (mass.signum() < 0) {
            throw new IllegalArgumentException(
                "factor " + id + " must not be negative, but was for " + gas.word());
          }
        });
  }

  /**
   * What the amount emits: each gas rounded once, half-even, to whole µg.
   *
   * @throws IllegalArgumentException if the amount is in another unit than the factor's
   */
  public GasMasses times(Amount amount) {
    requireUnit(amount);
    SortedMap<Gas, Long> masses = new TreeMap<>();
    microgramsPerUnit.forEach((gas, mass) -> masses.put(gas, mass.timesRounded(amount.value())));
    return new GasMasses(masses);
  }

  /** CO2 from biomass that the amount emits, µg. */
  public long biogenicMicrograms(Amount amount) {
    requireUnit(amount);
    return biogenic.timesRounded(amount.value());
  }

  private void requireUnit(Amount amount) {
    if (amount.unit() != per) {
      throw new IllegalArgumentException(
          "factor "
              + id
              + " is for "
              + per.word()
              + ", but the amount is in "
              + amount.unit().word());
    }
  }
}
