package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.zerofactory.domain.inventory.Refusal.Kind;
import org.zerofactory.domain.journal.Hash;

/**
 * The greenhouse gases of an organisation in a period, line by line, with all that it rests on.
 *
 * <p>Source: GHG Protocol Corporate Standard (2004) and Scope 2 Guidance (2015), chapter 6; ISO
 * 14064-1:2018, 5.2 (categories); GB/T 32150-2015 as the method beside it.
 *
 * @param inputHash SHA-256 of the canonical input, see {@link InventoryJson#input}
 * @param lines all that is counted, sorted
 * @param exports what was delivered to others: no part of any total of the GHG Protocol
 * @param market electricity, market-based
 * @param methods totals of scopes 1 and 2 side by side; {@code CN_ETS} only with its series
 * @param factors in use, by id
 */
public record Inventory(
    Hash inputHash,
    Boundary boundary,
    InventoryPeriod period,
    AccountingMethod method,
    String potentials,
    List<InventoryLine> lines,
    List<InventoryLine> exports,
    List<MarketLine> market,
    InventoryTotals totals,
    SortedMap<AccountingMethod, MethodTotal> methods,
    OriginCarbon origins,
    List<ChosenFactor> factors,
    InventoryCompleteness completeness,
    List<Disclosure> disclosures) {

  static final Comparator<InventoryLine> ORDER =
      Comparator.comparing(InventoryLine::category)
          .thenComparing((InventoryLine line) -> line.place().path())
          .thenComparing(InventoryLine::source)
          .thenComparing(InventoryLine::month)
          .thenComparing(InventoryLine::flow)
          .thenComparing(line -> line.factor().factor().id())
          .thenComparing(line -> line.evidence().entry().orElse(""))
          .thenComparing(line -> line.amount().value());

  /**
   * Accounts an input. The same input and factors give the same inventory, whatever the order of
   * the lists.
   *
   * @param factors the factor of a series for a local day, looked up at noon there, so that a
   *     year's first day is not taken for the last of the year before; empty if none is valid,
   *     which is refused
   * @throws InventoryRefusedException with all that can't be accounted: a missing factor is never a
   *     silent zero
   */
  public static Inventory of(
      InventoryInput input, BiFunction<String, LocalDate, Optional<ChosenFactor>> factors) {
    List<Refusal> refusals = new ArrayList<>(InputCheck.of(input));
    requireNone(refusals);
    FactorChoices choices = new FactorChoices(factors, refusals);
    InventoryLines lines = new InventoryLines(input.rules(), choices, refusals);
    Activities.of(input).forEach(lines::add);
    SortedSet<Disclosure> disclosures = new TreeSet<>();
    List<MarketLine> market =
        new MarketLines(input, choices, refusals, disclosures).of(lines.counted());
    SortedMap<AccountingMethod, MethodTotal> methods =
        new MethodTotals(input.rules(), choices).of(lines.counted(), lines.exported());
    if (!methods.containsKey(input.rules().method())) {
      refusals.add(
          new Refusal(
              Kind.MISSING_FACTOR,
              "rules",
              input.rules().method().word() + " needs an electricity series for each site"));
    }
    requireNone(refusals);
    InventoryCompleteness completeness = InventoryCompleteness.of(input);
    Disclosures.add(disclosures, input.boundary(), choices.used(), completeness);
    List<InventoryLine> counted = lines.counted().stream().sorted(ORDER).toList();
    return new Inventory(
        InventoryJson.inputHash(input),
        input.boundary(),
        input.period(),
        input.rules().method(),
        input.rules().potentials().edition(),
        counted,
        lines.exported().stream().sorted(ORDER).toList(),
        market,
        InventoryTotals.of(counted, market, input.rules().potentials()),
        methods,
        counted.stream().map(InventoryLine::origins).reduce(OriginCarbon.NONE, OriginCarbon::plus),
        choices.used(),
        completeness,
        List.copyOf(disclosures));
  }

  private static void requireNone(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new InventoryRefusedException(refusals);
    }
  }
}
