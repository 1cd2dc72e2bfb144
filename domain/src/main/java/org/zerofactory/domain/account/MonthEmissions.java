package org.zerofactory.domain.account;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.metering.EnergyBalance;
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
   * @throws org.zerofactory.domain.carbon.MissingFactorException if no factor is valid at the
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
    for (QuarterHourBalance quarter : quarters) {
      choice = choiceAt(quarter.start(), choice);
      uses.add(new FactorUse("location-based", choice.factor(), choice.provisional()));
      Energy shift = quarter.loadShift().orElse(Energy.ZERO);
      Energy own = quarter.balance().map(EnergyBalance::selfUse).orElse(Energy.ZERO);
      imported = imported.plus(choice.factor().times(new Energy(quarter.gridImport().orElse(0))));
      shifted = shifted.plus(choice.factor().times(shift));
      selfUse = selfUse.plus(choice.factor().times(own.minus(shift)));
    }
    Energy rest = energy.gridImport().minus(cover.covered());
    Carbon market = cover.carbon().plus(monthResidual.factor().times(rest));
    Carbon green = monthLocation.factor().times(cover.covered()).minus(cover.carbon());
    uses.add(new FactorUse("residual", monthResidual.factor(), monthResidual.provisional()));
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

  /** Looks a factor up only where the one before is no longer valid: months hold 2,976 quarters. */
  private FactorSeries.Choice choiceAt(Instant start, FactorSeries.Choice before) {
    return before.factor().validity().contains(start) ? before : location.at(start);
  }
}
