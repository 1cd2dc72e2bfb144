package org.zerofactory.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.metering.Quantity;

class UnitConversionTest {

  @ParameterizedTest
  @CsvSource({
    "energy-import, Wh, 1, 123, 123",
    "energy-import, kWh, 1, 123.456, 123456",
    "energy-import, MWh, 1, 0.000001, 1",
    "energy-import, kWh, 0.01, 12345678, 123456780",
    "energy-import, Wh, 0.1, 25, 2", // half to even: 2.5 becomes 2
    "energy-import, Wh, 0.1, 35, 4", // 3.5 becomes 4
    "energy-import, Wh, 1, -2.5, -2",
    "reactive-energy, varh, 1, 123, 123",
    "reactive-energy, kvarh, 1, 123.456, 123456",
    "reactive-energy, Mvarh, 0.1, 0.00001, 1",
    "gas-volume, m3, 1, 1.2345, 1234", // 1234.5 becomes 1234
    "gas-volume, Nm3, 1, 1.2355, 1236", // 1235.5 becomes 1236
    "air-volume, L, 100, 7, 700",
    "heat, GJ, 1, 1.000001, 1000001",
    "heat, MJ, 1, 3.6, 3600",
    "output-count, pcs, 1, 41, 41"
  })
  void aRegisterBecomesWholeStoredUnitsWithOneRoundingHalfEven(
      String quantity, String unit, BigDecimal scale, BigDecimal raw, long stored) {
    UnitConversion conversion = conversion(quantity, unit, scale);

    assertThat(conversion.whole(raw)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "active-power, W, 1, 1234.5, 1.2345",
    "active-power, MW, 1, 0.003, 3",
    "active-power, kW, 0.001, 7, 0.007",
    "temperature, degC, 0.1, -15, -1.5",
    "air-flow, m3/h, 1, 12, 12"
  })
  void aGaugeBecomesTheStoredUnit(
      String quantity, String unit, BigDecimal scale, double raw, double stored) {
    UnitConversion conversion = conversion(quantity, unit, scale);

    assertThat(conversion.gauge(raw)).isEqualTo(stored);
  }

  // 0.1 + 0.2 style errors: 1.005 kWh as a double is 1.00499999999999989..., but the meter said
  // 1.005.
  @Test
  void aFloatingPointRegisterIsTheDecimalThatTheMeterMeant() {
    UnitConversion kilowattHours = conversion("energy-import", "kWh", BigDecimal.ONE);

    assertThat(kilowattHours.whole(1.005)).isEqualTo(1005);
    assertThat(kilowattHours.whole(16777.217f)).isEqualTo(16_777_217L);
    assertThat(kilowattHours.whole(1.0e12)).isEqualTo(1_000_000_000_000_000L);
  }

  @Test
  void everyTypeOfNumberCounts() {
    UnitConversion wattHours = conversion("energy-import", "Wh", BigDecimal.ONE);

    for (Number seven : List.of((byte) 7, (short) 7, 7, 7L, 7.0f, 7.0, BigInteger.valueOf(7))) {
      assertThat(wattHours.whole(seven)).isEqualTo(7);
    }
  }

  @Test
  void largeCountersKeepEveryWattHour() {
    UnitConversion wattHours = conversion("energy-import", "Wh", BigDecimal.ONE);

    assertThat(wattHours.whole(9_007_199_254_740_993L)).isEqualTo(9_007_199_254_740_993L);
    assertThat(wattHours.whole(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsNoNumberOrTooLargeIsRefused() {
    UnitConversion kilowattHours = conversion("energy-import", "kWh", BigDecimal.ONE);

    assertThatThrownBy(() -> kilowattHours.whole(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a finite number but was NaN");
    assertThatThrownBy(() -> kilowattHours.whole(Float.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kilowattHours.whole(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThat(kilowattHours.gauge(Double.NaN)).isNaN();
  }

  @Test
  void theConversionOfWholeMilliUnitsIsExactForAnySeed() {
    var random = new Random(20_260_101);
    UnitConversion kilowattHours = conversion("energy-import", "kWh", BigDecimal.ONE);

    for (int i = 0; i < 10_000; i++) {
      long wattHours = random.nextLong(1_000_000_000_000L);
      double asRead = BigDecimal.valueOf(wattHours, 3).doubleValue();
      assertThat(kilowattHours.whole(asRead)).isEqualTo(wattHours);
    }
  }

  @Test
  void roundingIsNeverFurtherThanHalfAUnitAndKeepsTheOrder() {
    var random = new Random(20_260_102);
    UnitConversion scaled = conversion("gas-volume", "L", new BigDecimal("0.037"));
    long before = Long.MIN_VALUE;

    for (long raw = 0; raw < 1_000_000; raw += 1 + random.nextInt(200)) {
      long stored = scaled.whole(raw);
      BigDecimal error =
          new BigDecimal("0.037")
              .multiply(BigDecimal.valueOf(raw))
              .subtract(BigDecimal.valueOf(stored));
      assertThat(error.abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
      assertThat(stored).isGreaterThanOrEqualTo(before);
      before = stored;
    }
  }

  @Test
  void everyMeasuredQuantityHasItsStoredUnitAmongItsUnits() {
    Set<String> units = new HashSet<>();
    for (Quantity quantity : Quantity.values()) {
      List<String> known = UnitConversion.unitsOf(quantity);
      units.addAll(known);
      if (quantity == Quantity.STATE) {
        assertThat(known).isEmpty();
      } else {
        assertThat(known).contains(quantity.storedUnit());
        assertThat(conversion(quantity.word(), quantity.storedUnit(), BigDecimal.ONE).factor())
            .isEqualByComparingTo("1");
      }
    }
    List<String> contract =
        Arrays.asList(
            "Wh kWh MWh varh kvarh Mvarh W kW MW L m3 Nm3 kJ MJ GJ pcs degC W/m2 m3/h".split(" "));
    assertThat(units).containsExactlyInAnyOrderElementsOf(contract);
  }

  private static UnitConversion conversion(String quantity, String unit, BigDecimal scale) {
    return UnitConversion.of(Quantity.ofWord(quantity).orElseThrow(), unit, scale).orElseThrow();
  }
}
