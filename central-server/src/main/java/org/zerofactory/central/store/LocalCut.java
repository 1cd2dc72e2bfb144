package org.zerofactory.central.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Cuts time into a zone's hours, days and months. Hours are counted from local midnight, so that
 * they nest in days also where the zone's offset is no whole hour.
 */
final class LocalCut {

  private static final long HOUR = 3600;

  private final ZoneId zone;
  private long dayStart = Long.MAX_VALUE;
  private long dayEnd = Long.MIN_VALUE;
  private long monthStart;

  LocalCut(ZoneId zone) {
    this.zone = zone;
  }

  long hour(long second) {
    move(second);
    return dayStart + (second - dayStart) / HOUR * HOUR;
  }

  long day(long second) {
    move(second);
    return dayStart;
  }

  long month(long second) {
    move(second);
    return monthStart;
  }

  /** Readings come day by day, so the day of the one before is nearly always right. */
  private void move(long second) {
    if (second >= dayStart && second < dayEnd) {
      return;
    }
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    dayStart = day.atStartOfDay(zone).toEpochSecond();
    dayEnd = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
    monthStart = day.withDayOfMonth(1).atStartOfDay(zone).toEpochSecond();
  }
}
