package org.zerofactory.domain.carbon;

import java.util.Map;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Ratio;

/**
 * CO2 of a fuel burnt, by its carbon.
 *
 * <p>Source: GB/T 32150-2015 and the sector guides of the NDRC: amount x net calorific value x
 * carbon content x oxidation x 44/12. The same for stationary and mobile combustion.
 */
public final class FuelCombustion {

  private FuelCombustion() {}

  /**
   * Rounded once, half-even, to whole µg.
   *
   * @throws IllegalArgumentException if the amount is in another unit than the fuel's properties
   */
  public static GasMasses of(Amount fuel, FuelProperties properties) {
    if (fuel.unit() != properties.per()) {
      throw new IllegalArgumentException(
          "the fuel's properties are for "
              + properties.per().word()
              + ", but the amount is in "
              + fuel.unit().word());
    }
    return GasMasses.of(
        Map.of(Gas.CO2, properties.microgramsCo2PerUnit().timesRounded(fuel.value())));
  }

  /**
   * Net heat of an amount of fuel, kJ, exact.
   *
   * @throws IllegalArgumentException if the amount is in another unit than the fuel's properties
   */
  public static Ratio kilojoules(Amount fuel, FuelProperties properties) {
    if (fuel.unit() != properties.per()) {
      throw new IllegalArgumentException(
          "the fuel's properties are for " + properties.per().word());
    }
    return properties.kilojoulesPerUnit().times(Ratio.of(fuel.value(), 1));
  }
}
