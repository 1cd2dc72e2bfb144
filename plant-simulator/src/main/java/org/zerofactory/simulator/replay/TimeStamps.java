package org.zerofactory.simulator.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All instants a time stamp may mean. Files mix year-month-day with year-day-month and
 * day/month/year, and some write the end of a day as 00:00 of the day that ends; which reading is
 * right, only the order of the rows tells.
 */
final class TimeStamps {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[ T](\\d{1,2}:\\d{2}(?::\\d{2})?)");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})[ T](\\d{1,2}:\\d{2}(?::\\d{2})?)");

  private TimeStamps() {}

  /** Epoch seconds, the most usual reading first; empty if the text is no time stamp. */
  static List<Long> readings(String text, ZoneId zone) {
    Set<Long> found = new LinkedHashSet<>();
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearFirst.matches()) {
      String year = yearFirst.group(1);
      add(found, year, yearFirst.group(2), yearFirst.group(3), yearFirst.group(4), zone);
      add(found, year, yearFirst.group(3), yearFirst.group(2), yearFirst.group(4), zone);
    } else if (yearLast.matches()) {
      String year = yearLast.group(3);
      add(found, year, yearLast.group(2), yearLast.group(1), yearLast.group(4), zone);
      add(found, year, yearLast.group(1), yearLast.group(2), yearLast.group(4), zone);
    } else {
      addWithOffset(found, text);
    }
    return List.copyOf(found);
  }

  private static void add(
      Set<Long> found, String year, String month, String day, String clock, ZoneId zone) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      LocalTime time = LocalTime.parse(clock.length() % 3 == 1 ? "0" + clock : clock);
      addLocal(found, date.atTime(time), zone);
      if (time.equals(LocalTime.MIDNIGHT)) {
        addLocal(found, date.plusDays(1).atStartOfDay(), zone);
      }
    } catch (DateTimeException exception) {
      // not a date in this order of month and day: this reading does not exist
      return;
    }
  }

  /** Both instants where clocks went back; none where they skipped the hour. */
  private static void addLocal(Set<Long> found, LocalDateTime local, ZoneId zone) {
    for (ZoneOffset offset : zone.getRules().getValidOffsets(local)) {
      found.add(local.toEpochSecond(offset));
    }
  }

  private static void addWithOffset(Set<Long> found, String text) {
    try {
      found.add(OffsetDateTime.parse(text.replace(' ', 'T')).toEpochSecond());
    } catch (DateTimeException exception) {
      // no time stamp at all: the caller names file and line
      return;
    }
  }
}
