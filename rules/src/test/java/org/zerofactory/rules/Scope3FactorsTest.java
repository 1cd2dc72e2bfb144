package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Unit;

/** The starter set for the value chain, typed again from the two public copies. */
class Scope3FactorsTest {

  private static final FactorLibrary LIBRARY = FactorLibrary.packaged();

  // kg CO2e for one unit
  @ParameterizedTest
  @CsvSource({
    "gb-freight-van-diesel-2025, transport, tkm, 0.6313",
    "gb-freight-hgv-2025, transport, tkm, 0.10163",
    "gb-freight-hgv-articulated-2025, transport, tkm, 0.078",
    "gb-freight-rail-2025, transport, tkm, 0.02779",
    "gb-freight-ship-container-2025, transport, tkm, 0.01612",
    "gb-freight-ship-bulk-2025, transport, tkm, 0.00353",
    "gb-freight-air-long-haul-2025, transport, tkm, 0.89939",
    "gb-freight-air-short-haul-2025, transport, tkm, 1.27835",
    "gb-travel-air-domestic-2025, business-travel, pkm, 0.22928",
    "gb-travel-air-short-haul-2025, business-travel, pkm, 0.12786",
    "gb-travel-air-long-haul-2025, business-travel, pkm, 0.15282",
    "gb-travel-air-international-2025, business-travel, pkm, 0.14253",
    "gb-travel-car-2025, business-travel, km, 0.16725",
    "gb-travel-car-electric-2025, business-travel, km, 0.04047",
    "gb-travel-rail-2025, business-travel, pkm, 0.03546",
    "gb-travel-metro-2025, business-travel, pkm, 0.0286",
    "gb-travel-bus-2025, business-travel, pkm, 0.10385",
    "gb-commuting-car-2025, commuting, km, 0.16725",
    "gb-commuting-car-electric-2025, commuting, km, 0.04047",
    "gb-commuting-rail-2025, commuting, pkm, 0.03546",
    "gb-commuting-metro-2025, commuting, pkm, 0.0286",
    "gb-commuting-bus-2025, commuting, pkm, 0.10385",
    "gb-commuting-motorbike-2025, commuting, km, 0.11367",
    "gb-hotel-china-2025, business-travel, night, 53.5",
    "gb-hotel-germany-2025, business-travel, night, 13.2",
    "gb-hotel-united-kingdom-2025, business-travel, night, 10.4",
    "gb-waste-commercial-landfill-2025, waste, t, 520.5327",
    "gb-waste-commercial-incineration-2025, waste, t, 4.68568",
    "gb-waste-metal-recycling-2025, waste, t, 4.68568",
    "gb-waste-plastics-recycling-2025, waste, t, 4.68568",
    "gb-waste-paper-recycling-2025, waste, t, 4.68568",
    "gb-waste-electrical-small-recycling-2025, waste, t, 4.68568",
    "gb-goods-metals-2025, purchased-goods, t, 3824.09335",
    "gb-goods-scrap-metal-2025, purchased-goods, t, 3473.11953",
    "gb-goods-plastics-2025, purchased-goods, t, 3172.49932",
    "gb-goods-board-2025, purchased-goods, t, 1199.72542",
    "gb-goods-electrical-it-2025, purchased-goods, t, 24865.47556",
    "gb-goods-batteries-li-ion-2025, purchased-goods, t, 6308",
    "gb-upstream-natural-gas-2025, fuel-and-energy, m3, 0.3366",
    "gb-upstream-diesel-2025, fuel-and-energy, L, 0.62409",
    "gb-upstream-petrol-2025, fuel-and-energy, L, 0.60664",
    "gb-upstream-lpg-2025, fuel-and-energy, L, 0.18551",
    "gb-upstream-coal-2025, fuel-and-energy, t, 418.14964",
    "gb-upstream-electricity-2025, fuel-and-energy, kWh, 0.0459",
    "gb-losses-electricity-2025, fuel-and-energy, kWh, 0.01853",
    "gb-water-supply-2025, purchased-goods, m3, 0.1913",
    "gb-water-treatment-2025, waste, m3, 0.17088",
    "us-spend-computers, purchased-goods, USD, 0.112",
    "us-spend-computer-storage, purchased-goods, USD, 0.136",
    "us-spend-bare-circuit-boards, purchased-goods, USD, 0.167",
    "us-spend-semiconductors, purchased-goods, USD, 0.269",
    "us-spend-connectors, purchased-goods, USD, 0.167",
    "us-spend-circuit-assemblies, purchased-goods, USD, 0.158",
    "us-spend-storage-batteries, purchased-goods, USD, 0.314",
    "us-spend-cable, purchased-goods, USD, 0.359",
    "us-spend-motors, capital-goods, USD, 0.229",
    "us-spend-switchgear, capital-goods, USD, 0.24",
    "us-spend-office-furniture, capital-goods, USD, 0.305",
    "us-spend-measuring-instruments, capital-goods, USD, 0.115"
  })
  void aThousandUnitsAreAThousandTimesThePublishedValue(
      String id, String use, String unit, BigDecimal kilograms) {
    Factor factor = LIBRARY.factor(id).orElseThrow();

    Amount amount = Amount.of(new BigDecimal(1000), Unit.ofWord(unit).orElseThrow());

    assertThat(factor.times(amount).of(Gas.CO2E))
        .isEqualTo(kilograms.movePointRight(12).longValueExact());
    assertThat(factor.key().use()).isEqualTo(use);
    assertThat(factor.verification()).isEqualTo(Verification.ONE_SOURCE);
  }

  @Test
  void noFactorOfTheTwoSetsIsLeftUntested() {
    assertThat(LIBRARY.set("gb-scope3-2025").orElseThrow().factors()).hasSize(47);
    assertThat(LIBRARY.set("us-supply-chain-1-2").orElseThrow().factors()).hasSize(12);
  }
}
