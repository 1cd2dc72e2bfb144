package org.zerofactory.domain.product;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Carbon;

/** Divides a local month's load among the orders of the production log, day by day. */
public final class MonthProducts {

  private MonthProducts() {}

  /**
   * What there is of the month.
   *
   * @param month its interval
   * @param quarters of the month that were sealed, in order
   * @param readings of the used points by quarter hour
   * @param states seconds by quarter hour, machine and state
   * @param runs that touch the month
   * @param location factors of the location-based result; empty if the month has no emissions
   * @param market the month's market-based result; empty if a factor is missing
   */
  public record Measured(
      Interval month,
      List<QuarterHourBalance> quarters,
      Map<Instant, Map<String, IntervalReading>> readings,
      Map<Instant, Map<String, Map<MachineState, Long>>> states,
      List<ProductionRun> runs,
      Optional<FactorSeries> location,
      Optional<Carbon> market) {}

  /** The days of the month on which something was sealed or made, in order. */
  public static List<DayProducts> of(
      SiteDescription site, AllocationRules rules, Measured measured) {
    QuarterHourAllocation quarterHour =
        new QuarterHourAllocation(UsedMeters.of(site, rules), rules);
    RunsByQuarter runs = new RunsByQuarter(measured.runs(), new Equipment(site), measured.month());
    Optional<Map<Instant, Emitted>> emitted =
        measured
            .location()
            .flatMap(
                location ->
                    measured
                        .market()
                        .map(
                            market ->
                                QuarterHourEmissions.of(measured.quarters(), location, market)));
    Map<LocalDate, AllocationSum> days = new TreeMap<>();
    for (QuarterHourBalance quarter : measured.quarters()) {
      QuarterHourUse use = use(measured, quarter, emitted, runs);
      LocalDate day = LocalDate.ofInstant(quarter.start(), site.zone());
      quarterHour.add(use, days.computeIfAbsent(day, none -> new AllocationSum()));
    }
    return withOutputs(days, outputs(measured, site.zone()));
  }

  private static QuarterHourUse use(
      Measured measured,
      QuarterHourBalance quarter,
      Optional<Map<Instant, Emitted>> emitted,
      RunsByQuarter runs) {
    Instant start = quarter.start();
    return new QuarterHourUse(
        start,
        quarter
            .balance()
            .map(balance -> OptionalLong.of(balance.load().wattHours()))
            .orElseGet(OptionalLong::empty),
        quarter.quality() == Flag.MEASURED,
        emitted.map(of -> of.getOrDefault(start, Emitted.NONE)),
        measured.readings().getOrDefault(start, Map.of()),
        measured.states().getOrDefault(start, Map.of()),
        runs.at(start));
  }

  private static Map<LocalDate, Map<Job, Output>> outputs(Measured measured, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(measured.month().start(), zone);
    LocalDate end = LocalDate.ofInstant(measured.month().end(), zone);
    Map<LocalDate, Map<Job, Output>> outputs = new TreeMap<>();
    for (ProductionRun run : measured.runs()) {
      RunDays.of(run, zone)
          .forEach(
              (day, output) -> {
                if (!day.isBefore(first) && day.isBefore(end)) {
                  outputs
                      .computeIfAbsent(day, none -> new HashMap<>())
                      .merge(run.job(), output, Output::plus);
                }
              });
    }
    return outputs;
  }

  private static List<DayProducts> withOutputs(
      Map<LocalDate, AllocationSum> days, Map<LocalDate, Map<Job, Output>> outputs) {
    outputs.keySet().forEach(day -> days.computeIfAbsent(day, none -> new AllocationSum()));
    return days.entrySet().stream()
        .map(
            day ->
                new DayProducts(
                    day.getKey(),
                    day.getValue().allocation(),
                    outputs.getOrDefault(day.getKey(), Map.of())))
        .toList();
  }
}
