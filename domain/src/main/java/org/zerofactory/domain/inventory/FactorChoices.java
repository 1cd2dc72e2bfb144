package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorFit;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.inventory.Refusal.Kind;
import org.zerofactory.domain.quantity.BaseUnit;

/** Looks factors up, refuses what does not fit, and remembers what was used. */
final class FactorChoices {

  /** What a factor is wanted for. */
  record Use(SourceCategory category, FactorFit.Purpose purpose, BaseUnit unit) {

    /** What was resold keeps the factor of its purchase, in scope 3 too. */
    static Use of(SourceCategory category, Flow flow, BaseUnit unit) {
      boolean isResold = category == SourceCategory.FUEL_AND_ENERGY && flow == Flow.RESOLD;
      return new Use(isResold ? SourceCategory.ELECTRICITY : category, purposeOf(category), unit);
    }

    private static FactorFit.Purpose purposeOf(SourceCategory category) {
      return switch (category) {
        case STATIONARY_COMBUSTION, MOBILE_COMBUSTION, PROCESS, FUGITIVE ->
            FactorFit.Purpose.SCOPE1;
        case ELECTRICITY -> FactorFit.Purpose.SCOPE2_LOCATION;
        case STEAM, HEAT, COOLING -> FactorFit.Purpose.SCOPE2_HEAT;
        default -> FactorFit.Purpose.SCOPE3;
      };
    }
  }

  private final BiFunction<String, LocalDate, Optional<ChosenFactor>> factors;
  private final List<Refusal> refusals;
  private final Map<String, ChosenFactor> used = new TreeMap<>();

  FactorChoices(
      BiFunction<String, LocalDate, Optional<ChosenFactor>> factors, List<Refusal> refusals) {
    this.factors = factors;
    this.refusals = refusals;
  }

  /** A factor for a purpose in a whole month; empty if it was refused. */
  Optional<ChosenFactor> ofMonth(String series, YearMonth month, Use use, String where) {
    return of(series, month.atDay(1), month.atEndOfMonth(), use, where);
  }

  /**
   * A factor for a purpose; empty if it was refused.
   *
   * @param first day of the activity in its month
   * @param last day of it, on which the same factor must hold
   */
  Optional<ChosenFactor> of(String series, LocalDate first, LocalDate last, Use use, String where) {
    Optional<ChosenFactor> choice = find(series, first);
    Optional<ChosenFactor> atEnd = find(series, last);
    if (choice.isEmpty() || atEnd.isEmpty()) {
      LocalDate day = choice.isEmpty() ? first : last;
      refusals.add(
          new Refusal(
              Kind.MISSING_FACTOR, where, "series " + series + " has no factor valid on " + day));
      return Optional.empty();
    }
    Factor factor = choice.get().factor();
    if (!factor.id().equals(atEnd.get().factor().id())) {
      refusals.add(
          new Refusal(
              Kind.WRONG_USE,
              where,
              "series "
                  + series
                  + " changes between "
                  + first
                  + " and "
                  + last
                  + ", so the amount needs to be stated in parts"));
      return Optional.empty();
    }
    List<String> misfits = misfits(factor, use);
    if (!misfits.isEmpty()) {
      refusals.add(new Refusal(Kind.WRONG_USE, where, String.join("; ", misfits)));
      return Optional.empty();
    }
    if (factor.per() != use.unit()) {
      refusals.add(
          new Refusal(
              Kind.WRONG_UNIT,
              where,
              "factor "
                  + factor.id()
                  + " is for "
                  + factor.per().word()
                  + ", but the amount is in "
                  + use.unit().word()));
      return Optional.empty();
    }
    used.merge(
        choice.get().factor().id(),
        choice.get(),
        (one, other) -> new ChosenFactor(one.factor(), one.provisional() || other.provisional()));
    return choice;
  }

  /** The factor of a series for a day, unchecked; empty if none is valid. */
  Optional<ChosenFactor> find(String series, LocalDate day) {
    return factors.apply(series, day);
  }

  /** All factors in use, by id. */
  List<ChosenFactor> used() {
    return List.copyOf(used.values());
  }

  /**
   * Besides {@link FactorFit}: goods count from the cradle on, and category 3 is what happens
   * before the fire or the plant (GHG Protocol Scope 3 Standard, table 5.4).
   */
  private static List<String> misfits(Factor factor, Use use) {
    Boundary boundary = factor.key().boundary();
    boolean fits =
        switch (use.category()) {
          case PURCHASED_GOODS, CAPITAL_GOODS -> boundary == Boundary.LIFE_CYCLE;
          case FUEL_AND_ENERGY -> boundary == Boundary.UPSTREAM || boundary == Boundary.LIFE_CYCLE;
          default -> true;
        };
    if (!fits) {
      return List.of(
          "factor "
              + factor.id()
              + " counts "
              + boundary.word()
              + ", which is not "
              + use.category().word());
    }
    return FactorFit.of(factor, use.purpose()).stream()
        .filter(FactorFit.Misfit::isRefused)
        .map(FactorFit.Misfit::reason)
        .toList();
  }
}
