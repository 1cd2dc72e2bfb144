package org.zerofactory.domain.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.metering.Interval;

/**
 * When something works: shifts by weekday in the site's zone, and days that differ (ISA-95 part 2,
 * work calendar).
 *
 * <p>Shifts are local times. A shift that begins or ends in the hour that summer time leaves out
 * begins or ends with the clock's jump; in the hour that comes twice the first of the two counts. A
 * night shift over a change of clocks is an hour shorter or longer, as the people in it know.
 *
 * @param week shifts of each weekday; a day without an entry is free
 * @param exceptions days that differ from the week; a night shift of the day before goes on into
 *     them
 */
public record WorkCalendar(
    String id, Map<DayOfWeek, List<Shift>> week, List<DayException> exceptions) {

  public WorkCalendar {
    Map<DayOfWeek, List<Shift>> copy = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, shifts) -> copy.put(day, List.copyOf(shifts)));
    week = Map.copyOf(copy);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * A stretch of work.
   *
   * @param to its end; one that is not after {@code from} is of the next day, so that 00:00 to
   *     00:00 is the whole day
   */
  public record Shift(LocalTime from, LocalTime to) {

    boolean endsNextDay() {
      return !to.isAfter(from);
    }

    /** Empty for a shift that lies in the hour that summer time leaves out. */
    Optional<Interval> on(LocalDate date, ZoneId zone) {
      Instant start = date.atTime(from).atZone(zone).toInstant();
      LocalDate last = endsNextDay() ? date.plusDays(1) : date;
      Instant end = last.atTime(to).atZone(zone).toInstant();
      return end.isAfter(start) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }
  }

  /**
   * Days with other shifts than their weekday's.
   *
   * @param to the last of the days
   * @param shifts none for holidays
   */
  public record DayException(LocalDate from, LocalDate to, List<Shift> shifts, String reason) {
    public DayException {
      shifts = List.copyOf(shifts);
    }

    boolean covers(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }

  /** A calendar that is always open. */
  public static WorkCalendar always(String id) {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    }
    return new WorkCalendar(id, week, List.of());
  }

  /** Shifts that begin on a date. */
  public List<Shift> shiftsOn(LocalDate date) {
    return exceptions.stream()
        .filter(exception -> exception.covers(date))
        .findFirst()
        .map(DayException::shifts)
        .orElseGet(() -> week.getOrDefault(date.getDayOfWeek(), List.of()));
  }

  /** When it works within a stretch of time: in order, and without gaps where shifts adjoin. */
  public List<Interval> open(Interval within, ZoneId zone) {
    List<Interval> open = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(within.end(), zone);
    LocalDate date = LocalDate.ofInstant(within.start(), zone).minusDays(1);
    for (; !date.isAfter(last); date = date.plusDays(1)) {
      for (Shift shift : shiftsOn(date)) {
        shift
            .on(date, zone)
            .filter(within::overlaps)
            .ifPresent(interval -> open.add(clip(interval, within)));
      }
    }
    return joined(open);
  }

  private static Interval clip(Interval interval, Interval within) {
    Instant start = interval.start().isBefore(within.start()) ? within.start() : interval.start();
    Instant end = interval.end().isAfter(within.end()) ? within.end() : interval.end();
    return new Interval(start, end);
  }

  private static List<Interval> joined(List<Interval> intervals) {
    List<Interval> joined = new ArrayList<>();
    intervals.sort(Comparator.comparing(Interval::start));
    for (Interval next : intervals) {
      int at = joined.size() - 1;
      if (at >= 0 && !next.start().isAfter(joined.get(at).end())) {
        Interval before = joined.get(at);
        Instant end = next.end().isAfter(before.end()) ? next.end() : before.end();
        joined.set(at, new Interval(before.start(), end));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }
}
