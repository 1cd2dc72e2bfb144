package org.zerofactory.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.schedule.WorkCalendar.DayException;
import org.zerofactory.domain.schedule.WorkCalendar.Shift;

class WorkCalendarTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Shift NIGHT = new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0));

  // 2026-03-29 02:00 becomes 03:00, 2026-10-25 03:00 becomes 02:00.
  @Test
  void aNightShiftIsAnHourShorterOrLongerWhenClocksChange() {
    WorkCalendar nights =
        new WorkCalendar("n", Map.of(DayOfWeek.SATURDAY, List.of(NIGHT)), List.of());

    assertThat(hours(nights, "2026-03-28")).isEqualTo(7);
    assertThat(hours(nights, "2026-06-27")).isEqualTo(8);
    assertThat(hours(nights, "2026-10-24")).isEqualTo(9);
  }

  @Test
  void aShiftThatLiesInTheHourLeftOutIsNoShift() {
    Shift early = new Shift(LocalTime.of(2, 0), LocalTime.of(3, 0));
    WorkCalendar calendar =
        new WorkCalendar("e", Map.of(DayOfWeek.SUNDAY, List.of(early)), List.of());

    assertThat(calendar.open(days("2026-03-29", 1), BERLIN)).isEmpty();
    assertThat(calendar.open(days("2026-04-05", 1), BERLIN)).hasSize(1);
  }

  @Test
  void aHolidayIsFreeButTheNightShiftOfTheDayBeforeGoesOn() {
    LocalDate holiday = LocalDate.of(2026, 5, 1);
    WorkCalendar nights =
        new WorkCalendar(
            "n",
            Map.of(DayOfWeek.THURSDAY, List.of(NIGHT), DayOfWeek.FRIDAY, List.of(NIGHT)),
            List.of(new DayException(holiday, holiday, List.of(), "Labour Day")));

    assertThat(nights.open(days("2026-05-01", 1), BERLIN))
        .containsExactly(
            new Interval(
                Instant.parse("2026-04-30T22:00:00Z"), Instant.parse("2026-05-01T04:00:00Z")));
  }

  @Test
  void aCalendarThatIsAlwaysOpenHasNoSeamAtMidnight() {
    Interval week = days("2026-03-27", 7);

    assertThat(WorkCalendar.always("a").open(week, BERLIN)).containsExactly(week);
  }

  private static long hours(WorkCalendar calendar, String saturday) {
    return calendar.open(days(saturday, 2), BERLIN).stream()
        .map(Interval::length)
        .reduce(Duration.ZERO, Duration::plus)
        .toHours();
  }

  private static Interval days(String first, int count) {
    LocalDate date = LocalDate.parse(first);
    return new Interval(
        date.atStartOfDay(BERLIN).toInstant(),
        date.plusDays(count).atStartOfDay(BERLIN).toInstant());
  }
}
