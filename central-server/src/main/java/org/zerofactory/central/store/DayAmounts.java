package org.zerofactory.central.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.savings.DailyAmounts;
import org.zerofactory.domain.savings.LocalDays;

/** Rows of days as a series without holes: a day without a row has nothing known. */
final class DayAmounts {

  private DayAmounts() {}

  static List<DailyAmounts.Day> of(LocalDays days, ZoneId zone, List<RollupStore.DayRow> rows) {
    Map<Long, RollupStore.DayRow> byStart = new HashMap<>();
    rows.forEach(row -> byStart.put(row.start(), row));
    List<DailyAmounts.Day> all = new ArrayList<>();
    for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
      long start = day.atStartOfDay(zone).toEpochSecond();
      long end = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
      long expected = (end - start) / QuarterHours.SECONDS;
      RollupStore.DayRow none = new RollupStore.DayRow(start, 0, 0, 0);
      RollupStore.DayRow row = byStart.getOrDefault(start, none);
      all.add(new DailyAmounts.Day(day, row.amount(), expected, row.known(), row.estimated()));
    }
    return all;
  }
}
