package org.zerofactory.domain.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * A local day by quarter hour.
 *
 * @param interval of the day; 23, 24 or 25 hours long
 * @param quarters those that were sealed, in order
 * @param balanced balance over the quarter hours in which all of it is known
 * @param location location-based emissions; empty if a factor is missing
 * @param faults of the day's month, see {@link PeriodAccount}
 * @param market the day's part of its month's market-based emissions, see {@link #part}
 */
public record DayAccount(
    LocalDate date,
    ZoneId zone,
    Interval interval,
    List<QuarterHourBalance> quarters,
    PeriodEnergy energy,
    Optional<Carbon> location,
    Optional<Carbon> market,
    Completeness complete,
    List<AccountFault> faults) {

  public DayAccount {
    faults = List.copyOf(faults);
    quarters = List.copyOf(quarters);
  }

  /**
   * Accounts a day.
   *
   * @param quarters of the day, in order
   * @param dataRange see {@link MonthAccount.Measured}
   * @param month account of the month that the day lies in
   */
  public static DayAccount of(
      LocalDate date,
      ZoneId zone,
      List<QuarterHourBalance> quarters,
      Optional<Interval> dataRange,
      AccountingRules rules,
      PeriodAccount month) {
    Interval interval =
        new Interval(
            date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    PeriodEnergy energy = MonthAccount.energy(quarters);
    return new DayAccount(
        date,
        zone,
        interval,
        quarters,
        energy,
        MonthEmissions.location(rules, quarters),
        month
            .emissions()
            .map(of -> part(of.market(), energy.gridImport(), month.energy().gridImport())),
        MonthAccount.complete(interval, quarters, dataRange),
        month.faults());
  }

  /**
   * Contracts are settled by the month, so a day has no market-based result of its own: it gets the
   * month's by its share of the import, rounded half-even to the microgram.
   */
  static Carbon part(Carbon ofMonth, Energy ofDay, Energy whole) {
    if (whole.wattHours() == 0) {
      return Carbon.ZERO;
    }
    return new Carbon(
        BigDecimal.valueOf(ofMonth.micrograms())
            .multiply(BigDecimal.valueOf(ofDay.wattHours()))
            .divide(BigDecimal.valueOf(whole.wattHours()), 0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  /** The balance of the quarter hours in which all of it is known. */
  public EnergyBalance balanced() {
    return energy.balanced();
  }
}
