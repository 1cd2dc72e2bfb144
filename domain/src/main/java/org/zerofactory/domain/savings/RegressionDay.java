package org.zerofactory.domain.savings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A day of a measure: its energy, its drivers, and how well they are known. */
record RegressionDay(
    LocalDate day, long energy, List<Double> drivers, long missing, double estimatedShare) {

  static List<RegressionDay> of(RegressionMeasure measure, LocalDays days, DailyAmounts amounts) {
    if (days.isEmpty()) {
      return List.of();
    }
    List<EnergyDay> energy = EnergyDay.sum(measure.energyPoints(), days, amounts);
    List<List<Driver.Day>> drivers =
        measure.drivers().stream().map(driver -> driver.days(days, amounts)).toList();
    List<RegressionDay> all = new ArrayList<>();
    for (int i = 0; i < energy.size(); i++) {
      EnergyDay own = energy.get(i);
      List<Double> values = new ArrayList<>();
      long missing = own.missing();
      double estimated = own.estimatedShare();
      for (List<Driver.Day> driver : drivers) {
        values.add(driver.get(i).amount());
        missing += driver.get(i).missing();
        estimated = Math.max(estimated, driver.get(i).estimatedShare());
      }
      all.add(new RegressionDay(own.day(), own.amount(), values, missing, estimated));
    }
    return all;
  }

  /**
   * The days put together to periods; a period that the days do not hold as a whole is left out.
   * One with a missing reading counts as not measured at all.
   */
  static List<Observation> observations(List<RegressionDay> days, Granularity granularity) {
    List<Observation> all = new ArrayList<>();
    int i = 0;
    while (i < days.size()) {
      LocalDate start = granularity.start(days.get(i).day());
      LocalDate end = granularity.next(start);
      int next = i;
      while (next < days.size() && days.get(next).day().isBefore(end)) {
        next++;
      }
      if (days.get(i).day().equals(start) && next - i == granularity.days(start)) {
        all.add(observation(days.subList(i, next), start, end));
      }
      i = next;
    }
    return all;
  }

  private static Observation observation(List<RegressionDay> days, LocalDate start, LocalDate end) {
    long energy = 0;
    double estimated = 0;
    boolean isMissing = false;
    double[] drivers = new double[days.get(0).drivers().size()];
    for (RegressionDay day : days) {
      energy = Math.addExact(energy, day.energy());
      estimated += day.estimatedShare() / days.size();
      isMissing |= day.missing() > 0;
      for (int j = 0; j < drivers.length; j++) {
        drivers[j] += day.drivers().get(j);
      }
    }
    return new Observation(
        start.atStartOfDay(),
        end.atStartOfDay(),
        energy,
        java.util.Arrays.stream(drivers).boxed().toList(),
        isMissing ? 1 : Math.min(1, estimated));
  }
}
