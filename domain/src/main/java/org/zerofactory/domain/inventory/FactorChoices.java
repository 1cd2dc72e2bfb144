package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.inventory.Refusal.Kind;
import org.zerofactory.domain.quantity.BaseUnit;

/** Looks factors up, refuses what does not fit, and remembers what was used. */
final class FactorChoices {

  /** What a factor is wanted for. */
  record Use(SourceCategory category, Flow flow, BaseUnit unit) {}

  private final BiFunction<String, LocalDate, Optional<ChosenFactor>> factors;
  private final List<Refusal> refusals;
  private final Map<String, ChosenFactor> used = new TreeMap<>();

  FactorChoices(
      BiFunction<String, LocalDate, Optional<ChosenFactor>> factors, List<Refusal> refusals) {
    this.factors = factors;
    this.refusals = refusals;
  }

  /** A factor for a purpose; empty if it was refused. */
  Optional<ChosenFactor> of(String series, LocalDate day, Use use, String where) {
    Optional<ChosenFactor> choice = factors.apply(series, day);
    if (choice.isEmpty()) {
      refusals.add(
          new Refusal(
              Kind.MISSING_FACTOR, where, "series " + series + " has no factor valid on " + day));
      return Optional.empty();
    }
    Factor factor = choice.get().factor();
    if (!fits(factor.key().boundary(), use.category(), use.flow())) {
      refuse(
          Kind.WRONG_USE,
          where,
          factor,
          "counts " + factor.key().boundary() + ", which does not fit " + use.category().word());
      return Optional.empty();
    }
    if (factor.per() != use.unit()) {
      refuse(
          Kind.WRONG_UNIT,
          where,
          factor,
          "is for " + factor.per().word() + ", but the amount is in " + use.unit().word());
      return Optional.empty();
    }
    used.merge(
        choice.get().factor().id(),
        choice.get(),
        (one, other) -> new ChosenFactor(one.factor(), one.provisional() || other.provisional()));
    return choice;
  }

  private void refuse(Kind kind, String where, Factor factor, String reason) {
    refusals.add(new Refusal(kind, where, "factor " + factor.id() + " " + reason));
  }

  /** All factors in use, by id. */
  List<ChosenFactor> used() {
    return List.copyOf(used.values());
  }

  /**
   * Life-cycle and upstream factors are scope 3 only; combustion is no grid; goods count from the
   * cradle on (GHG Protocol Scope 2 Guidance, chapter 6; Scope 3 Standard, table 5.4).
   */
  private static boolean fits(Boundary boundary, SourceCategory category, Flow flow) {
    return switch (category) {
      case STATIONARY_COMBUSTION, MOBILE_COMBUSTION, PROCESS, FUGITIVE ->
          boundary == Boundary.COMBUSTION || boundary == Boundary.RELEASE;
      case ELECTRICITY, STEAM, HEAT, COOLING -> boundary == Boundary.GENERATION;
      case PURCHASED_GOODS, CAPITAL_GOODS -> boundary == Boundary.LIFE_CYCLE;
      case FUEL_AND_ENERGY ->
          flow == Flow.RESOLD
              ? boundary == Boundary.GENERATION
              : boundary == Boundary.UPSTREAM || boundary == Boundary.LIFE_CYCLE;
      default -> true;
    };
  }
}
