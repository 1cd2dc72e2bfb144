package org.zerofactory.central.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.zerofactory.domain.metering.QuarterHours;

/** Cuts time into a zone's days and months. */
final class LocalCut {

  private final ZoneId zone;
  private long dayStart = Long.MAX_VALUE;
  private long dayEnd = Long.MIN_VALUE;
  private long monthStart;

  LocalCut(ZoneId zone) {
    this.zone = zone;
  }

  long day(long second) {
    move(second);
    return dayStart;
  }

  /** The first quarter hour of the day. */
  long firstQuarter(long second) {
    move(second);
    return -Math.floorDiv(-dayStart, (long) QuarterHours.SECONDS) * QuarterHours.SECONDS;
  }

  /** How many quarter hours begin in the day. */
  int quarters(long second) {
    long seconds = dayEnd(second) - firstQuarter(second);
    return Math.toIntExact(-Math.floorDiv(-seconds, (long) QuarterHours.SECONDS));
  }

  private long dayEnd(long second) {
    move(second);
    return dayEnd;
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
