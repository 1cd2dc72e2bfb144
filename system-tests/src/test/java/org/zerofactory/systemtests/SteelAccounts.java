package org.zerofactory.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Accounts of the steel plant with the first half of its year as baseline and the second as its
 * judge, by the drivers that the file offers. Played as 2023, each day keeps the kind that it had
 * in 2018: 1 January 2018 was a Monday, in 2023 it is a Sunday.
 */
final class SteelAccounts {

  private static final LocalDate FIRST_PLAYED = LocalDate.of(2023, 1, 1);

  private SteelAccounts() {}

  static Path write(Path folder) throws IOException {
    SteelSeries series =
        SteelSeries.read(Project.sharedFile("data/factory-load/steel-industry-2018.csv"));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("steel-year.accounts.yaml"),
        """
        site: steel-year
        factors: { location: cn-national-average, residual: cn-national-excluding-market-traded-non-fossil }
        efficiency-measures:
          - id: any-measure
            name: A measure that would begin in 2024
            energy: [steel/energy-import]
            baseline: { from: 2023-01-01, to: 2023-07-01 }
            from: 2024-01-01
            method: IPMVP option C, days
            regression:
              granularity: day
              validation: { from: 2023-07-01, to: 2024-01-01 }
              drivers:
                - { id: weekday, shifts: { weekly: [24, 24, 24, 24, 0, 0, 24] } }
                - { id: saturday, shifts: { weekly: [0, 0, 0, 0, 24, 0, 0] } }
                - { id: medium-hours, shifts: { weekly: [0, 0, 0, 0, 0, 0, 0], exceptions: [%s] } }
                - { id: maximum-hours, shifts: { weekly: [0, 0, 0, 0, 0, 0, 0], exceptions: [%s] } }
        """
            .formatted(hours(series, "medium-hours"), hours(series, "maximum-hours")));
    return folder;
  }

  private static String hours(SteelSeries series, String driver) {
    int place = SteelSeries.DRIVERS.indexOf(driver);
    List<String> days =
        series.periods(SteelSeries.QUARTERS, 0, SteelSeries.DAYS).stream()
            .map(
                day -> {
                  int number = day.start().getDayOfYear() - 1;
                  return "{ date: %s, shifts: %s }"
                      .formatted(FIRST_PLAYED.plusDays(number), day.drivers().get(place));
                })
            .toList();
    return String.join(", ", days);
  }
}
