package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
import static org.zerofactory.domain.inventory.InventoryTestData.always;
import static org.zerofactory.domain.inventory.InventoryTestData.amount;
import static org.zerofactory.domain.inventory.InventoryTestData.entry;
import static org.zerofactory.domain.inventory.InventoryTestData.factor;
import static org.zerofactory.domain.inventory.InventoryTestData.grid;
import static org.zerofactory.domain.inventory.InventoryTestData.input;
import static org.zerofactory.domain.inventory.InventoryTestData.power;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/** The synthetic factory of standards.md 9.3 by every method of 10.3. */
class ReferenceFactoryTest {

  private static final Ratio CO2_PER_CARBON = Ratio.of(44, 12);

  // Hubei 2022 0.4364, residual 2022 0.5856; import 52,084.8 MWh, 20,000 MWh of green power
  @Test
  void everyMethodGivesItsOwnTotal() {
    Inventory inventory = inventory(Map.of(InventoryTestData.SITE, "residual"), cover("0"));

    assertThat(inventory.totals().scope1().tonnes()).isEqualByComparingTo("801.80811262");
    assertThat(inventory.totals().scope2Location().tonnes()).isEqualByComparingTo("23279.80672");
    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("19338.85888");
    assertThat(inventory.totals().scopes12Location().tonnes())
        .isEqualByComparingTo("24081.61483262");
    assertThat(inventory.totals().scopes12Market().tonnes()).isEqualByComparingTo("20140.66699262");
    // combustion 648.6566427 + 37.74146992, power (52,084.8 - 244.8) x 0.4364, heat 550; no leaks
    assertThat(inventory.methods().get(AccountingMethod.GB_T_32150).total().tonnes())
        .isEqualByComparingTo("23859.37411262");
  }

  @Test
  void withoutAResidualMixTheGridAverageStandsInAndSaysSo() {
    Inventory inventory = inventory(Map.of(), cover("0"));

    // 32,084.8 x 0.4364 + 550
    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("14551.80672");
    assertThat(inventory.disclosures())
        .extracting(Disclosure::kind)
        .contains(Disclosure.Kind.NO_RESIDUAL_MIX);
  }

  @Test
  void ownPowerWhoseCertificatesWereSoldLosesItsZeroInTheMarketBasedResultOnly() {
    Inventory inventory = inventory(Map.of(InventoryTestData.SITE, "residual"), cover("7915.2"));

    // (32,084.8 + 7,915.2) x 0.5856 + 550
    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("23974");
    assertThat(inventory.totals().scope2Location().tonnes()).isEqualByComparingTo("23279.80672");
  }

  private static MarketCover cover(String sold) {
    return new MarketCover(
        InventoryTestData.SITE,
        YearMonth.of(2022, 6),
        new Energy(20_000_000_000L),
        Carbon.ZERO,
        new Energy(amount(sold, Unit.MEGAWATT_HOUR).value()));
  }

  private static Inventory inventory(Map<String, String> residual, MarketCover cover) {
    return Inventory.of(
        input(
            InventoryRules.ghgProtocol(AR5, residual),
            List.of(
                power("2022-06", Flow.USED, "52084.8"),
                power("2022-06", Flow.EXPORTED, "244.8"),
                power("2022-06", Flow.OWN_GENERATION, "7915.2")),
            List.of(
                entry(
                    "gas",
                    SourceCategory.STATIONARY_COMBUSTION,
                    "2022-01-01",
                    "2022-02-01", // one month, so one rounding
                    amount("30", Unit.TEN_THOUSAND_NORMAL_CUBIC_METRES),
                    "cn-gas"),
                entry(
                    "diesel",
                    SourceCategory.MOBILE_COMBUSTION,
                    "2022-03-01",
                    "2022-04-01",
                    amount("12", Unit.TONNE),
                    "cn-diesel"),
                entry(
                    "chiller",
                    SourceCategory.FUGITIVE,
                    "2022-07-01",
                    "2022-07-02",
                    amount("60", Unit.KILOGRAM),
                    "r-410a"),
                entry(
                    "heat",
                    SourceCategory.HEAT,
                    "2022-01-01",
                    "2023-01-01",
                    amount("5000", Unit.GIGAJOULE),
                    "cn-heat")),
            List.of(cover)),
        factors());
  }

  private static BiFunction<String, LocalDate, Optional<ChosenFactor>> factors() {
    return always(
        grid("grid", "0.4364"),
        grid("residual", "0.5856"),
        // 389.31 GJ/1e4 m3 = 38.931 kJ/L; 15.3 kg C/GJ = 15,300 ug C/kJ; x 0.99 x 44/12
        factor(
            "cn-gas",
            Boundary.COMBUSTION,
            BaseUnit.LITRE,
            Gas.CO2,
            Ratio.of("38.931")
                .times(Ratio.of("15300"))
                .times(Ratio.of("0.99"))
                .times(CO2_PER_CARBON)),
        // 43.33 GJ/t = 43.33 kJ/g; 20.2 kg C/GJ; x 0.98 x 44/12
        factor(
            "cn-diesel",
            Boundary.COMBUSTION,
            BaseUnit.GRAM,
            Gas.CO2,
            Ratio.of("43.33")
                .times(Ratio.of("20200"))
                .times(Ratio.of("0.98"))
                .times(CO2_PER_CARBON)),
        factor(
            "r-410a",
            Boundary.RELEASE,
            BaseUnit.GRAM,
            Map.of(
                new Gas("HFC-32"), Ratio.of(500_000, 1), new Gas("HFC-125"), Ratio.of(500_000, 1))),
        // 0.11 t/GJ = 110,000 ug/kJ
        factor("cn-heat", Boundary.GENERATION, BaseUnit.KILOJOULE, Gas.CO2, Ratio.of(110_000, 1)));
  }
}
