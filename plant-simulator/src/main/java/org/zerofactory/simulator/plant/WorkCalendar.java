package org.zerofactory.simulator.plant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * Working days in China. Sources: General Office of the State Council, notices on the arrangement
 * of holidays for 2024 (guobanfa mingdian 2023 No. 7), 2025 (2024 No. 12) and 2026 (2025 No. 7).
 * Years without a notice here keep 1 January, 1 to 5 May and 1 to 7 October free.
 */
final class WorkCalendar {

  /** What a date is to the plant. */
  enum DayKind {
    WORKDAY,
    SATURDAY,
    SUNDAY,
    HOLIDAY
  }

  private static final int FIRST_NOTICED_YEAR = 2024;
  private static final int LAST_NOTICED_YEAR = 2026;
  private static final Set<LocalDate> HOLIDAYS = new HashSet<>();
  private static final Set<LocalDate> MOVED_WORKDAYS = new HashSet<>();

  static {
    free("2024-01-01", 1);
    free("2024-02-10", 8);
    free("2024-04-04", 3);
    free("2024-05-01", 5);
    free("2024-06-10", 1);
    free("2024-09-15", 3);
    free("2024-10-01", 7);
    worked("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11");
    worked("2024-09-14", "2024-09-29", "2024-10-12");
    free("2025-01-01", 1);
    free("2025-01-28", 8);
    free("2025-04-04", 3);
    free("2025-05-01", 5);
    free("2025-05-31", 3);
    free("2025-10-01", 8);
    worked("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11");
    free("2026-01-01", 3);
    free("2026-02-15", 9);
    free("2026-04-04", 3);
    free("2026-05-01", 5);
    free("2026-06-19", 3);
    free("2026-09-25", 3);
    free("2026-10-01", 7);
    worked("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
  }

  private WorkCalendar() {}

  static DayKind kindOf(LocalDate date) {
    if (HOLIDAYS.contains(date) || isFixedHoliday(date)) {
      return DayKind.HOLIDAY;
    }
    if (MOVED_WORKDAYS.contains(date)) {
      return DayKind.WORKDAY;
    }
    if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return DayKind.SATURDAY;
    }
    return date.getDayOfWeek() == DayOfWeek.SUNDAY ? DayKind.SUNDAY : DayKind.WORKDAY;
  }

  private static boolean isFixedHoliday(LocalDate date) {
    if (date.getYear() >= FIRST_NOTICED_YEAR && date.getYear() <= LAST_NOTICED_YEAR) {
      return false;
    }
    return switch (date.getMonth()) {
      case JANUARY -> date.getDayOfMonth() == 1;
      case MAY -> date.getDayOfMonth() <= 5;
      case OCTOBER -> date.getDayOfMonth() <= 7;
      default -> false;
    };
  }

  private static void free(String first, int days) {
    LocalDate.parse(first).datesUntil(LocalDate.parse(first).plusDays(days)).forEach(HOLIDAYS::add);
  }

  private static void worked(String... dates) {
    for (String date : dates) {
      MOVED_WORKDAYS.add(LocalDate.parse(date));
    }
  }
}
