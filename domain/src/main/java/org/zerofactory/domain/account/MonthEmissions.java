package org.zerofactory.domain.account;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.carbon.LocationBasedScope2;
import org.zerofactory.domain.factor.MissingFactorException;
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
  private final FactorSeries.Choice monthLocation;
  private final FactorSeries.Choice monthResidual;
  private final Set<FactorUse> uses = new LinkedHashSet<>();

  /**
   * @throws org.zerofactory.domain.factor.MissingFactorException if no factor is valid at the
   *     month's start
   */
  MonthEmissions(AccountingRules rules, FactorSeries location, Instant monthStart) {
    this.location = location;
    this.monthLocation = location.at(monthStart);
    this.monthResidual = rules.residual().orElse(location).at(monthStart);
  }

  Emissions of(List<QuarterHourBalance> quarters, GreenPowerCover cover, PeriodEnergy energy) {
    Carbon imported = Carbon.ZERO;
    Carbon selfUse = Carbon.ZERO;
    Carbon shifted = Carbon.ZERO;
    FactorSeries.Choice choice = monthLocation;
    use("scope2-location", choice);
    for (QuarterHourBalance quarter : quarters) {
      choice = choiceAt(quarter.start(), choice);
      Energy shift = quarter.loadShift().orElse(Energy.ZERO);
      Energy own = quarter.balance().map(EnergyBalance::selfUse).orElse(Energy.ZERO);
      imported = imported.plus(choice.factor().times(new Energy(quarter.gridImport().orElse(0))));
      shifted = shifted.plus(choice.factor().times(shift));
      selfUse = selfUse.plus(choice.factor().times(own.minus(shift)));
    }
    Energy rest = energy.gridImport().minus(cover.covered());
    Carbon market = cover.carbon().plus(monthResidual.factor().times(rest));
    Carbon green = monthLocation.factor().times(cover.covered()).minus(cover.carbon());
    use("scope2-market", monthResidual);
    return new Emissions(
        imported,
        market,
        selfUse,
        green,
        market.minus(imported).plus(green),
        monthLocation.factor().times(energy.efficiency()),
        shifted,
        List.copyOf(uses));
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
