package org.zerofactory.domain.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

/** The 15-minute grid of UTC on which energy is sealed and accounted. */
public final class QuarterHours {

  public static final int SECONDS = 900;

  private QuarterHours() {}

  /** The quarter hour that contains the instant. */
  public static Interval containing(Instant instant) {
    long start = Math.floorDiv(instant.getEpochSecond(), SECONDS) * SECONDS;
    return startingAt(start);
  }

  /**
   * The quarter hour that begins at an epoch second.
   *
   * @throws IllegalArgumentException if the second is not on the grid
   */
  public static Interval startingAt(long epochSecond) {
    if (Math.floorMod(epochSecond, SECONDS) != 0) {
      throw new IllegalArgumentException(
          "a quarter hour begins at a multiple of 900 s, but was " + epochSecond);
    }
    return new Interval(
        Instant.ofEpochSecond(epochSecond), Instant.ofEpochSecond(epochSecond + SECONDS));
  }

  /** The quarter hours that begin inside the interval, in order. */
  public static List<Interval> startingIn(Interval interval) {
    long first = -Math.floorDiv(-interval.start().getEpochSecond(), SECONDS) * (long) SECONDS;
    long end = interval.end().getEpochSecond();
    return LongStream.iterate(first, start -> start < end, start -> start + SECONDS)
        .mapToObj(QuarterHours::startingAt)
        .toList();
  }

  /**
   * The quarter hours of a local day: 96, or 92 and 100 on days when clocks change.
   *
   * <p>A zone whose offset is no multiple of 15 minutes gets the quarter hours that begin in it.
   */
  public static List<Interval> ofDay(LocalDate day, ZoneId zone) {
    return startingIn(day(day, zone));
  }

  /** A local day as an interval of instants. */
  public static Interval day(LocalDate day, ZoneId zone) {
    return new Interval(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** A local month as an interval of instants. */
  public static Interval month(YearMonth month, ZoneId zone) {
    return months(month, month.plusMonths(1), zone);
  }

  /** Whole local months as an interval of instants, up to the month after the last. */
  public static Interval months(YearMonth from, YearMonth to, ZoneId zone) {
    return new Interval(
        from.atDay(1).atStartOfDay(zone).toInstant(), to.atDay(1).atStartOfDay(zone).toInstant());
  }
}
