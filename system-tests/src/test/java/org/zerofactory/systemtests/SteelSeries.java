package org.zerofactory.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.zerofactory.domain.savings.Observation;

/**
 * The published quarter hours of a steel plant in 2018, and what the file itself says of each: its
 * place in the week and its load type. Rows are in order, and each is the quarter hour that ends at
 * its time stamp.
 *
 * @param rows of the whole year
 */
record SteelSeries(List<Row> rows) {

  static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
  static final int DAYS = 365;
  static final int QUARTERS = 96;

  /** Drivers that the file honestly offers; none of them is measured from the energy. */
  static final List<String> DRIVERS =
      List.of("weekday", "saturday", "medium-hours", "maximum-hours", "weekday-day-time");

  /** A quarter hour. */
  record Row(LocalDateTime start, double kilowattHours, double tonnes, String loadType) {

    List<Double> drivers() {
      DayOfWeek day = start.getDayOfWeek();
      boolean isWeekday = day.getValue() <= DayOfWeek.FRIDAY.getValue();
      boolean isDayTime = start.getHour() >= 8 && start.getHour() < 18;
      return List.of(
          isWeekday ? 0.25 : 0,
          day == DayOfWeek.SATURDAY ? 0.25 : 0,
          loadType.equals("Medium_Load") ? 0.25 : 0,
          loadType.equals("Maximum_Load") ? 0.25 : 0,
          isWeekday && isDayTime ? 0.25 : 0);
    }
  }

  static SteelSeries read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        String[] cells = line.split(",");
        rows.add(
            new Row(
                FIRST.atStartOfDay().plusMinutes(15L * rows.size()),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[4]),
                cells[10]));
      }
    }
    return new SteelSeries(List.copyOf(rows));
  }

  /** Periods of so many quarter hours, from one day to another; a remainder is left out. */
  List<Observation> periods(int quarters, int fromDay, int toDay) {
    List<Observation> all = new ArrayList<>();
    int end = toDay * QUARTERS;
    for (int i = fromDay * QUARTERS; i + quarters <= end; i += quarters) {
      all.add(observation(rows.subList(i, i + quarters)));
    }
    return all;
  }

  /** Whole months, from one month of the year to another. */
  List<Observation> months(int from, int to) {
    List<Observation> all = new ArrayList<>();
    for (int month = from; month < to; month++) {
      int start = LocalDate.of(2018, month, 1).getDayOfYear() - 1;
      int length = LocalDate.of(2018, month, 1).lengthOfMonth();
      all.addAll(periods(length * QUARTERS, start, start + length));
    }
    return all;
  }

  private static Observation observation(List<Row> part) {
    double[] drivers = new double[DRIVERS.size()];
    for (Row row : part) {
      for (int i = 0; i < drivers.length; i++) {
        drivers[i] += row.drivers().get(i);
      }
    }
    List<Double> sums = new ArrayList<>();
    for (double driver : drivers) {
      sums.add(driver);
    }
    LocalDateTime end = part.get(part.size() - 1).start().plusMinutes(15);
    return Observation.measured(part.get(0).start(), end, sum(part, Row::kilowattHours), sums);
  }

  double sum(ToDoubleFunction<Row> what) {
    return sum(rows, what);
  }

  private static double sum(List<Row> rows, ToDoubleFunction<Row> what) {
    double sum = 0;
    for (Row row : rows) {
      sum += what.applyAsDouble(row);
    }
    return sum;
  }
}
