package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
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

class InventoryRefusalTest {

  private static final InventoryRules RULES = InventoryRules.ghgProtocol(AR5, Map.of());
  private static final BiFunction<String, LocalDate, Optional<ChosenFactor>> FACTORS =
      InventoryTestData.always(
          grid("grid", "0.5"),
          factor("fuel", Boundary.COMBUSTION, BaseUnit.GRAM, Gas.CO2, Ratio.ONE),
          factor("nf3", Boundary.RELEASE, BaseUnit.GRAM, Gas.NF3, Ratio.ONE),
          factor("footprint", Boundary.LIFE_CYCLE, BaseUnit.WATT_HOUR, Gas.CO2E, Ratio.ONE));

  @Test
  void anUnapprovedEntryAndOneWithoutADocumentAreNamedTogether() {
    List<Refusal> refusals =
        refusals(
            input(
                RULES,
                List.of(),
                List.of(
                    with(diesel("E1", "fuel"), Optional.empty(), Optional.of("wang")),
                    with(diesel("E2", "fuel"), Optional.of("ab"), Optional.empty())),
                List.of()));

    assertThat(refusals)
        .extracting(Refusal::toString)
        .containsExactly(
            "entry E1 of site wuhan: expected a document that shows the amount, found none",
            "entry E2 of site wuhan: expected the approval of another person than li, found none");
  }

  @Test
  void aMissingFactorIsNeverZero() {
    List<Refusal> refusals =
        refusals(input(RULES, List.of(), List.of(diesel("E1", "diesel")), List.of()));

    assertThat(refusals)
        .containsExactly(
            new Refusal(
                Refusal.Kind.MISSING_FACTOR,
                "entry E1 of site wuhan",
                "series diesel has no factor valid on 2022-03-01"));
  }

  @Test
  void aLifeCycleFactorHasNoPlaceInScope2() {
    MeteredActivity power =
        InventoryTestData.metered(
            "grid",
            "2022-01",
            SourceCategory.ELECTRICITY,
            Flow.USED,
            "footprint",
            amount("1", Unit.MEGAWATT_HOUR));

    assertThat(refusals(input(RULES, List.of(power), List.of(), List.of())))
        .extracting(Refusal::kind)
        .contains(Refusal.Kind.WRONG_USE);
  }

  @Test
  void aFactorOfAnotherUnitIsRefused() {
    ActivityEntry litres =
        entry(
            "E1",
            SourceCategory.MOBILE_COMBUSTION,
            "2022-03-01",
            "2022-03-02",
            amount("1", Unit.LITRE),
            "fuel");

    assertThat(refusals(input(RULES, List.of(), List.of(litres), List.of())))
        .containsExactly(
            new Refusal(
                Refusal.Kind.WRONG_UNIT,
                "entry E1 of site wuhan",
                "factor fuel-1 is for g, but the amount is in L"));
  }

  @Test
  void aGasWithoutAPotentialIsRefused() {
    ActivityEntry etching =
        entry(
            "E1",
            SourceCategory.PROCESS,
            "2022-03-01",
            "2022-03-02",
            amount("1", Unit.KILOGRAM),
            "nf3");

    assertThat(refusals(input(RULES, List.of(), List.of(etching), List.of())))
        .containsExactly(
            new Refusal(
                Refusal.Kind.MISSING_POTENTIAL,
                "entry E1 of site wuhan",
                "the potentials of AR5 have no value for NF3"));
  }

  @Test
  void whatIsOutsideTheBoundaryOrThereTwiceIsRefused() {
    MeteredActivity stray =
        new MeteredActivity(
            Place.ofMachine("wuhan", "smt", "lathe"),
            "m1",
            YearMonth.of(2022, 1),
            SourceCategory.ELECTRICITY,
            Flow.USED,
            Optional.of("grid"),
            amount("1", Unit.MEGAWATT_HOUR),
            0,
            org.zerofactory.domain.account.Completeness.NONE,
            Optional.empty());

    assertThat(
            refusals(
                input(
                    RULES,
                    List.of(
                        stray, power("2022-01", Flow.USED, "1"), power("2022-01", Flow.USED, "2")),
                    List.of(),
                    List.of())))
        .extracting(Refusal::toString)
        .containsExactly(
            "meter m1 of site wuhan in 2022-01: machine lathe is not in the boundary of line smt",
            "meter used of site wuhan in 2022-01: is there twice as used");
  }

  @Test
  void instrumentsBeyondConsumptionAreRefused() {
    MarketCover cover =
        new MarketCover(
            "wuhan", YearMonth.of(2022, 1), new Energy(1_000_001), Carbon.ZERO, Energy.ZERO);

    assertThat(
            refusals(
                input(RULES, List.of(power("2022-01", Flow.USED, "1")), List.of(), List.of(cover))))
        .containsExactly(
            new Refusal(
                Refusal.Kind.COVER_BEYOND_CONSUMPTION,
                "cover of site wuhan in 2022-01",
                "expected at most 1000000 Wh of instruments, but were 1000001"));
  }

  @Test
  void emissionsTradingNeedsItsOwnElectricityFactor() {
    InventoryRules trading =
        new InventoryRules(
            AccountingMethod.CN_ETS,
            AR5,
            new java.util.TreeMap<>(),
            new java.util.TreeMap<>(),
            new java.util.TreeMap<>(),
            Uncertainties.NONE);

    assertThat(
            refusals(
                input(trading, List.of(power("2022-01", Flow.USED, "1")), List.of(), List.of())))
        .extracting(Refusal::place)
        .containsExactly("rules");
  }

  // Each day of an hourly or daily series has its own factor: one can't stand for a month.
  @Test
  void aSeriesThatChangesWithinTheMonthIsRefused() {
    BiFunction<String, LocalDate, Optional<ChosenFactor>> daily =
        (series, day) -> Optional.of(new ChosenFactor(grid("grid" + day, "0.5"), false));

    InventoryRefusedException refused =
        catchThrowableOfType(
            InventoryRefusedException.class,
            () ->
                Inventory.of(
                    input(RULES, List.of(power("2022-01", Flow.USED, "1")), List.of(), List.of()),
                    daily));

    assertThat(refused.refusals())
        .extracting(Refusal::reason)
        .contains(
            "series grid changes between 2022-01-01 and 2022-01-31, so the amount needs to be"
                + " stated in parts");
  }

  private static List<Refusal> refusals(InventoryInput input) {
    return catchThrowableOfType(InventoryRefusedException.class, () -> Inventory.of(input, FACTORS))
        .refusals();
  }

  private static ActivityEntry diesel(String id, String series) {
    return entry(
        id,
        SourceCategory.MOBILE_COMBUSTION,
        "2022-03-01",
        "2022-03-02",
        amount("1", Unit.TONNE),
        series);
  }

  private static ActivityEntry with(
      ActivityEntry entry, Optional<String> document, Optional<String> approvedBy) {
    return new ActivityEntry(
        entry.id(),
        entry.site(),
        entry.category(),
        entry.subject(),
        entry.description(),
        entry.from(),
        entry.to(),
        entry.amount(),
        entry.factorSeries(),
        document,
        entry.enteredBy(),
        approvedBy);
  }
}
