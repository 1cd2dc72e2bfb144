package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.inventory.OrganisationInventory.Part;
import org.zerofactory.domain.inventory.OrganisationInventory.Terms;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;

/** Two sites and more, added up by hand and in every order. */
class OrganisationInventoryTest {

  private static final InventoryPeriod PERIOD = InventoryPeriod.ofYear(2022);
  private static final Terms TERMS = new Terms(PERIOD, AccountingMethod.GHG_PROTOCOL, "AR5");

  /** 0.5 kg/kWh here, 0.6 kg/kWh of the rest, 0.05 upstream, 2 kg/m3 of gas. */
  private static final BiFunction<String, LocalDate, Optional<ChosenFactor>> FACTORS =
      InventoryTestData.always(
          InventoryTestData.grid("grid", "0.5"),
          InventoryTestData.grid("residual", "0.6"),
          InventoryTestData.factor(
              "upstream",
              FactorKey.Boundary.UPSTREAM,
              BaseUnit.WATT_HOUR,
              Gas.CO2E,
              Ratio.of(50_000, 1)),
          InventoryTestData.factor(
              "gas",
              FactorKey.Boundary.COMBUSTION,
              BaseUnit.LITRE,
              Gas.CO2,
              Ratio.of(2_000_000, 1)));

  // east: 1,000 kWh x 0.5 = 500 kg, 30 m3 x 2 = 60 kg; west: 3,000 kWh x 0.5 = 1,500 kg, no gas
  // market-based 600 + 1,800 kg; category 3: 1,000 x 0.05 + 3,000 x 0.05 = 200 kg
  @Test
  void twoSitesAddUpAsByHand() {
    Inventory both =
        OrganisationInventory.of(
            organisation("east", "west"),
            TERMS,
            List.of(part("west", 3_000_000, 0), part("east", 1_000_000, 30_000)));

    InventoryTotals totals = both.totals();
    assertThat(totals.scope1().kilograms()).isEqualByComparingTo("60");
    assertThat(totals.scope2Location().kilograms()).isEqualByComparingTo("2000");
    assertThat(totals.scope2Market().kilograms()).isEqualByComparingTo("2400");
    assertThat(totals.scope3().kilograms()).isEqualByComparingTo("200");
    assertThat(totals.byScope3Category()).containsOnlyKeys(3);
    assertThat(totals.bySite().keySet()).containsExactly("east", "west");
    assertThat(InventoryTestData.at(totals.bySite(), "east").kilograms())
        .isEqualByComparingTo("610"); // 500 + 60 + 50
    assertThat(InventoryTestData.at(totals.bySite(), "west").kilograms())
        .isEqualByComparingTo("1650"); // 1,500 + 150
    assertThat(
            InventoryTestData.at(both.methods(), AccountingMethod.GHG_PROTOCOL).total().kilograms())
        .isEqualByComparingTo("2060");
    assertThat(both.boundary().organisation()).isEqualTo("Two mills");
    assertThat(both.boundary().sites())
        .extracting(Boundary.Site::id)
        .containsExactly("east", "west");
    assertThat(both.lines()).extracting(line -> line.place().site()).contains("east", "west");
  }

  // the meters are apart: 10 % of 500 and 10 % of 1,500 in quadrature; the factor is common: 20 %
  // of
  // 2,000; root of 50^2 + 150^2 + 400^2 = 430.116 kg, of 2,000 kg 21.506 %
  @Test
  void aFactorThatSitesShareIsOffForAllOfThemTogether() {
    Uncertainties doubts =
        new Uncertainties(
            Map.of(),
            Map.of(SourceCategory.ELECTRICITY, BigDecimal.TEN),
            Map.of("grid", BigDecimal.valueOf(20)));
    Inventory both =
        OrganisationInventory.of(
            organisation("east", "west"),
            TERMS,
            List.of(
                part("east", 1_000_000, 0, doubts, false),
                part("west", 3_000_000, 0, doubts, false)));

    InventoryUncertainty uncertainty = InventoryUncertainty.of(both, 20_000, 7);

    assertThat(uncertainty.quadraturePercent().orElseThrow()).isCloseTo(21.506, within(0.001));
    assertThat(uncertainty.monteCarlo().orElseThrow().percent()).isCloseTo(21.506, within(0.5));
    assertThat(uncertainty.stated().kilograms()).isEqualByComparingTo("2000");
  }

  @Test
  void aSiteOfOtherTermsIsRefusedWithPlaceAndReason() {
    Inventory gbt = inventory("west", 1, 0, Uncertainties.NONE, AccountingMethod.GB_T_32150);

    assertThatThrownBy(
            () ->
                OrganisationInventory.of(
                    organisation("east", "west", "north"),
                    TERMS,
                    List.of(part("east", 1, 0), new Part(gbt, Optional.empty()))))
        .isInstanceOfSatisfying(
            InventoryRefusedException.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::toString)
                    .containsExactly(
                        "site west: expected an inventory of 2022-01 to before 2023-01 by"
                            + " ghg-protocol with AR5, found 2022-01 to before 2023-01 by"
                            + " gb-t-32150 with AR5",
                        "site north: expected an inventory of 2022-01 to before 2023-01 by"
                            + " ghg-protocol with AR5, found none"));
  }

  @Test
  void aSiteThatIsThereTwiceOrOfSomebodyElseIsRefused() {
    assertThatThrownBy(
            () ->
                OrganisationInventory.of(
                    organisation("east"),
                    TERMS,
                    List.of(part("east", 1, 0), part("east", 1, 0), part("south", 1, 0))))
        .isInstanceOf(InventoryRefusedException.class)
        .hasMessageContaining("site east: is there twice")
        .hasMessageContaining("site south: is no site of two-mills");
  }

  @Test
  void aSiteCountsFromTheMonthOfItsOpeningToThatOfItsClosing() {
    Organisation organisation =
        new Organisation(
            "two-mills",
            "Two mills",
            List.of(
                new Organisation.Member("east", Optional.empty(), month("2022-01")),
                new Organisation.Member("west", month("2022-12"), Optional.empty()),
                new Organisation.Member("north", month("2023-01"), Optional.empty())),
            List.of(),
            List.of());

    assertThat(organisation.sitesIn(PERIOD)).containsExactly("west");
  }

  @Property(tries = 60)
  void sumsAreTheSameInAnyOrderAndGroupingOfSites(
      @ForAll @Size(min = 2, max = 6) List<@LongRange(min = 0, max = 90_000_000_000L) Long> amounts,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Part> parts = new ArrayList<>();
    List<String> sites = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      sites.add("site-" + i);
      parts.add(part("site-" + i, amounts.get(i), amounts.get(i) / 7));
    }
    Inventory straight =
        OrganisationInventory.of(organisation(sites.toArray(String[]::new)), TERMS, parts);

    Collections.shuffle(parts, random);
    int cut = 1 + random.nextInt(parts.size() - 1);
    Part first = grouped(parts.subList(0, cut));
    Part second = grouped(parts.subList(cut, parts.size()));
    Inventory other =
        OrganisationInventory.of(
            organisation(sites.toArray(String[]::new)), TERMS, List.of(second, first));

    assertThat(other.totals()).isEqualTo(straight.totals());
    assertThat(other.methods()).isEqualTo(straight.methods());
    assertThat(other.origins()).isEqualTo(straight.origins());
    assertThat(other.lines()).isEqualTo(straight.lines());
    assertThat(other.market()).isEqualTo(straight.market());
    assertThat(other.factors()).isEqualTo(straight.factors());
    assertThat(other.completeness()).isEqualTo(straight.completeness());
    assertThat(straight.totals().bySite().values().stream().reduce(Carbon.ZERO, Carbon::plus))
        .isEqualTo(
            straight.lines().stream().map(InventoryLine::carbon).reduce(Carbon.ZERO, Carbon::plus));
  }

  private static Part grouped(List<Part> parts) {
    String[] sites = parts.stream().flatMap(part -> part.sites().stream()).toArray(String[]::new);
    return new Part(OrganisationInventory.of(organisation(sites), TERMS, parts), Optional.empty());
  }

  private static Organisation organisation(String... sites) {
    return new Organisation(
        "two-mills",
        "Two mills",
        java.util.Arrays.stream(sites)
            .map(site -> new Organisation.Member(site, Optional.empty(), Optional.empty()))
            .toList(),
        List.of(),
        List.of());
  }

  private static Optional<YearMonth> month(String text) {
    return Optional.of(YearMonth.parse(text));
  }

  private static Part part(String site, long wattHours, long litres) {
    return part(site, wattHours, litres, Uncertainties.NONE, true);
  }

  private static Part part(
      String site, long wattHours, long litres, Uncertainties doubts, boolean withUpstream) {
    return new Part(
        inventory(site, wattHours, litres, doubts, AccountingMethod.GHG_PROTOCOL, withUpstream),
        Optional.empty());
  }

  private static Inventory inventory(
      String site, long wattHours, long litres, Uncertainties doubts, AccountingMethod method) {
    return inventory(site, wattHours, litres, doubts, method, true);
  }

  private static Inventory inventory(
      String site,
      long wattHours,
      long litres,
      Uncertainties doubts,
      AccountingMethod method,
      boolean withUpstream) {
    TreeMap<String, List<String>> upstream = new TreeMap<>();
    if (withUpstream) {
      upstream.put("grid", List.of("upstream"));
    }
    InventoryRules rules =
        new InventoryRules(
            method,
            AR5,
            upstream,
            new TreeMap<>(Map.of(site, "residual")),
            new TreeMap<>(),
            doubts);
    return Inventory.of(
        new InventoryInput(
            new Boundary(site, List.of(new Boundary.Site(site, site, List.of())), List.of()),
            PERIOD,
            rules,
            List.of(
                metered(
                    site,
                    "grid",
                    SourceCategory.ELECTRICITY,
                    "grid",
                    BaseUnit.WATT_HOUR,
                    wattHours),
                metered(
                    site,
                    "gas",
                    SourceCategory.STATIONARY_COMBUSTION,
                    "gas",
                    BaseUnit.LITRE,
                    litres)),
            List.of(),
            List.of(),
            List.of(),
            new InputReferences(List.of(), List.of())),
        FACTORS);
  }

  private static MeteredActivity metered(
      String site,
      String meter,
      SourceCategory category,
      String series,
      BaseUnit unit,
      long amount) {
    return new MeteredActivity(
        Place.ofSite(site),
        meter,
        YearMonth.parse("2022-03"),
        category,
        Flow.USED,
        Optional.of(series),
        new Amount(amount, unit),
        amount / 3,
        new Completeness(2976, 2900, 70, 6),
        Optional.of(new BlockRange(1, 2976)));
  }
}
