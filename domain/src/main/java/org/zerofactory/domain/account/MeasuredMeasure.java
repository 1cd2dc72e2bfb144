package org.zerofactory.domain.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zerofactory.domain.carbon.EfficiencySaving;
import org.zerofactory.domain.quantity.Energy;

/**
 * An efficiency measure with its own meters and a measured baseline period.
 *
 * @param energyPoints registers whose sum is the measured energy, Wh
 * @param driverPoint register that explains it (air volume, pieces)
 * @param baselineFrom first local day of the baseline period
 * @param baselineTo local day after its last
 * @param from first local day of the measure
 * @param to local day after its last; empty while it lasts
 * @param method the method and its standard
 */
public record MeasuredMeasure(
    String id,
    String name,
    List<String> energyPoints,
    String driverPoint,
    LocalDate baselineFrom,
    LocalDate baselineTo,
    LocalDate from,
    Optional<LocalDate> to,
    String method) {

  public MeasuredMeasure {
    energyPoints = List.copyOf(energyPoints);
  }

  /**
   * What the measure saved in a local month: IPMVP Core Concepts (2022), option B, by {@link
   * EfficiencySaving}.
   *
   * @return empty if it does not run in the month, nothing was measured in its baseline period, or
   *     readings are {@link #missing}: energy that was not read would pass for energy saved
   */
  public Optional<MeteredSaving> saved(YearMonth month, PointAmounts amounts) {
    if (!runs(month) || missing(month, amounts) > 0) {
      return Optional.empty();
    }
    long baselineDriver = amounts.between(driverPoint, baselineFrom, baselineTo).known();
    if (baselineDriver <= 0) {
      return Optional.empty();
    }
    LocalDate first = first(month);
    LocalDate end = end(month);
    Energy actual = energy(amounts, first, end);
    Energy avoided =
        EfficiencySaving.of(
            energy(amounts, baselineFrom, baselineTo),
            baselineDriver,
            actual,
            amounts.between(driverPoint, first, end).known());
    return Optional.of(new MeteredSaving(avoided.plus(actual), actual));
  }

  /** Quarter-hour readings that its month and its baseline period lack; 0 if it does not run. */
  public long missing(YearMonth month, PointAmounts amounts) {
    if (!runs(month)) {
      return 0;
    }
    return Stream.concat(energyPoints.stream(), Stream.of(driverPoint))
        .mapToLong(
            point ->
                amounts.between(point, baselineFrom, baselineTo).missing()
                    + amounts.between(point, first(month), end(month)).missing())
        .sum();
  }

  /** Whether it runs on a day of the month. */
  boolean runs(YearMonth month) {
    return first(month).isBefore(end(month));
  }

  private LocalDate first(YearMonth month) {
    return later(from, month.atDay(1));
  }

  private LocalDate end(YearMonth month) {
    return earlier(to.orElse(LocalDate.MAX), month.plusMonths(1).atDay(1));
  }

  private Energy energy(PointAmounts amounts, LocalDate first, LocalDate end) {
    return energyPoints.stream()
        .map(point -> new Energy(amounts.between(point, first, end).known()))
        .reduce(Energy.ZERO, Energy::plus);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
