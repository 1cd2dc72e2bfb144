package org.zerofactory.hardware;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.metering.Quantity;

/**
 * From a device's raw value to the stored unit: times scale, times unit factor, and for registers
 * one rounding, half-even, to the whole stored unit. All factors between units are decimal (SI
 * prefixes; 1 m3 = 1000 L), so the product is exact.
 *
 * @param factor scale times unit factor, positive
 */
public record UnitConversion(BigDecimal factor) {

  /** For each stored unit: the wire's units that can become it, and their factors. */
  private static final Map<String, Map<String, BigDecimal>> FACTORS =
      Map.of(
          "Wh", Map.of("Wh", power(0), "kWh", power(3), "MWh", power(6)),
          "varh", Map.of("varh", power(0), "kvarh", power(3), "Mvarh", power(6)),
          "kW", Map.of("W", power(-3), "kW", power(0), "MW", power(3)),
          "L", Map.of("L", power(0), "m3", power(3), "Nm3", power(3)),
          "kJ", Map.of("kJ", power(0), "MJ", power(3), "GJ", power(6)),
          "pcs", Map.of("pcs", power(0)),
          "degC", Map.of("degC", power(0)),
          "W/m2", Map.of("W/m2", power(0)),
          "m3/h", Map.of("m3/h", power(0)));

  /**
   * @throws IllegalArgumentException if the factor is not positive
   */
  public UnitConversion {
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException("a conversion factor is positive, but was " + factor);
    }
  }

  /** The conversion of a quantity's wire unit; empty if the unit does not measure the quantity. */
  public static Optional<UnitConversion> of(Quantity quantity, String unit, BigDecimal scale) {
    return Optional.ofNullable(FACTORS.getOrDefault(quantity.storedUnit(), Map.of()).get(unit))
        .map(factor -> new UnitConversion(factor.multiply(scale)));
  }

  /** The wire units that measure a quantity, sorted; none for a state. */
  public static List<String> unitsOf(Quantity quantity) {
    return FACTORS.getOrDefault(quantity.storedUnit(), Map.of()).keySet().stream()
        .sorted()
        .toList();
  }

  /** Whether a word is a unit of any quantity. */
  static boolean isUnit(String word) {
    return FACTORS.values().stream().anyMatch(units -> units.containsKey(word));
  }

  /**
   * A register's value in whole stored units.
   *
   * @param raw any number type of OPC UA; a floating-point value is taken as the shortest decimal
   *     that stands for it
   * @throws IllegalArgumentException if the value is not finite
   * @throws ArithmeticException if the result exceeds the range of {@code long}
   */
  public long whole(Number raw) {
    return exact(raw).multiply(factor).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** A gauge's value in the stored unit; not-a-number and infinities stay what they are. */
  public double gauge(Number raw) {
    double value = raw.doubleValue();
    return Double.isFinite(value) ? exact(raw).multiply(factor).doubleValue() : value;
  }

  private static BigDecimal exact(Number raw) {
    if (raw instanceof BigDecimal decimal) {
      return decimal;
    }
    if (!Double.isFinite(raw.doubleValue())) {
      throw new IllegalArgumentException("expected a finite number but was " + raw);
    }
    return new BigDecimal(raw.toString()); // all types of numbers print as plain decimals
  }

  private static BigDecimal power(int exponent) {
    return BigDecimal.ONE.movePointRight(exponent);
  }
}
