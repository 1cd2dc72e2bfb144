package org.zerofactory.domain.savings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What may explain a measure's energy; amounts add up over days. ISO 50006: relevant variable. */
public sealed interface Driver {

  /** Name of the driver in the model. */
  String id();

  /**
   * The amount of a day.
   *
   * @param amount sum of what is known
   * @param missing readings that are not known
   * @param estimatedShare of the day, 0 to 1
   */
  record Day(double amount, long missing, double estimatedShare) {}

  /** Amounts of all days in order. */
  List<Day> days(LocalDays days, DailyAmounts amounts);

  /** The sum of registers of one unit: pieces, litres, watt-hours. */
  record Points(String id, List<String> points) implements Driver {
    public Points {
      points = List.copyOf(points);
    }

    @Override
    public List<Day> days(LocalDays days, DailyAmounts amounts) {
      return EnergyDay.sum(points, days, amounts).stream()
          .map(day -> new Day(day.amount(), day.missing(), day.estimatedShare()))
          .toList();
    }
  }

  /** Heating or cooling degree days from a table. */
  record Weather(String id, DegreeDays table) implements Driver {
    @Override
    public List<Day> days(LocalDays days, DailyAmounts amounts) {
      List<Day> all = new ArrayList<>();
      for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
        OptionalDouble amount = table.of(day);
        all.add(new Day(amount.orElse(0), amount.isPresent() ? 0 : 1, 0));
      }
      return all;
    }
  }

  /**
   * Shifts worked by the calendar.
   *
   * @param weekly shifts of Monday to Sunday
   * @param exceptions days that had another number: holidays, extra shifts
   */
  record Shifts(String id, List<Double> weekly, Map<LocalDate, Double> exceptions)
      implements Driver {

    private static final int DAYS = 7;

    /**
     * @throws IllegalArgumentException if the week does not have seven days
     */
    public Shifts {
      weekly = List.copyOf(weekly);
      exceptions = Map.copyOf(exceptions);
      if (weekly.size() != DAYS) {
        throw new IllegalArgumentException(
            "expected the shifts of 7 days from Monday, but were " + weekly);
      }
    }

    @Override
    public List<Day> days(LocalDays days, DailyAmounts amounts) {
      List<Day> all = new ArrayList<>();
      for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
        double usual = weekly.get(day.getDayOfWeek().getValue() - 1);
        all.add(new Day(exceptions.getOrDefault(day, usual), 0, 0));
      }
      return all;
    }
  }
}
