package org.zerofactory.domain.account;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.carbon.LocationBasedScope2;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.instrument.ResidualMix;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * Emissions of one month.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6: both methods are reported. Where no
 * residual factor is known, the grid average takes its place (its hierarchy of factors).
 */
final class MonthEmissions {

  private final FactorSeries location;
  private final FactorSeries.Choice first;
  private final Optional<FactorSeries.Choice> residual;
  private final Set<FactorUse> uses = new LinkedHashSet<>();

  /**
   * @param start the month's start, or that of the first quarter hour if the series begins later
   * @throws org.zerofactory.domain.factor.MissingFactorException if no factor is valid then
   */
  MonthEmissions(AccountingRules rules, FactorSeries location, Instant start) {
    this.location = location;
    this.first = location.at(start);
    this.residual =
        rules
            .residual()
            .map(series -> series.at(start))
            .filter(choice -> choice.factor().microgramsPerWattHour() != 0);
  }

  /**
   * When a month's factors are looked up: at its start; where no location-based factor holds then,
   * at the first quarter hour that was sealed.
   */
  static Instant start(
      AccountingRules rules, Instant monthStart, List<QuarterHourBalance> quarters) {
    boolean holds = rules.location().filter(series -> series.find(monthStart).isEmpty()).isEmpty();
    return holds || quarters.isEmpty() ? monthStart : quarters.get(0).start();
  }

  /**
   * What covers the rest of a month.
   *
   * @throws org.zerofactory.domain.factor.MissingFactorException if no factor is valid
   */
  static ResidualMix residual(AccountingRules rules, Instant monthStart) {
    return ResidualMix.of(
        rules
            .residual()
            .map(series -> OptionalLong.of(micrograms(series, monthStart)))
            .orElse(OptionalLong.empty()),
        micrograms(rules.location().orElseThrow(), monthStart));
  }

  private static long micrograms(FactorSeries series, Instant at) {
    return series.at(at).factor().microgramsPerWattHour();
  }

  Emissions of(List<QuarterHourBalance> quarters, GreenPowerCover cover, PeriodEnergy energy) {
    Carbon imported = Carbon.ZERO;
    Carbon selfUse = Carbon.ZERO;
    Carbon shifted = Carbon.ZERO;
    FactorSeries.Choice choice = first;
    boolean isOne = true;
    use("scope2-location", choice);
    for (QuarterHourBalance quarter : quarters) {
      if (isEmpty(quarter)) {
        continue;
      }
      choice = choiceAt(quarter.start(), choice);
      isOne &= choice.factor().equals(first.factor());
      Energy shift = quarter.loadShift().orElse(Energy.ZERO);
      Energy own = quarter.balance().map(EnergyBalance::selfUse).orElse(Energy.ZERO);
      imported = imported.plus(choice.factor().times(new Energy(quarter.gridImport().orElse(0))));
      shifted = shifted.plus(choice.factor().times(shift));
      selfUse = selfUse.plus(choice.factor().times(own.minus(shift)));
    }
    MonthFactor month =
        isOne
            ? MonthFactor.of(first.factor())
            : MonthFactor.weighted(location.id(), imported, energy.gridImport());
    Energy rest = energy.gridImport().plus(cover.withoutClaim()).minus(cover.covered());
    Carbon market =
        cover
            .carbon()
            .plus(residual.map(of -> of.factor().times(rest)).orElseGet(() -> month.times(rest)));
    // what covers self-use without claim saves nothing that the location-based result knows
    Energy coveredImport =
        new Energy(Math.min(cover.covered().wattHours(), energy.gridImport().wattHours()));
    Carbon green = month.times(coveredImport).minus(cover.carbon());
    use("scope2-market", residual.orElse(first));
    return new Emissions(
        imported,
        market,
        selfUse,
        green,
        market.minus(imported).plus(green),
        month.times(energy.efficiency()),
        shifted,
        List.copyOf(uses));
  }

  /** Without energy there is nothing that needs a factor. */
  private static boolean isEmpty(QuarterHourBalance quarter) {
    return quarter.gridImport().orElse(0) == 0
        && quarter.loadShift().orElse(Energy.ZERO).wattHours() == 0
        && quarter.balance().map(EnergyBalance::selfUse).orElse(Energy.ZERO).wattHours() == 0;
  }

  /**
   * A later edition may begin within the validity of the one before, so each start is looked up.
   */
  private FactorSeries.Choice choiceAt(Instant start, FactorSeries.Choice before) {
    FactorSeries.Choice choice = location.at(start);
    if (choice.equals(before)) {
      return before;
    }
    use("scope2-location", choice);
    return choice;
  }

  private void use(String word, FactorSeries.Choice choice) {
    uses.add(new FactorUse(word, choice.factor(), choice.provisional()));
  }

  /** Location-based emissions of any quarter hours; empty if a factor is missing. */
  static Optional<Carbon> location(AccountingRules rules, List<QuarterHourBalance> quarters) {
    if (rules.location().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocationBasedScope2.of(imports(quarters), rules.location().get()));
    } catch (MissingFactorException missing) {
      return Optional.empty();
    }
  }

  private static List<LocationBasedScope2.GridImport> imports(List<QuarterHourBalance> quarters) {
    return quarters.stream()
        .filter(quarter -> quarter.gridImport().isPresent())
        .map(
            quarter ->
                new LocationBasedScope2.GridImport(
                    QuarterHours.containing(quarter.start()),
                    new Energy(quarter.gridImport().getAsLong())))
        .toList();
  }
}
