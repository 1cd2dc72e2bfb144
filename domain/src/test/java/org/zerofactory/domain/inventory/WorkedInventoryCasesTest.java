package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
import static org.zerofactory.domain.inventory.InventoryTestData.SITE;
import static org.zerofactory.domain.inventory.InventoryTestData.amount;
import static org.zerofactory.domain.inventory.InventoryTestData.at;
import static org.zerofactory.domain.inventory.InventoryTestData.entry;
import static org.zerofactory.domain.inventory.InventoryTestData.factor;
import static org.zerofactory.domain.inventory.InventoryTestData.grid;
import static org.zerofactory.domain.inventory.InventoryTestData.input;
import static org.zerofactory.domain.inventory.InventoryTestData.metered;
import static org.zerofactory.domain.inventory.InventoryTestData.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zerofactory.domain.WorkedCase;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

class WorkedInventoryCasesTest {

  private static final BiFunction<String, LocalDate, Optional<ChosenFactor>> FACTORS =
      InventoryTestData.always(
          grid("grid", "0.5"),
          grid("roof", "0"),
          grid("residual", "0.6"),
          grid("residual-zero", "0"),
          grid("scheme", "0.57"),
          factor("upstream", Boundary.UPSTREAM, BaseUnit.WATT_HOUR, Gas.CO2E, Ratio.of(40_000, 1)),
          factor("losses", Boundary.UPSTREAM, BaseUnit.WATT_HOUR, Gas.CO2E, Ratio.of(25_000, 1)),
          factor("diesel", Boundary.COMBUSTION, BaseUnit.GRAM, Gas.CO2, Ratio.of(3_000_000, 1)),
          factor("steam", Boundary.GENERATION, BaseUnit.KILOJOULE, Gas.CO2, Ratio.of(110_000, 1)),
          factor("steel", Boundary.LIFE_CYCLE, BaseUnit.GRAM, Gas.CO2E, Ratio.of(2_100_000, 1)),
          factor("services", Boundary.LIFE_CYCLE, BaseUnit.FEN, Gas.CO2E, Ratio.of(450_000, 1)),
          factor(
              "truck",
              Boundary.LIFE_CYCLE,
              BaseUnit.KILOGRAM_KILOMETRE,
              Gas.CO2E,
              Ratio.of(74_000, 1)),
          factor(
              "landfill", Boundary.LIFE_CYCLE, BaseUnit.GRAM, Gas.CH4_FOSSIL, Ratio.of(20_000, 1)),
          factor("car", Boundary.LIFE_CYCLE, BaseUnit.METRE, Gas.CO2E, Ratio.of(170_000, 1)),
          factor(
              "hotel",
              Boundary.LIFE_CYCLE,
              BaseUnit.NIGHT,
              Gas.CO2E,
              Ratio.of(30_000_000_000L, 1)));

  @TestFactory
  Stream<DynamicTest> electricity() {
    List<MeteredActivity> resold =
        List.of(power("2022-01", Flow.USED, "100"), power("2022-01", Flow.RESOLD, "30"));
    List<MeteredActivity> roof =
        List.of(
            power("2022-01", Flow.USED, "100"),
            metered(
                "roof",
                "2022-01",
                SourceCategory.ELECTRICITY,
                Flow.DIRECT_LINE,
                "roof",
                amount("40", Unit.MEGAWATT_HOUR)));
    return WorkedCase.tests(
        List.of(
            // (100 - 30) x 0.5
            new WorkedCase(
                "what is resold leaves scope 2",
                "Scope 2 Guidance, chapter 5",
                "35",
                () -> of(resold).totals().scope2Location().tonnes()),
            // 30 x 0.5
            new WorkedCase(
                "and counts in category 3",
                "Scope 3 Standard, table 5.4",
                "15",
                () -> at(of(resold).totals().byScope3Category(), 3).tonnes()),
            // 70 x 0.6
            new WorkedCase(
                "market-based it is left out too",
                "Scope 2 Guidance, chapter 6",
                "42",
                () -> of(resold).totals().scope2Market().tonnes()),
            // 100 x 0.5 + 40 x 0
            new WorkedCase(
                "power from a roof of somebody else's",
                "Scope 2 Guidance, chapter 6",
                "50",
                () -> of(roof).totals().scope2Location().tonnes()),
            // 100 x 0.6 + 15 x 0.6, since claims of 15 MWh were sold
            new WorkedCase(
                "a roof whose certificates were sold in part",
                "Scope 2 Guidance, quality criteria",
                "69",
                () ->
                    of(roof, List.of(), List.of(cover("0", "0", "15")))
                        .totals()
                        .scope2Market()
                        .tonnes()),
            // 60 at the instruments' own 0.012 = 0.72 t, 40 x 0.6 = 24 t
            new WorkedCase(
                "instruments with a factor of their own",
                "Scope 2 Guidance, chapter 6",
                "24.72",
                () ->
                    of(
                            List.of(power("2022-01", Flow.USED, "100")),
                            List.of(),
                            List.of(cover("60", "0.72", "0")))
                        .totals()
                        .scope2Market()
                        .tonnes()),
            // 100 x 0.5 - 20 x 0.5
            new WorkedCase(
                "export by GB/T 32150",
                "GB/T 32150-2015",
                "40",
                () -> at(exporting().methods(), AccountingMethod.GB_T_32150).total().tonnes()),
            // (100 - 20) x 0.57
            new WorkedCase(
                "export by the scheme's factor",
                "emissions trading",
                "45.6",
                () -> at(exporting().methods(), AccountingMethod.CN_ETS).total().tonnes()),
            // 100 x 0.5
            new WorkedCase(
                "export by the GHG Protocol",
                "Corporate Standard, chapter 4",
                "50",
                () -> at(exporting().methods(), AccountingMethod.GHG_PROTOCOL).total().tonnes()),
            // 100 x 0.04 + 100 x 0.025
            new WorkedCase(
                "fuel supply and grid losses of purchased power",
                "Scope 3 Standard, category 3",
                "6.5",
                () -> at(exporting().totals().byScope3Category(), 3).tonnes())));
  }

  @TestFactory
  Stream<DynamicTest> entries() {
    Inventory inventory = of(List.of(), scope3Entries(), List.of());
    return WorkedCase.tests(
        List.of(
            // 31 of 59 days of 59 t diesel, x 3
            new WorkedCase(
                "two months of diesel, January",
                "apportioned by days",
                "93",
                () -> at(inventory.totals().byMonth(), YearMonth.of(2022, 1)).tonnes()),
            // 5 t x 2.1
            new WorkedCase(
                "steel, activity-based",
                "Scope 3, category 1",
                "10.5",
                () -> category3(inventory, 1)),
            // 200,000 CNY x 0.045 kg = 9 t
            new WorkedCase(
                "machines, spend-based", "Scope 3, category 2", "9", () -> category3(inventory, 2)),
            // 10,500 tkm x 0.074 kg
            new WorkedCase(
                "freight", "Scope 3, category 4", "0.777", () -> category3(inventory, 4)),
            // 10 t x 0.02 t CH4 x 28
            new WorkedCase("waste", "Scope 3, category 5", "5.6", () -> category3(inventory, 5)),
            // 12 nights x 30 kg
            new WorkedCase("hotels", "Scope 3, category 6", "0.36", () -> category3(inventory, 6)),
            // 100,000 km x 0.17 kg
            new WorkedCase("commuting", "Scope 3, category 7", "17", () -> category3(inventory, 7)),
            // 800 GJ x 0.11
            new WorkedCase(
                "steam from the bill",
                "GB/T 32150",
                "88",
                () -> inventory.totals().scope2Location().tonnes()),
            // freight 0.777 + hotels 0.36 + commuting 17
            new WorkedCase(
                "transport as a category of ISO 14064-1",
                "ISO 14064-1:2018",
                "18.137",
                () -> at(inventory.totals().byIsoCategory(), 3).tonnes()),
            // goods 10.5 + machines 9 + waste 5.6
            new WorkedCase(
                "products used as a category of ISO 14064-1",
                "ISO 14064-1:2018",
                "25.1",
                () -> at(inventory.totals().byIsoCategory(), 4).tonnes())));
  }

  // 90 MWh of grid power and 10 MWh of own: the line's meter saw 40 of 100, so 36 of the 90
  @Test
  void subMetersTellLinesApartAndAddNothing() {
    InventoryInput input =
        new InventoryInput(
            InventoryTestData.boundary(),
            InventoryPeriod.ofYear(2022),
            rules("residual"),
            List.of(power("2022-01", Flow.USED, "90"), power("2022-01", Flow.OWN_GENERATION, "10")),
            List.of(
                new SubMeterShare(
                    "used",
                    "smt-meter",
                    Place.ofLine(SITE, "smt"),
                    YearMonth.of(2022, 1),
                    amount("40", Unit.MEGAWATT_HOUR))),
            List.of(),
            List.of(),
            new InputReferences(List.of(), List.of()));

    Inventory inventory = Inventory.of(input, FACTORS);

    assertThat(at(inventory.totals().byPlace(), "wuhan/smt").tonnes())
        .isEqualByComparingTo("18"); // 36 x 0.5
    assertThat(at(inventory.totals().byPlace(), "wuhan").tonnes()).isEqualByComparingTo("27");
  }

  // 100 MWh of which 25 are estimated: 12.5 of 50 t
  @Test
  void sharesAndGapsAreStated() {
    MeteredActivity gappy =
        new MeteredActivity(
            Place.ofSite(SITE),
            "main",
            YearMonth.of(2022, 2),
            SourceCategory.ELECTRICITY,
            Flow.USED,
            Optional.of("grid"),
            amount("100", Unit.MEGAWATT_HOUR),
            25_000_000,
            new Completeness(2688, 2000, 672, 16),
            Optional.of(new BlockRange(5, 2692)));

    Inventory inventory = of(List.of(gappy));

    assertThat(inventory.origins().estimated().tonnes()).isEqualByComparingTo("12.5");
    assertThat(inventory.origins().share(Origin.MEASURED)).contains(new BigDecimal("0.750000"));
    assertThat(inventory.completeness().missingMonths()).hasSize(11);
    assertThat(inventory.disclosures())
        .extracting(Disclosure::kind)
        .contains(
            Disclosure.Kind.MISSING_QUARTER_HOURS,
            Disclosure.Kind.ESTIMATED,
            Disclosure.Kind.MISSING_MONTH);
  }

  @Test
  void aResidualFactorOfZeroIsNotBelieved() {
    Inventory inventory =
        Inventory.of(
            input(
                rules("residual-zero"),
                List.of(power("2022-01", Flow.USED, "100")),
                List.of(),
                List.of()),
            FACTORS);

    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("50");
    assertThat(inventory.disclosures())
        .extracting(Disclosure::kind)
        .contains(Disclosure.Kind.RESIDUAL_IS_ZERO);
  }

  // heat: (1,000 - 200) GJ x 0.11 = 88 t by GB/T 32150, 110 t by the GHG Protocol
  @Test
  void exportedHeatIsDeductedByTheChineseMethodOnly() {
    Inventory inventory = of(List.of(steam(Flow.USED, "1000"), steam(Flow.EXPORTED, "200")));

    assertThat(at(inventory.methods(), AccountingMethod.GB_T_32150).total().tonnes())
        .isEqualByComparingTo("88");
    assertThat(at(inventory.methods(), AccountingMethod.GHG_PROTOCOL).total().tonnes())
        .isEqualByComparingTo("110");
    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("110");
  }

  // January to January: 100 x 0.5 -> nothing is 50 t less by activity; a new diesel source adds 3 t
  @Test
  void sourcesThatCameAndWentAreNamedAndAreActivityAlone() {
    Inventory before = of(List.of(power("2022-01", Flow.USED, "100")));
    Inventory after =
        of(
            List.of(),
            List.of(
                entry(
                    "truck",
                    SourceCategory.MOBILE_COMBUSTION,
                    "2022-01-01",
                    "2022-02-01",
                    amount("1", Unit.TONNE),
                    "diesel")),
            List.of());

    InventoryDiff diff =
        InventoryDiff.of(
            InventoryDiff.Side.of(before),
            InventoryDiff.Side.of(after),
            ChangeSplit.Convention.LASPEYRES);

    assertThat(diff.changes())
        .extracting(InventoryDiff.Change::kind)
        .containsExactlyInAnyOrder(InventoryDiff.Kind.ADDED, InventoryDiff.Kind.REMOVED);
    assertThat(diff.split().activity().tonnes()).isEqualByComparingTo("-47");
    assertThat(diff.split().factor()).isEqualTo(Carbon.ZERO);
  }

  private static MeteredActivity steam(Flow flow, String gigajoules) {
    return metered(
        "steam-" + flow.word(),
        "2022-01",
        SourceCategory.STEAM,
        flow,
        "steam",
        amount(gigajoules, Unit.GIGAJOULE));
  }

  private static Inventory exporting() {
    TreeMap<String, List<String>> upstream = new TreeMap<>();
    upstream.put("grid", List.of("upstream", "losses"));
    InventoryRules rules =
        new InventoryRules(
            AccountingMethod.GB_T_32150,
            AR5,
            upstream,
            new TreeMap<>(Map.of(SITE, "residual")),
            new TreeMap<>(Map.of(SITE, "scheme")),
            Uncertainties.NONE);
    return Inventory.of(
        input(
            rules,
            List.of(power("2022-01", Flow.USED, "100"), power("2022-01", Flow.EXPORTED, "20")),
            List.of(),
            List.of()),
        FACTORS);
  }

  private static List<ActivityEntry> scope3Entries() {
    return List.of(
        entry(
            "generator",
            SourceCategory.STATIONARY_COMBUSTION,
            "2022-01-01",
            "2022-03-01",
            amount("59", Unit.TONNE),
            "diesel"),
        june("steel", SourceCategory.PURCHASED_GOODS, "5", Unit.TONNE, "steel"),
        june("robots", SourceCategory.CAPITAL_GOODS, "200000", Unit.YUAN, "services"),
        june("truck", SourceCategory.UPSTREAM_TRANSPORT, "10500", Unit.TONNE_KILOMETRE, "truck"),
        june("dump", SourceCategory.WASTE, "10", Unit.TONNE, "landfill"),
        june("fair", SourceCategory.BUSINESS_TRAVEL, "12", Unit.NIGHT, "hotel"),
        june("staff", SourceCategory.COMMUTING, "100000", Unit.KILOMETRE, "car"),
        june("steam", SourceCategory.STEAM, "800", Unit.GIGAJOULE, "steam"));
  }

  private static ActivityEntry june(
      String id, SourceCategory category, String number, Unit unit, String series) {
    return entry(id, category, "2022-06-01", "2022-07-01", amount(number, unit), series);
  }

  private static BigDecimal category3(Inventory inventory, int category) {
    return at(inventory.totals().byScope3Category(), category).tonnes();
  }

  private static Inventory of(List<MeteredActivity> metered) {
    return of(metered, List.of(), List.of());
  }

  private static Inventory of(
      List<MeteredActivity> metered, List<ActivityEntry> entries, List<MarketCover> covers) {
    return Inventory.of(input(rules("residual"), metered, entries, covers), FACTORS);
  }

  private static InventoryRules rules(String residual) {
    return InventoryRules.ghgProtocol(AR5, Map.of(SITE, residual));
  }

  private static MarketCover cover(String covered, String tonnes, String sold) {
    return new MarketCover(
        SITE,
        YearMonth.of(2022, 1),
        new Energy(amount(covered, Unit.MEGAWATT_HOUR).value()),
        new Carbon(new BigDecimal(tonnes).movePointRight(12).longValueExact()),
        new Energy(amount(sold, Unit.MEGAWATT_HOUR).value()));
  }
}
