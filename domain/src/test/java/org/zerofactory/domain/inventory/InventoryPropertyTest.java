package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
import static org.zerofactory.domain.inventory.InventoryTestData.SITE;
import static org.zerofactory.domain.inventory.InventoryTestData.at;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

class InventoryPropertyTest {

  private static final BiFunction<String, LocalDate, Optional<ChosenFactor>> FACTORS =
      InventoryTestData.always(
          InventoryTestData.grid("grid", "0.4364"),
          InventoryTestData.grid("residual", "0.5856"),
          InventoryTestData.factor(
              "fuel",
              Boundary.COMBUSTION,
              BaseUnit.GRAM,
              Map.of(
                  Gas.CO2, Ratio.of("3145122.4933").dividedBy(Ratio.of(3, 1)),
                  Gas.CH4_FOSSIL, Ratio.of(127, 7),
                  Gas.N2O, Ratio.of(25, 3))),
          InventoryTestData.factor(
              "goods", Boundary.LIFE_CYCLE, BaseUnit.FEN, Gas.CO2E, Ratio.of(71, 3)));

  @Provide
  Arbitrary<List<MeteredActivity>> metered() {
    Arbitrary<MeteredActivity> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(1, 12),
                Arbitraries.longs().between(0, 5_000_000_000L),
                Arbitraries.of(Flow.USED, Flow.EXPORTED, Flow.OWN_GENERATION),
                Arbitraries.integers().between(0, 100))
            .as(InventoryPropertyTest::metered);
    return one.list().ofMaxSize(30).uniqueElements(m -> List.of(m.meter(), m.month(), m.flow()));
  }

  @Provide
  Arbitrary<List<ActivityEntry>> entries() {
    Arbitrary<ActivityEntry> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 10_000),
                Arbitraries.integers().between(0, 300),
                Arbitraries.integers().between(1, 200),
                Arbitraries.longs().between(0, 50_000_000L),
                Arbitraries.of(SourceCategory.MOBILE_COMBUSTION, SourceCategory.PURCHASED_GOODS))
            .as(InventoryPropertyTest::entry);
    return one.list().ofMaxSize(15).uniqueElements(ActivityEntry::id);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void totalsEqualTheSumsOfTheirPartsInAnyGrouping(
      @ForAll("metered") List<MeteredActivity> metered,
      @ForAll("entries") List<ActivityEntry> entries) {
    Inventory inventory = inventory(2022, metered, entries, List.of());
    InventoryTotals totals = inventory.totals();
    Carbon whole = totals.scope1().plus(totals.scope2Location()).plus(totals.scope3());

    assertThat(sum(totals.byCategory())).isEqualTo(whole);
    assertThat(sum(totals.byIsoCategory())).isEqualTo(whole);
    assertThat(sum(totals.byMonth())).isEqualTo(whole);
    assertThat(sum(totals.byPlace())).isEqualTo(whole);
    assertThat(sum(totals.bySite())).isEqualTo(whole);
    assertThat(sum(totals.byScope3Category())).isEqualTo(totals.scope3());
    assertThat(
            totals.gasesByScope().values().stream()
                .map(InventoryPropertyTest::sum)
                .reduce(Carbon.ZERO, Carbon::plus))
        .isEqualTo(whole);
    assertThat(inventory.origins().sum()).isEqualTo(whole);
    assertThat(at(inventory.methods(), AccountingMethod.GHG_PROTOCOL).total())
        .isEqualTo(totals.scopes12Location());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.MIXIN)
  void theOrderOfTheInputChangesNoByte(
      @ForAll("metered") List<MeteredActivity> metered,
      @ForAll("entries") List<ActivityEntry> entries,
      @ForAll long seed) {
    List<MeteredActivity> otherMetered = new ArrayList<>(metered);
    List<ActivityEntry> otherEntries = new ArrayList<>(entries);
    Collections.shuffle(otherMetered, new Random(seed));
    Collections.shuffle(otherEntries, new Random(seed));

    byte[] one = InventoryJson.bytes(inventory(2022, metered, entries, List.of()));
    byte[] other = InventoryJson.bytes(inventory(2022, otherMetered, otherEntries, List.of()));

    assertThat(other).isEqualTo(one);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.MIXIN)
  void aPeriodSplitAtAMonthAddsUpToTheWhole(
      @ForAll("metered") List<MeteredActivity> metered,
      @ForAll("entries") List<ActivityEntry> entries,
      @ForAll @IntRange(min = 2, max = 12) int month) {
    YearMonth from = YearMonth.of(2022, 1);
    YearMonth cut = YearMonth.of(2022, month);
    YearMonth to = YearMonth.of(2023, 1);

    Inventory whole = inventory(new InventoryPeriod(from, to), metered, entries, List.of());
    Inventory first = inventory(new InventoryPeriod(from, cut), metered, entries, List.of());
    Inventory second = inventory(new InventoryPeriod(cut, to), metered, entries, List.of());

    List<InventoryLine> both = new ArrayList<>(first.lines());
    both.addAll(second.lines());
    assertThat(both).containsExactlyInAnyOrderElementsOf(whole.lines());
    assertThat(first.totals().scope2Market().plus(second.totals().scope2Market()))
        .isEqualTo(whole.totals().scope2Market());
    assertThat(first.totals().scope1().plus(second.totals().scope1()))
        .isEqualTo(whole.totals().scope1());
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.MIXIN)
  void anEntrySplitAtAMonthIsTheSameAsTheWhole(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long grams,
      @ForAll @IntRange(min = 0, max = 29) int start,
      @ForAll @IntRange(min = 1, max = 300) int afterBorder) {
    LocalDate from = LocalDate.of(2022, 1, 1).plusDays(start);
    LocalDate border = LocalDate.of(2022, 2, 1);
    LocalDate to = border.plusDays(afterBorder);
    ActivityEntry whole = fuel("whole", from, to, grams);
    List<Activity> parts = Activities.ofEntry(whole, InventoryTestData.boundary());
    long january = parts.get(0).amount().value();

    Inventory one = inventory(2022, List.of(), List.of(whole), List.of());
    Inventory other =
        inventory(
            2022,
            List.of(),
            List.of(
                fuel("first", from, border, january), fuel("second", border, to, grams - january)),
            List.of());

    assertThat(parts.stream().mapToLong(part -> part.amount().value()).sum()).isEqualTo(grams);
    assertThat(other.totals().byMonth().get(YearMonth.of(2022, 1)))
        .isEqualTo(one.totals().byMonth().get(YearMonth.of(2022, 1)));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.MIXIN)
  void noInstrumentChangesTheLocationBasedResultAndMoreOfThemNeverRaisesTheMarketBased(
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long purchased,
      @ForAll @IntRange(min = 0, max = 100) int fewerPercent,
      @ForAll @IntRange(min = 0, max = 100) int morePercent) {
    List<MeteredActivity> metered = List.of(metered(0, 1, purchased, Flow.USED, 0));
    long fewer = purchased * Math.min(fewerPercent, morePercent) / 100;
    long more = purchased * Math.max(fewerPercent, morePercent) / 100;

    Inventory without = inventory(2022, metered, List.of(), List.of());
    Inventory some = inventory(2022, metered, List.of(), List.of(cover(fewer)));
    Inventory most = inventory(2022, metered, List.of(), List.of(cover(more)));

    assertThat(some.totals().scope2Location()).isEqualTo(without.totals().scope2Location());
    assertThat(some.lines()).isEqualTo(without.lines());
    assertThat(some.totals().scope2Market()).isLessThanOrEqualTo(without.totals().scope2Market());
    assertThat(most.totals().scope2Market()).isLessThanOrEqualTo(some.totals().scope2Market());
    assertThat(most.totals().scope2Market().micrograms()).isNotNegative();
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.MIXIN)
  void exportChangesNothingOfTheGhgProtocolAndLowersTheChineseMethodByItsFactor(
      @ForAll("metered") List<MeteredActivity> metered,
      @ForAll("entries") List<ActivityEntry> entries,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long exported) {
    List<MeteredActivity> with = new ArrayList<>(metered);
    with.add(metered(9, 5, exported, Flow.EXPORTED, 0));

    Inventory before = inventory(2022, metered, entries, List.of());
    Inventory after = inventory(2022, with, entries, List.of());

    assertThat(after.totals()).isEqualTo(before.totals());
    assertThat(after.lines()).isEqualTo(before.lines());
    assertThat(after.market()).isEqualTo(before.market());
    assertThat(
            at(before.methods(), AccountingMethod.GB_T_32150)
                .total()
                .minus(at(after.methods(), AccountingMethod.GB_T_32150).total())
                .micrograms())
        .isEqualTo(exported * 436_400);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void theChangesOfADiffAddUpToTheMicrogram(
      @ForAll("metered") List<MeteredActivity> metered,
      @ForAll("entries") List<ActivityEntry> entries,
      @ForAll("metered") List<MeteredActivity> otherMetered,
      @ForAll("entries") List<ActivityEntry> otherEntries,
      @ForAll ChangeSplit.Convention convention) {
    Inventory before = inventory(2022, metered, entries, List.of());
    Inventory after = inventory(2022, otherMetered, otherEntries, List.of());

    InventoryDiff diff =
        InventoryDiff.of(InventoryDiff.Side.of(before), InventoryDiff.Side.of(after), convention);

    Carbon changed =
        diff.changes().stream()
            .map(InventoryDiff.Change::difference)
            .reduce(Carbon.ZERO, Carbon::plus);
    assertThat(changed).isEqualTo(diff.after().minus(diff.before()));
    assertThat(diff.split().activity().plus(diff.split().factor())).isEqualTo(changed);
    assertThat(diff.before())
        .isEqualTo(before.totals().scopes12Location().plus(before.totals().scope3()));
  }

  private static Inventory inventory(
      int year,
      List<MeteredActivity> metered,
      List<ActivityEntry> entries,
      List<MarketCover> covers) {
    return inventory(InventoryPeriod.ofYear(year), metered, entries, covers);
  }

  private static Inventory inventory(
      InventoryPeriod period,
      List<MeteredActivity> metered,
      List<ActivityEntry> entries,
      List<MarketCover> covers) {
    return Inventory.of(
        new InventoryInput(
            InventoryTestData.boundary(),
            period,
            InventoryRules.ghgProtocol(AR5, Map.of(SITE, "residual")),
            metered,
            List.of(),
            entries,
            covers,
            new InputReferences(List.of(), List.of())),
        FACTORS);
  }

  private static MarketCover cover(long wattHours) {
    return new MarketCover(
        SITE, YearMonth.of(2022, 1), new Energy(wattHours), Carbon.ZERO, Energy.ZERO);
  }

  private static MeteredActivity metered(
      int meter, int month, long wattHours, Flow flow, int estimatedPercent) {
    return new MeteredActivity(
        Place.ofSite(SITE),
        "meter" + meter,
        YearMonth.of(2022, month),
        SourceCategory.ELECTRICITY,
        flow,
        flow == Flow.OWN_GENERATION ? Optional.empty() : Optional.of("grid"),
        new Amount(wattHours, BaseUnit.WATT_HOUR),
        wattHours * estimatedPercent / 100,
        new Completeness(2880, 2880, 0, 0),
        Optional.empty());
  }

  private static ActivityEntry entry(
      int id, int start, int days, long value, SourceCategory category) {
    boolean isFuel = category == SourceCategory.MOBILE_COMBUSTION;
    LocalDate from = LocalDate.of(2021, 12, 1).plusDays(start);
    return InventoryTestData.entry(
        "entry" + id,
        category,
        from.toString(),
        from.plusDays(days).toString(),
        new Amount(value, isFuel ? BaseUnit.GRAM : BaseUnit.FEN),
        isFuel ? "fuel" : "goods");
  }

  private static ActivityEntry fuel(String id, LocalDate from, LocalDate to, long grams) {
    return InventoryTestData.entry(
        id,
        SourceCategory.MOBILE_COMBUSTION,
        from.toString(),
        to.toString(),
        new Amount(grams, BaseUnit.GRAM),
        "fuel");
  }

  private static Carbon sum(Map<?, Carbon> parts) {
    return parts.values().stream().reduce(Carbon.ZERO, Carbon::plus);
  }
}
