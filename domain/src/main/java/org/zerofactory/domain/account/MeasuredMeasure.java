package org.zerofactory.domain.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
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
   * What the measure saved in a local month.
   *
   * @return empty if it does not run in the month, or nothing was measured in its baseline period
   */
  public Optional<Energy> saved(YearMonth month, PointAmounts amounts) {
    LocalDate first = later(from, month.atDay(1));
    LocalDate end = earlier(to.orElse(LocalDate.MAX), month.plusMonths(1).atDay(1));
    long baselineDriver = amounts.between(driverPoint, baselineFrom, baselineTo);
    if (!first.isBefore(end) || baselineDriver <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        EfficiencySaving.of(
            energy(amounts, baselineFrom, baselineTo),
            baselineDriver,
            energy(amounts, first, end),
            amounts.between(driverPoint, first, end)));
  }

  private Energy energy(PointAmounts amounts, LocalDate first, LocalDate end) {
    return energyPoints.stream()
        .map(point -> new Energy(amounts.between(point, first, end)))
        .reduce(Energy.ZERO, Energy::plus);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
