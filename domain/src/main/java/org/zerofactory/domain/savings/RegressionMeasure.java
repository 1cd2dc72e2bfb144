package org.zerofactory.domain.savings;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.quantity.Energy;

/**
 * An efficiency measure whose baseline is a regression on drivers.
 *
 * @param energyPoints registers whose sum is the measured energy, Wh
 * @param drivers candidates; the model takes those that explain
 * @param granularity day, week or month
 * @param baseline days before the measure
 * @param validation days before the measure, apart from the baseline, that judge the model
 * @param from first local day of the measure
 * @param to local day after its last; empty while it lasts
 * @param method the method and its standard, as shown to auditors
 */
public record RegressionMeasure(
    String id,
    String name,
    List<String> energyPoints,
    List<Driver> drivers,
    Granularity granularity,
    LocalDays baseline,
    Optional<LocalDays> validation,
    LocalDate from,
    Optional<LocalDate> to,
    Criteria criteria,
    List<NonRoutine> nonRoutine,
    String method) {

  /**
   * Energy that changed for another reason than the measure.
   *
   * @param days over which it is spread evenly
   * @param energy added to the adjusted baseline; negative lowers it
   * @param reason for auditors
   */
  public record NonRoutine(LocalDays days, Energy energy, String reason) {

    /** The part of some days; parts of a whole add up to it exactly. */
    Energy within(LocalDays other) {
      LocalDays both = days.and(other);
      return both.isEmpty() ? Energy.ZERO : until(both.to()).minus(until(both.from()));
    }

    private Energy until(LocalDate day) {
      long whole = ChronoUnit.DAYS.between(days.from(), days.to());
      long part = ChronoUnit.DAYS.between(days.from(), day);
      return new Energy(
          org.zerofactory.domain.quantity.Ratio.of(part, whole).timesRounded(energy.wattHours()));
    }
  }

  /**
   * @throws IllegalArgumentException for hours, which the accounts do not sum by
   */
  public RegressionMeasure {
    energyPoints = List.copyOf(energyPoints);
    drivers = List.copyOf(drivers);
    nonRoutine = List.copyOf(nonRoutine);
    if (granularity == Granularity.HOUR) {
      throw new IllegalArgumentException(
          "expected day, week or month as granularity of measure " + id + ", but was hour");
    }
  }

  /** Fits and judges the baseline. */
  public Baseline judge(DailyAmounts amounts) {
    return Baseline.of(
        drivers.stream().map(Driver::id).toList(),
        observations(baseline, amounts),
        validation.map(days -> observations(days, amounts)).orElse(List.of()),
        granularity,
        criteria);
  }

  /** The days of the measure among some days. */
  public LocalDays runs(LocalDays days) {
    return days.and(new LocalDays(from, to.orElse(LocalDate.MAX)));
  }

  List<Observation> observations(LocalDays days, DailyAmounts amounts) {
    return RegressionDay.observations(RegressionDay.of(this, days, amounts), granularity);
  }
}
