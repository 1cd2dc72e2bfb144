package org.zerofactory.domain.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.StandardCoal;
import org.zerofactory.domain.quantity.Unit;

/** The reference factory HB-REF: 60,000 MWh, gas 300,000 m3, diesel 12 t, heat 5,000 GJ. */
class EnergyIndicatorsTest {

  // 60,000 MWh x 0.1229 + 300 x 1.33 + 12 x 1.4571 + 5,000 x 0.03412 tce
  // = 7,374 + 399 + 17.4852 + 170.6 = 7,961.0852 tce; with 0.2856: 17,136 + 587.0852
  @Test
  void coalEquivalentDependsOnTheConvention() {
    CertificationFacts facts = EnergyIndicators.of(reference(20_000));

    assertThat(facts.whole(Fact.COAL_CALORIFIC_G)).contains(7_961_085_200L);
    assertThat(facts.whole(Fact.COAL_INPUT_G)).contains(17_723_085_200L);
    assertThat(facts.whole(Fact.ELECTRICITY_COAL_CALORIFIC_G)).contains(7_374_000_000L);
    assertThat(facts.whole(Fact.ELECTRICITY_COAL_INPUT_G)).contains(17_136_000_000L);
  }

  // 23,966.20483262 t / 7,961.0852 tce = 3.01041934; / 17,723.0852 tce = 1.35225919
  @Test
  void carbonPerEnergyIsMoreThanTwiceAsHighByTheCalorificConvention() {
    CertificationFacts facts = EnergyIndicators.of(reference(20_000));

    assertThat(facts.whole(Fact.CARBON_PER_TCE_CALORIFIC_G)).contains(3_010_419L);
    assertThat(facts.whole(Fact.CARBON_PER_TCE_INPUT_G)).contains(1_352_259L);
  }

  // (7,915.2 + 20,000) x 0.1229 / 7,961.0852 = 43.09435 %; with 0.2856 44.98417 %
  // 7,915.2 / 60,000 = 13.192 %
  @Test
  void theTwoSharesDifferBecauseTradeCountsOnlyInOne() {
    CertificationFacts facts = EnergyIndicators.of(reference(20_000));
    CertificationFacts without = EnergyIndicators.of(reference(0));

    assertThat(facts.whole(Fact.NON_FOSSIL_SHARE_CALORIFIC_PPM)).contains(430_944L);
    assertThat(facts.whole(Fact.NON_FOSSIL_SHARE_INPUT_PPM)).contains(449_842L);
    assertThat(facts.whole(Fact.PHYSICAL_SHARE_PPM)).contains(131_920L);
    assertThat(without.whole(Fact.PHYSICAL_SHARE_PPM)).contains(131_920L);
    assertThat(without.whole(Fact.NON_FOSSIL_SHARE_CALORIFIC_PPM).orElseThrow())
        .isLessThan(430_944);
  }

  @Test
  void withoutCarbonNoIntensityIsStated() {
    EnergyIndicators.Input all = reference(20_000);
    CertificationFacts facts =
        EnergyIndicators.of(
            new EnergyIndicators.Input(
                all.load(),
                all.selfUse(),
                all.greenPower(),
                all.others(),
                Optional.empty(),
                all.calorific(),
                all.input()));

    assertThat(facts.knows(Fact.CARBON_PER_TCE_CALORIFIC_G)).isFalse();
    assertThat(facts.knows(Fact.COAL_CALORIFIC_G)).isTrue();
  }

  @Test
  void aSiteWithoutEnergyHasNoShares() {
    CertificationFacts facts =
        EnergyIndicators.of(
            new EnergyIndicators.Input(
                Energy.ZERO,
                Energy.ZERO,
                Energy.ZERO,
                new StandardCoal(0),
                Optional.of(Carbon.ZERO),
                electricity("0.1229"),
                electricity("0.2856")));

    assertThat(facts.values().keySet())
        .containsExactlyInAnyOrder(
            Fact.COAL_CALORIFIC_G,
            Fact.COAL_INPUT_G,
            Fact.ELECTRICITY_COAL_CALORIFIC_G,
            Fact.ELECTRICITY_COAL_INPUT_G);
  }

  private static EnergyIndicators.Input reference(long greenMegawattHours) {
    return new EnergyIndicators.Input(
        new Energy(60_000_000_000L),
        new Energy(7_915_200_000L),
        new Energy(greenMegawattHours * 1_000_000),
        use("300000", Unit.NORMAL_CUBIC_METRE, "1.33")
            .plus(use("12", Unit.TONNE, "1.4571"))
            .plus(use("5000", Unit.GIGAJOULE, "0.03412")),
        // 24,081.61483262 - 115.41 of refrigerant
        Optional.of(new Carbon(23_966_204_832_620_000L)),
        electricity("0.1229"),
        electricity("0.2856"));
  }

  private static StandardCoal use(String number, Unit unit, String coefficient) {
    return coefficient(unit.base(), coefficient).times(Amount.of(new BigDecimal(number), unit));
  }

  private static CoalCoefficient electricity(String kilogramsPerKilowattHour) {
    return coefficient(BaseUnit.WATT_HOUR, kilogramsPerKilowattHour);
  }

  private static CoalCoefficient coefficient(BaseUnit per, String gramsPerUnit) {
    return new CoalCoefficient(
        "x",
        "x",
        "x",
        CoalCoefficient.Convention.ENERGY_EQUAL,
        0,
        per,
        Ratio.of(gramsPerUnit),
        new Citation("x", "x", "2020", "x"),
        Verification.UNVERIFIED,
        Optional.empty());
  }
}
