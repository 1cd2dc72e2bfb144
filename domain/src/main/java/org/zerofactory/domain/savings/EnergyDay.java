package org.zerofactory.domain.savings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A day of several registers together. */
record EnergyDay(LocalDate day, long amount, long missing, double estimatedShare) {

  static List<EnergyDay> sum(List<String> points, LocalDays days, DailyAmounts amounts) {
    List<EnergyDay> all = new ArrayList<>();
    for (String point : points) {
      List<DailyAmounts.Day> of = amounts.of(point, days.from(), days.to());
      for (int i = 0; i < of.size(); i++) {
        EnergyDay next = of(of.get(i));
        if (i == all.size()) {
          all.add(next);
        } else {
          all.set(i, all.get(i).plus(next));
        }
      }
    }
    return all;
  }

  private static EnergyDay of(DailyAmounts.Day day) {
    return new EnergyDay(
        day.day(),
        day.amount(),
        Math.max(0, day.expected() - day.known()),
        day.expected() == 0 ? 0 : Math.min(1, (double) day.estimated() / day.expected()));
  }

  /** The worst register says how well the sum is known. */
  private EnergyDay plus(EnergyDay other) {
    return new EnergyDay(
        day,
        Math.addExact(amount, other.amount),
        missing + other.missing,
        Math.max(estimatedShare, other.estimatedShare));
  }
}
