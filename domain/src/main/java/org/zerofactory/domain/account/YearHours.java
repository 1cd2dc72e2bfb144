package org.zerofactory.domain.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.zerofactory.domain.instrument.Periods;
import org.zerofactory.domain.metering.Interval;

/**
 * The hours of a local year: 8,760 or 8,784, a day may have 23 or 25.
 *
 * @param interval of the year
 */
public record YearHours(int year, ZoneId zone, Interval interval) {

  public static final int SECONDS = 3600;

  public static YearHours of(int year, ZoneId zone) {
    return new YearHours(
        year, zone, new Interval(startOf(year, 1, zone), startOf(year + 1, 1, zone)));
  }

  private static Instant startOf(int year, int month, ZoneId zone) {
    return LocalDate.of(year, month, 1).atStartOfDay(zone).toInstant();
  }

  public int count() {
    return (int) (interval.length().toSeconds() / SECONDS);
  }

  /** The hour that an instant lies in; may be before or after the year. */
  public int indexOf(Instant instant) {
    long seconds = instant.getEpochSecond() - interval.start().getEpochSecond();
    return (int) Math.floorDiv(seconds, (long) SECONDS);
  }

  /** The first hour of a month of the year, 1 to 13. */
  public int firstOfMonth(int month) {
    return month > 12 ? count() : indexOf(startOf(year, month, zone));
  }

  /** January is 0. */
  public Periods months() {
    int[] of = new int[count()];
    for (int month = 1; month <= 12; month++) {
      java.util.Arrays.fill(of, firstOfMonth(month), firstOfMonth(month + 1), month - 1);
    }
    return Periods.of(of);
  }

  /** The months of the year. */
  public List<YearMonth> yearMonths() {
    List<YearMonth> all = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      all.add(YearMonth.of(year, month));
    }
    return all;
  }

  /** Hour of the local day, 0 to 23, by hour of the year. */
  public int[] localHours() {
    int[] local = new int[count()];
    for (int i = 0; i < local.length; i++) {
      local[i] = interval.start().plusSeconds((long) i * SECONDS).atZone(zone).getHour();
    }
    return local;
  }

  /** The first hour of each local day, and one beyond the last. */
  public int[] dayStarts() {
    LocalDate first = LocalDate.of(year, 1, 1);
    int days = first.lengthOfYear();
    int[] starts = new int[days + 1];
    for (int day = 0; day < days; day++) {
      starts[day] = indexOf(first.plusDays(day).atStartOfDay(zone).toInstant());
    }
    starts[days] = count();
    return starts;
  }
}
