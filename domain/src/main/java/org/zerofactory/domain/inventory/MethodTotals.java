package org.zerofactory.domain.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.quantity.Carbon;

/**
 * The same lines by each method.
 *
 * <p>Source: GHG Protocol Corporate Standard, chapter 4, and Scope 2 Guidance (2015): no netting of
 * export. GB/T 32150-2015: E = combustion + process + purchased power + purchased heat - exported
 * power - exported heat. Emissions trading: the same with the scheme's electricity factor;
 * certificates do not count (from memory, unverified).
 */
final class MethodTotals {

  private final InventoryRules rules;
  private final FactorChoices choices;

  MethodTotals(InventoryRules rules, FactorChoices choices) {
    this.rules = rules;
    this.choices = choices;
  }

  SortedMap<AccountingMethod, MethodTotal> of(
      List<InventoryLine> counted, List<InventoryLine> exported) {
    SortedMap<AccountingMethod, MethodTotal> totals = new TreeMap<>();
    List<InventoryLine> own = counted.stream().filter(l -> l.category().scope() < 3).toList();
    put(totals, AccountingMethod.GHG_PROTOCOL, parts(own, List.of(), true));
    put(totals, AccountingMethod.GB_T_32150, parts(own, exported, false));
    Optional<List<InventoryLine>> traded = revalued(own);
    Optional<List<InventoryLine>> tradedExport = revalued(exported);
    if (!rules.emissionsTrading().isEmpty() && traded.isPresent() && tradedExport.isPresent()) {
      put(totals, AccountingMethod.CN_ETS, parts(traded.get(), tradedExport.get(), false));
    }
    return Collections.unmodifiableSortedMap(totals);
  }

  private static void put(
      SortedMap<AccountingMethod, MethodTotal> totals,
      AccountingMethod method,
      SortedMap<MethodTotal.Part, Carbon> parts) {
    totals.put(method, new MethodTotal(method, parts));
  }

  private static SortedMap<MethodTotal.Part, Carbon> parts(
      List<InventoryLine> own, List<InventoryLine> exported, boolean withFugitive) {
    SortedMap<MethodTotal.Part, Carbon> parts = new TreeMap<>();
    for (InventoryLine line : own) {
      MethodTotal.Part part = partOf(line.category());
      if (withFugitive || part != MethodTotal.Part.FUGITIVE) {
        parts.merge(part, line.carbon(), Carbon::plus);
      }
    }
    for (InventoryLine line : exported) {
      MethodTotal.Part part =
          line.category() == SourceCategory.ELECTRICITY
              ? MethodTotal.Part.EXPORTED_POWER
              : MethodTotal.Part.EXPORTED_HEAT;
      parts.merge(part, Carbon.ZERO.minus(line.carbon()), Carbon::plus);
    }
    return parts;
  }

  private static MethodTotal.Part partOf(SourceCategory category) {
    return switch (category) {
      case STATIONARY_COMBUSTION, MOBILE_COMBUSTION -> MethodTotal.Part.COMBUSTION;
      case PROCESS -> MethodTotal.Part.PROCESS;
      case FUGITIVE -> MethodTotal.Part.FUGITIVE;
      case ELECTRICITY -> MethodTotal.Part.PURCHASED_POWER;
      default -> MethodTotal.Part.PURCHASED_HEAT;
    };
  }

  /**
   * Lines with the scheme's factor on grid power; own direct lines keep theirs. Empty if a site has
   * power but no series of the scheme.
   */
  private Optional<List<InventoryLine>> revalued(List<InventoryLine> lines) {
    List<InventoryLine> result = new ArrayList<>();
    for (InventoryLine line : lines) {
      boolean isGrid =
          line.category() == SourceCategory.ELECTRICITY && line.flow() != Flow.DIRECT_LINE;
      String series = rules.emissionsTrading().get(line.place().site());
      if (!isGrid) {
        result.add(line);
      } else if (series == null) {
        return Optional.empty();
      } else {
        choices
            .ofMonth(
                series,
                line.month(),
                FactorChoices.Use.of(line.category(), line.flow(), line.amount().unit()),
                "emissions trading of site " + line.place().site() + " in " + line.month())
            .map(choice -> with(line, choice))
            .ifPresent(result::add);
      }
    }
    return Optional.of(result);
  }

  private InventoryLine with(InventoryLine line, ChosenFactor choice) {
    var gases = choice.factor().times(line.amount());
    Carbon carbon = gases.carbon(rules.potentials());
    return new InventoryLine(
        line.source(),
        line.place(),
        line.category(),
        line.flow(),
        line.month(),
        line.amount(),
        choice,
        gases,
        choice.factor().biogenicMicrograms(line.amount()),
        carbon,
        new OriginCarbon(carbon, Carbon.ZERO, Carbon.ZERO),
        line.activityPercent(),
        line.factorPercent(),
        line.evidence());
  }
}
