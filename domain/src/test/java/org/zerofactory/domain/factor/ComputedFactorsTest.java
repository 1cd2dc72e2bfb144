package org.zerofactory.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.factor.FactorFit.Purpose;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.FactorKey.GasBasis;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.StandardCoal;

class ComputedFactorsTest {

  private static final Interval YEAR =
      new Interval(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

  // 15.3 kgC/GJ x 44/12 = 56.1 kg/GJ exactly, which is IPCC's 56100 kg/TJ.
  @Test
  void carbonOfNaturalGasIsTheFactorOfIpcc() {
    var fuel = new FuelProperties(BaseUnit.LITRE, Ratio.ONE, Ratio.of("15.3"), Ratio.ONE);

    assertThat(fuel.microgramsCo2PerUnit()).isEqualTo(Ratio.of(56_100, 1));
  }

  @Test
  void propertiesThatCannotBeAreRefused() {
    Ratio one = Ratio.ONE;
    assertThatThrownBy(() -> new FuelProperties(BaseUnit.GRAM, one, one, Ratio.of("1.01")))
        .hasMessageContaining("oxidation of at most 1");
    assertThatThrownBy(() -> new FuelProperties(BaseUnit.GRAM, one, Ratio.ZERO, one))
        .hasMessageContaining("positive properties");
  }

  @Test
  void sharesOfABlendAddUpToOne() {
    assertThatThrownBy(() -> new Blend("r", "R", shares("0.5", "0.49")))
        .hasMessageContaining("add up to 1");
    assertThatThrownBy(() -> new Blend("r", "R", shares("1", "0")))
        .hasMessageContaining("must be positive");
    assertThat(new Blend("r", "R", shares("0.25", "0.75")).potential(potentials("100", "200")))
        .isEqualTo(Ratio.of(175, 1)); // 25 + 150
  }

  @Test
  void standardCoalIsExactInAnyOrder() {
    var one = new StandardCoal(122_900);

    assertThat(one.plus(one).minus(one)).isEqualTo(one);
    assertThat(one.tonnes()).isEqualByComparingTo(new BigDecimal("0.0000001229"));
    assertThatThrownBy(() -> one.plus(new StandardCoal(Long.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aResidualMixOfZeroIsRefusedInUse() {
    Factor zero =
        factor("residual", GasBasis.CO2E, Boundary.GENERATION, Map.of(Gas.CO2E, Ratio.ZERO));

    assertThatThrownBy(() -> FactorFit.require(zero, Purpose.SCOPE2_RESIDUAL))
        .isInstanceOf(WrongUseException.class)
        .hasMessageContaining("none was left");
  }

  @Test
  void scope1TakesWhatBurnsOrEscapesOnly() {
    Map<Gas, Ratio> mass = Map.of(Gas.CO2E, Ratio.ONE);

    assertThat(
            FactorFit.require(
                factor("combustion", GasBasis.CO2E, Boundary.COMBUSTION, mass), Purpose.SCOPE1))
        .isEmpty();
    for (Boundary wrong : List.of(Boundary.UPSTREAM, Boundary.LIFE_CYCLE, Boundary.GENERATION)) {
      Factor factor = factor("combustion", GasBasis.CO2E, wrong, mass);
      assertThatThrownBy(() -> FactorFit.require(factor, Purpose.SCOPE1))
          .hasMessageContaining("counts " + wrong.word() + ", which is not scope1");
    }
  }

  @Test
  void onlyWholeMicrogramsOfOneMassAreAnElectricityFactor() {
    Factor third =
        factor(
            "location-based", GasBasis.CO2, Boundary.GENERATION, Map.of(Gas.CO2, Ratio.of(1, 3)));
    Factor two =
        factor(
            "location-based",
            GasBasis.GASES,
            Boundary.GENERATION,
            Map.of(Gas.CO2, Ratio.ONE, Gas.N2O, Ratio.ONE));

    assertThatThrownBy(() -> EmissionFactor.of(third)).hasMessageContaining("whole ug/Wh");
    assertThatThrownBy(() -> EmissionFactor.of(two)).hasMessageContaining("of 2 gases");
  }

  @Test
  void aSeriesHoldsNoForeignFactorAndNoIdTwice() {
    Factor factor =
        factor("residual", GasBasis.CO2, Boundary.GENERATION, Map.of(Gas.CO2, Ratio.ONE));

    assertThatThrownBy(() -> new Series("other", List.of(factor)))
        .hasMessage("factor f belongs to s, not to other");
    assertThatThrownBy(() -> new Series("s", List.of(factor, factor)))
        .hasMessage("series s has factor f twice");
    assertThatThrownBy(() -> new Series("s", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Factor factor(
      String use, GasBasis basis, Boundary boundary, Map<Gas, Ratio> masses) {
    return new Factor(
        "f",
        "s",
        "F",
        new FactorKey(use, "AT", 2025, "e", basis, boundary),
        YEAR,
        BaseUnit.WATT_HOUR,
        masses,
        Ratio.ZERO,
        Optional.empty(),
        new Citation("p", "d", "2025-01", "t"),
        Verification.ORIGINAL,
        Optional.empty());
  }

  private static TreeMap<Gas, Ratio> shares(String one, String other) {
    return new TreeMap<>(
        Map.of(new Gas("HFC-32"), Ratio.of(one), new Gas("HFC-125"), Ratio.of(other)));
  }

  private static GwpSet potentials(String one, String other) {
    return new GwpSet(
        "AR5", Map.of(new Gas("HFC-32"), Ratio.of(one), new Gas("HFC-125"), Ratio.of(other)));
  }
}
