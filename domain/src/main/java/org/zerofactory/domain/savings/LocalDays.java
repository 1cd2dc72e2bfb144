package org.zerofactory.domain.savings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.zerofactory.domain.metering.Interval;

/**
 * Local days, {@code [from, to)}; may be none.
 *
 * @param from first day
 * @param to day after the last
 */
public record LocalDays(LocalDate from, LocalDate to) {

  public static LocalDays of(YearMonth month) {
    return new LocalDays(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** The days that lie in an interval from midnight to midnight. */
  public static LocalDays wholeIn(Interval interval, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(interval.start(), zone);
    boolean isWhole = first.atStartOfDay(zone).toInstant().equals(interval.start());
    return new LocalDays(
        isWhole ? first : first.plusDays(1), LocalDate.ofInstant(interval.end(), zone));
  }

  /** The days of both. */
  public LocalDays and(LocalDays other) {
    return new LocalDays(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  public boolean isEmpty() {
    return !from.isBefore(to);
  }

  public boolean overlaps(LocalDays other) {
    return !and(other).isEmpty();
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }
}
