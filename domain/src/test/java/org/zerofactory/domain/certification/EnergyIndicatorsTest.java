package org.zerofactory.domain.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.energy.ComprehensiveEnergy;
import org.zerofactory.domain.energy.EnergyItem;
import org.zerofactory.domain.energy.EnergyItem.Supply;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/** The reference factory HB-REF: 60,000 MWh, gas 300,000 m3, diesel 12 t, heat 5,000 GJ. */
class EnergyIndicatorsTest {

  // 24,081.61483262 - 115.41 t of refrigerant
  private static final Optional<Carbon> CARBON = Optional.of(new Carbon(23_966_204_832_620_000L));

  // 60,000 MWh x 0.1229 + 300 x 1.33 + 12 x 1.4571 + 5,000 x 0.03412 tce
  // = 7,374 + 399 + 17.4852 + 170.6 = 7,961.0852 tce; with 0.2856: 17,136 + 587.0852
  @Test
  void coalEquivalentDependsOnTheConvention() {
    CertificationFacts facts = both("20000");

    assertThat(facts.whole(Fact.COAL_CALORIFIC_G)).contains(7_961_085_200L);
    assertThat(facts.whole(Fact.COAL_INPUT_G)).contains(17_723_085_200L);
    assertThat(facts.whole(Fact.ELECTRICITY_COAL_CALORIFIC_G)).contains(7_374_000_000L);
    assertThat(facts.whole(Fact.ELECTRICITY_COAL_INPUT_G)).contains(17_136_000_000L);
  }

  // 23,966.20483262 t / 7,961.0852 tce = 3.01041934; / 17,723.0852 tce = 1.35225919
  @Test
  void carbonPerEnergyIsMoreThanTwiceAsHighByTheCalorificConvention() {
    CertificationFacts facts = both("20000");

    assertThat(facts.whole(Fact.CARBON_PER_TCE_CALORIFIC_G)).contains(3_010_419L);
    assertThat(facts.whole(Fact.CARBON_PER_TCE_INPUT_G)).contains(1_352_259L);
  }

  // (7,915.2 + 20,000) x 0.1229 / 7,961.0852 = 43.09435 %; with 0.2856 44.98417 %
  // 7,915.2 / 60,000 = 13.192 %
  @Test
  void theTwoSharesDifferBecauseTradeCountsOnlyInOne() {
    CertificationFacts facts = both("20000");
    CertificationFacts without = both("0");

    assertThat(facts.whole(Fact.NON_FOSSIL_SHARE_CALORIFIC_PPM)).contains(430_944L);
    assertThat(facts.whole(Fact.NON_FOSSIL_SHARE_INPUT_PPM)).contains(449_842L);
    assertThat(facts.whole(Fact.PHYSICAL_SHARE_PPM)).contains(131_920L);
    assertThat(without.whole(Fact.PHYSICAL_SHARE_PPM)).contains(131_920L);
    // 7,915.2 x 0.1229 / 7,961.0852 = 12.21922 %
    assertThat(without.whole(Fact.NON_FOSSIL_SHARE_CALORIFIC_PPM)).contains(122_192L);
  }

  @Test
  void withoutCarbonNoIntensityIsStated() {
    CertificationFacts facts =
        EnergyIndicators.of(use(Convention.ENERGY_EQUAL, "0.1229", "0"), Optional.empty());

    assertThat(facts.knows(Fact.CARBON_PER_TCE_CALORIFIC_G)).isFalse();
    assertThat(facts.knows(Fact.COAL_CALORIFIC_G)).isTrue();
  }

  @Test
  void aSiteWithoutEnergyHasNoShares() {
    CertificationFacts facts =
        EnergyIndicators.of(
            ComprehensiveEnergy.of(Convention.INPUT_EQUAL, List.of()), Optional.of(Carbon.ZERO));

    assertThat(facts.values().keySet())
        .containsExactlyInAnyOrder(Fact.COAL_INPUT_G, Fact.ELECTRICITY_COAL_INPUT_G);
  }

  private static CertificationFacts both(String greenMegawattHours) {
    return EnergyIndicators.of(use(Convention.ENERGY_EQUAL, "0.1229", greenMegawattHours), CARBON)
        .and(
            EnergyIndicators.of(use(Convention.INPUT_EQUAL, "0.2856", greenMegawattHours), CARBON));
  }

  private static ComprehensiveEnergy use(
      Convention convention, String electricity, String greenMegawattHours) {
    BigDecimal rest = new BigDecimal("52084.8").subtract(new BigDecimal(greenMegawattHours));
    return ComprehensiveEnergy.of(
        convention,
        List.of(
            item(convention, rest.toString(), Unit.MEGAWATT_HOUR, electricity, Supply.PURCHASED),
            item(
                convention,
                greenMegawattHours,
                Unit.MEGAWATT_HOUR,
                electricity,
                Supply.PURCHASED_NON_FOSSIL),
            item(convention, "7915.2", Unit.MEGAWATT_HOUR, electricity, Supply.OWN_NON_FOSSIL),
            item(
                Convention.ENERGY_EQUAL,
                "300000",
                Unit.NORMAL_CUBIC_METRE,
                "1.33",
                Supply.PURCHASED),
            item(Convention.ENERGY_EQUAL, "12", Unit.TONNE, "1.4571", Supply.PURCHASED),
            item(Convention.ENERGY_EQUAL, "5000", Unit.GIGAJOULE, "0.03412", Supply.PURCHASED)));
  }

  private static EnergyItem item(
      Convention convention, String number, Unit unit, String coefficient, Supply supply) {
    return new EnergyItem(
        unit.word(),
        Amount.of(new BigDecimal(number), unit),
        new CoalCoefficient(
            "x",
            "x",
            "x",
            convention,
            0,
            unit.base(),
            Ratio.of(coefficient),
            new Citation("x", "x", "2020", "x"),
            Verification.UNVERIFIED,
            Optional.empty()),
        supply);
  }
}
