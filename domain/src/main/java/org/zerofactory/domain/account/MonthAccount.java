package org.zerofactory.domain.account;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.instrument.ResidualMix;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.DailyAmounts;

/** Accounts one local month from its quarter hours. A year is the sum of its months. */
public final class MonthAccount {

  private MonthAccount() {}

  /**
   * What there is of the month.
   *
   * @param zone in which the month is cut
   * @param quarters of the month that were sealed, in order
   * @param dataRange from the site's first to its newest sealed quarter hour; what was not sealed
   *     inside it is missing, what lies outside is not
   * @param amounts of the points that measures rest on
   * @param gas natural gas of the month, litres at standard conditions
   * @param days of the points that regressions rest on
   */
  public record Measured(
      YearMonth month,
      ZoneId zone,
      List<QuarterHourBalance> quarters,
      Optional<Interval> dataRange,
      PointAmounts amounts,
      PointAmount gas,
      DailyAmounts days) {
    public Measured {
      quarters = List.copyOf(quarters);
    }

    /** Where no measure's baseline is a regression. */
    public Measured(
        YearMonth month,
        ZoneId zone,
        List<QuarterHourBalance> quarters,
        Optional<Interval> dataRange,
        PointAmounts amounts,
        PointAmount gas) {
      this(month, zone, quarters, dataRange, amounts, gas, (point, from, to) -> List.of());
    }
  }

  /** The month's account by the rules. */
  public static PeriodAccount of(Measured month, AccountingRules rules) {
    MonthEfficiency efficiency = MonthEfficiency.of(month, rules);
    GreenPowerCover cover = GreenPowerCover.of(energy(month.quarters()), month.month(), rules);
    PeriodEnergy energy = energy(month.quarters(), cover, efficiency.saved());
    List<AccountFault> faults = new ArrayList<>();
    Optional<Emissions> emissions = emissions(month, rules, cover, energy, faults);
    faults.addAll(efficiency.faults());
    emissions.flatMap(of -> withoutResidual(month, rules)).ifPresent(faults::add);
    if (month.gas().missing() > 0) {
      faults.add(AccountFault.missingReadings(month.month(), "natural gas", month.gas().missing()));
    }
    return new PeriodAccount(
        energy,
        emissions,
        month.gas().known(),
        complete(
            QuarterHours.month(month.month(), month.zone()), month.quarters(), month.dataRange()),
        faults);
  }

  /** The market-based result then rests on the grid average, which must be said. */
  private static Optional<AccountFault> withoutResidual(Measured month, AccountingRules rules) {
    Instant start = start(month, rules);
    ResidualMix mix = MonthEmissions.residual(rules, start);
    return mix.alert()
        .map(code -> new AccountFault(code, month.month(), mix.disclosure().orElse(code)));
  }

  /** How complete the quarter hours of any period are. */
  public static Completeness complete(
      Interval period, List<QuarterHourBalance> quarters, Optional<Interval> dataRange) {
    long expected = count(period.start(), period.end());
    long due =
        dataRange
            .map(
                range ->
                    count(later(period.start(), range.start()), earlier(period.end(), range.end())))
            .orElse(0L);
    Completeness complete = new Completeness(expected, 0, 0, Math.max(0, due - quarters.size()));
    for (QuarterHourBalance quarter : quarters) {
      complete = complete.with(quarter.balance().isEmpty() ? Flag.MISSING : quarter.quality());
    }
    return complete;
  }

  private static Optional<Emissions> emissions(
      Measured month,
      AccountingRules rules,
      GreenPowerCover cover,
      PeriodEnergy energy,
      List<AccountFault> faults) {
    if (rules.location().isEmpty()) {
      faults.add(
          AccountFault.missingFactor(
              month.month(), "expected a series of location-based factors for the site's country"));
      return Optional.empty();
    }
    try {
      Instant start = start(month, rules);
      return Optional.of(
          new MonthEmissions(rules, rules.location().get(), start)
              .of(month.quarters(), cover, energy));
    } catch (MissingFactorException missing) {
      faults.add(
          AccountFault.missingFactor(
              month.month(), Objects.requireNonNullElse(missing.getMessage(), "factor")));
      return Optional.empty();
    }
  }

  private static Instant start(Measured month, AccountingRules rules) {
    Instant first = QuarterHours.month(month.month(), month.zone()).start();
    return MonthEmissions.start(rules, first, month.quarters());
  }

  private static Energy gridImport(List<QuarterHourBalance> quarters) {
    return new Energy(quarters.stream().mapToLong(quarter -> quarter.gridImport().orElse(0)).sum());
  }

  /** Energy of quarter hours alone: without contracts and measures, which belong to a month. */
  static PeriodEnergy energy(List<QuarterHourBalance> quarters) {
    return energy(quarters, GreenPowerCover.NONE, Energy.ZERO);
  }

  private static PeriodEnergy energy(
      List<QuarterHourBalance> quarters, GreenPowerCover cover, Energy efficiency) {
    long gridExport = 0;
    long production = 0;
    long loadShift = 0;
    EnergyBalance balanced = EnergyBalance.ZERO;
    for (QuarterHourBalance quarter : quarters) {
      gridExport = Math.addExact(gridExport, quarter.gridExport().orElse(0));
      production = Math.addExact(production, quarter.production().orElse(0));
      loadShift = Math.addExact(loadShift, quarter.loadShift().orElse(Energy.ZERO).wattHours());
      balanced = quarter.balance().map(balanced::plus).orElse(balanced);
    }
    return new PeriodEnergy(
        gridImport(quarters),
        new Energy(gridExport),
        new Energy(production),
        balanced,
        cover.covered(),
        cover.surplus(),
        efficiency,
        new Energy(loadShift));
  }

  private static long count(Instant start, Instant end) {
    return Math.max(0, end.getEpochSecond() - start.getEpochSecond()) / QuarterHours.SECONDS;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
