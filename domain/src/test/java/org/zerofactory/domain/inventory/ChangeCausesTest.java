package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.inventory.BaseYear.Cause;
import org.zerofactory.domain.inventory.ChangeCauses.Part;
import org.zerofactory.domain.inventory.InventoryBasis.UsedFactor;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;

/** Each cause alone, and several at once. */
class ChangeCausesTest {

  private static final InventoryPeriod YEAR = InventoryPeriod.ofYear(2022);
  private static final String GRID = SourceCategory.ELECTRICITY.word();

  @Test
  void anotherAmountOfTheSamePeriodIsAnError() {
    List<Part> parts =
        causes(
            basis("east"),
            List.of(grid("east", 100, 50)),
            basis("east"),
            List.of(grid("east", 120, 60)));

    assertThat(parts)
        .extracting(Part::cause, Part::source, part -> part.effect().micrograms())
        .containsExactly(tuple(Cause.ERROR, "grid", 10L));
  }

  @Test
  void aReallocationToALineIsNoCauseOfAnything() {
    DiffLine line = line("east", "east/smt", GRID, 40, 20, "f1");

    List<Part> parts =
        causes(
            basis("east"),
            List.of(grid("east", 100, 50)),
            basis("east"),
            List.of(grid("east", 60, 30), line));

    assertThat(parts).isEmpty();
  }

  // Shapley: (120 - 100) x (0.5 + 0.6) / 2 = 11 of activity, 72 - 50 - 11 = 11 of the factor
  @Test
  void anotherFactorIsAChangeOfMethodAndTheAmountBesideItAnError() {
    List<Part> parts =
        causes(
            basis("east"),
            List.of(grid("east", 100, 50)),
            basis("east"),
            List.of(line("east", "east", GRID, 120, 72, "f2")));

    assertThat(parts)
        .extracting(Part::cause, part -> part.effect().micrograms(), Part::reason)
        .containsExactly(
            tuple(Cause.METHOD, 11L, "factor f1 (provisional) to f2"),
            tuple(
                Cause.ERROR,
                11L,
                "readings, entries or contracts of the period say something else"));
  }

  @Test
  void otherPotentialsAreAChangeOfMethod() {
    List<Part> parts =
        causes(
            basis("east"),
            List.of(grid("east", 100, 50)),
            with("AR6", Map.of(), "east"),
            List.of(grid("east", 100, 56)));

    assertThat(parts)
        .extracting(Part::cause, Part::reason)
        .containsExactly(tuple(Cause.METHOD, "potentials of AR5 to AR6"));
  }

  @Test
  void aFactorOfTheSameIdIsAnErrorUnlessItsEditionChanged() {
    var old = with("AR5", Map.of("f1", new UsedFactor("2024", false, "a")), "east");
    var corrected = with("AR5", Map.of("f1", new UsedFactor("2024", false, "b")), "east");
    var newer = with("AR5", Map.of("f1", new UsedFactor("2025", false, "b")), "east");
    List<DiffLine> before = List.of(grid("east", 100, 50));
    List<DiffLine> after = List.of(grid("east", 100, 60));

    assertThat(causes(old, before, corrected, after))
        .extracting(Part::cause)
        .containsExactly(Cause.ERROR);
    assertThat(causes(old, before, newer, after))
        .extracting(Part::cause)
        .containsExactly(Cause.METHOD);
  }

  @Test
  void aSiteThatCameIsStructureAndAStatedAcquisitionIsNamed() {
    var after =
        new InventoryBasis(
            YEAR,
            "AR5",
            Set.of("east", "west"),
            new TreeMap<>(),
            Map.of(),
            Map.of(),
            Map.of("west", "acquisition on 2023-04-01: bought"));

    List<Part> parts =
        causes(
            basis("east"),
            List.of(grid("east", 100, 50)),
            after,
            List.of(grid("east", 100, 50), grid("west", 10, 5)));

    assertThat(parts)
        .containsExactly(
            new Part(
                Cause.STRUCTURE,
                "west",
                GRID,
                "grid",
                new Carbon(5),
                "site west came into the boundary (acquisition on 2023-04-01: bought)"));
  }

  @Test
  void aSourceThatWasInsourcedIsStructureOnlyIfTheOrganisationSaysSo() {
    var stated =
        new InventoryBasis(
            YEAR,
            "AR5",
            Set.of("east"),
            new TreeMap<>(),
            Map.of(),
            Map.of(),
            Map.of("east", "insourcing on 2023-05-01: own lorries"));
    DiffLine lorries =
        new DiffLine(
            "east",
            "east",
            "lorries",
            SourceCategory.MOBILE_COMBUSTION.word(),
            Flow.USED.word(),
            YearMonth.parse("2022-03"),
            BaseUnit.GRAM,
            10,
            new Carbon(30),
            Optional.of("diesel"));
    List<DiffLine> before = List.of(grid("east", 100, 50));
    List<DiffLine> after = List.of(grid("east", 120, 60), lorries);

    assertThat(causes(basis("east"), before, stated, after))
        .extracting(Part::cause, Part::source, Part::reason)
        .containsExactly(
            tuple(
                Cause.STRUCTURE,
                "lorries",
                "lorries came into site east (insourcing on 2023-05-01: own lorries)"),
            tuple(
                Cause.ERROR,
                "grid",
                "readings, entries or contracts of the period say something else"));
    assertThat(causes(basis("east"), before, basis("east"), after))
        .extracting(Part::cause)
        .containsOnly(Cause.ERROR);
  }

  @Test
  void aSiteThatWasOpenedBetweenTwoPeriodsIsGrowth() {
    var after =
        new InventoryBasis(
            InventoryPeriod.ofYear(2023),
            "AR5",
            Set.of("east", "west"),
            new TreeMap<>(),
            Map.of("west", YearMonth.parse("2023-02")),
            Map.of(),
            Map.of());

    List<Part> parts =
        ChangeCauses.of(
            basis("east"),
            new InventoryDiff.Side(List.of(grid("east", 100, 50)), YEAR.from()),
            after,
            new InventoryDiff.Side(
                List.of(at("2023-03", grid("east", 110, 55)), at("2023-03", grid("west", 10, 5))),
                YearMonth.parse("2023-01")));

    assertThat(parts).extracting(Part::cause).containsOnly(Cause.ORGANIC_GROWTH);
    assertThat(parts).extracting(part -> part.effect().micrograms()).containsExactly(5L, 5L);
  }

  @Test
  void aCategoryThatIsNewlyAccountedIsAChangeOfMethod() {
    DiffLine upstream = line("east", "east", SourceCategory.FUEL_AND_ENERGY.word(), 100, 4, "up");

    List<Part> parts =
        causes(
            basis("east"),
            List.of(grid("east", 100, 50)),
            basis("east"),
            List.of(grid("east", 100, 50), upstream));

    assertThat(parts)
        .extracting(Part::cause, Part::reason)
        .containsExactly(tuple(Cause.METHOD, "scope 3, category 3 is accounted now with up"));
  }

  // the category is accounted on both sides; one of them has no March
  @Test
  void aMonthThatOnePeriodLacksIsGrowthInCategoryThreeToo() {
    String upstream = SourceCategory.FUEL_AND_ENERGY.word();
    var after =
        new InventoryBasis(
            InventoryPeriod.ofYear(2023),
            "AR5",
            Set.of("east"),
            new TreeMap<>(),
            Map.of(),
            Map.of(),
            Map.of());
    DiffLine april = at("2022-04", line("east", "east", upstream, 100, 4, "up"));
    DiffLine later = at("2023-04", line("east", "east", upstream, 100, 4, "up"));
    DiffLine march = at("2023-03", line("east", "east", upstream, 100, 4, "up"));

    List<Part> parts =
        ChangeCauses.of(
            basis("east"),
            new InventoryDiff.Side(List.of(grid("east", 100, 50), april), YEAR.from()),
            after,
            new InventoryDiff.Side(
                List.of(at("2023-03", grid("east", 100, 50)), later, march),
                YearMonth.parse("2023-01")));

    assertThat(parts)
        .extracting(Part::cause, part -> part.effect().micrograms())
        .containsExactly(tuple(Cause.ORGANIC_GROWTH, 4L));
  }

  // 4 % each way: neither alone is above 5 %, and they cancel out; their sizes are 8 %
  @Test
  void theThresholdIsForTheSizesOfAllThatCounts() {
    List<Part> parts =
        causes(
            basis("east"),
            List.of(grid("east", 1000, 500), line("east", "east", "process", 1000, 500, "p")),
            basis("east"),
            List.of(grid("east", 1080, 540), line("east", "east", "process", 920, 460, "p")));

    BaseYear.Judgement judgement =
        new BaseYear(2022, "I-1", new Carbon(1000), BigDecimal.valueOf(5))
            .judge(ChangeCauses.triggers(parts));

    assertThat(judgement.effect()).isEqualTo(new Carbon(80));
    assertThat(judgement.isRecalculated()).isTrue();
  }

  @Property(tries = 200)
  void thePartsAddUpToTheDifference(
      @ForAll @LongRange(min = 1_000_000, max = 1_000_000_000_000L) long one,
      @ForAll @LongRange(min = 1_000_000, max = 1_000_000_000_000L) long other,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long carbon,
      @ForAll boolean isSameFactor,
      @ForAll boolean isSameSite) {
    List<DiffLine> before = List.of(grid("east", one, carbon / 3));
    List<DiffLine> after =
        List.of(
            line(
                isSameSite ? "east" : "west",
                isSameSite ? "east" : "west",
                GRID,
                other,
                carbon,
                isSameFactor ? "f1" : "f2"));

    List<Part> parts = causes(basis("east"), before, basis(isSameSite ? "east" : "west"), after);

    assertThat(parts.stream().map(Part::effect).reduce(Carbon.ZERO, Carbon::plus))
        .isEqualTo(new Carbon(carbon - carbon / 3));
  }

  private static List<Part> causes(
      InventoryBasis before, List<DiffLine> old, InventoryBasis after, List<DiffLine> now) {
    return ChangeCauses.of(
        before,
        new InventoryDiff.Side(old, YEAR.from()),
        after,
        new InventoryDiff.Side(now, YEAR.from()));
  }

  private static InventoryBasis basis(String... sites) {
    return with("AR5", Map.of("f1", new UsedFactor("2024", true, "a")), sites);
  }

  private static InventoryBasis with(String gwp, Map<String, UsedFactor> factors, String... sites) {
    return new InventoryBasis(
        YEAR, gwp, Set.of(sites), new TreeMap<>(factors), Map.of(), Map.of(), Map.of());
  }

  private static DiffLine grid(String site, long amount, long carbon) {
    return line(site, site, GRID, amount, carbon, "f1");
  }

  private static DiffLine at(String month, DiffLine line) {
    return new DiffLine(
        line.site(),
        line.place(),
        line.source(),
        line.category(),
        line.flow(),
        YearMonth.parse(month),
        line.unit(),
        line.amount(),
        line.carbon(),
        line.factor());
  }

  private static DiffLine line(
      String site, String place, String category, long amount, long carbon, String factor) {
    return new DiffLine(
        site,
        place,
        "grid",
        category,
        Flow.USED.word(),
        YearMonth.parse("2022-03"),
        BaseUnit.WATT_HOUR,
        amount,
        new Carbon(carbon),
        Optional.of(factor));
  }
}
