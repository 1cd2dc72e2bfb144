package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.quantity.Energy;

/**
 * A press that draws 7,000 Wh a week and 2 Wh a piece, give or take 1 Wh a day, and from 2025 on 50
 * Wh a day less.
 */
final class RegressionSavingTest {

  private static final LocalDate START_OF_MEASURE = LocalDate.of(2025, 1, 1);
  private static final LocalDays BASELINE =
      new LocalDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 30)); // 52 weeks
  private static final LocalDays ALL =
      new LocalDays(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1));

  @Test
  void weeksAreCutAtTheEndOfTheMonth() {
    RegressionMeasure measure = measure(Granularity.WEEK, List.of());

    RegressionSaving january = saving(measure, YearMonth.of(2025, 1), RegressionSavingTest::days);

    assertThat(january.days()).isEqualTo(31);
    assertThat(january.periods()).isCloseTo(31 / 7.0, within(1e-12));
    // 31 days of 50 Wh; the model is off by parts of a watt-hour a day
    assertThat((double) january.avoided().wattHours()).isCloseTo(1550, within(31.0));
  }

  @Test
  void everyGranularityFindsTheSavingOfTheYear() {
    for (Granularity granularity : List.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH)) {
      RegressionSaving.Result result =
          RegressionSaving.result(
              measure(granularity, List.of()), months(), ALL, RegressionSavingTest::days);

      assertThat(result.baseline().refusals()).as(granularity.toString()).isEmpty();
      // months differ in length, which pieces explain in part only: its band says so
      double band = granularity == Granularity.MONTH ? result.bands().get(2).plusMinus() : 365;
      assertThat((double) result.saving().avoided().wattHours())
          .as(granularity.toString())
          .isCloseTo(365 * 50, within(band));
      assertThat(result.saving().days()).isEqualTo(365);
      assertThat(result.isProven()).isTrue();
    }
  }

  @Test
  void theYearIsTheSumOfItsMonths() {
    RegressionMeasure measure = measure(Granularity.DAY, List.of());

    Energy sum =
        months().stream()
            .map(month -> saving(measure, month, RegressionSavingTest::days).avoided())
            .reduce(Energy.ZERO, Energy::plus);

    assertThat(RegressionSaving.result(measure, months(), ALL, RegressionSavingTest::days).saving())
        .extracting(RegressionSaving::avoided)
        .isEqualTo(sum);
  }

  @Test
  void aMonthWithAMissingReadingIsNotCounted() {
    DailyAmounts gap =
        (point, from, to) ->
            days(point, from, to).stream()
                .map(
                    day ->
                        day.day().equals(LocalDate.of(2025, 3, 9))
                            ? new DailyAmounts.Day(day.day(), day.amount(), 96, 95, 0)
                            : day)
                .toList();

    RegressionSaving march =
        saving(measure(Granularity.DAY, List.of()), YearMonth.of(2025, 3), gap);

    assertThat(march.missing()).as("press and pieces").isEqualTo(2);
    assertThat(march.avoided()).isEqualTo(Energy.ZERO);
    assertThat(march.days()).isZero();
  }

  @Test
  void whatIsNotDueYetIsNeitherCountedNorMissing() {
    RegressionMeasure measure = measure(Granularity.DAY, List.of());
    LocalDays due = new LocalDays(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 11));
    BaselineFit fit = measure.judge(RegressionSavingTest::days).fit().orElseThrow();

    RegressionSaving january =
        RegressionSaving.of(measure, fit, YearMonth.of(2025, 1), due, RegressionSavingTest::days);

    assertThat(january.days()).isEqualTo(10);
    assertThat((double) january.avoided().wattHours()).isCloseTo(500, within(15.0));
    assertThat(
            RegressionSaving.of(
                measure, fit, YearMonth.of(2025, 2), due, RegressionSavingTest::days))
        .isEqualTo(RegressionSaving.NONE);
  }

  // 1,000 Wh over the three days from 30 January: two thirds of it lie in January
  @Test
  void aNonRoutineAdjustmentIsSharedByItsDays() {
    var adjustment =
        new RegressionMeasure.NonRoutine(
            new LocalDays(LocalDate.of(2025, 1, 30), LocalDate.of(2025, 2, 2)),
            new Energy(-1_000),
            "a furnace was down");
    RegressionMeasure measure = measure(Granularity.DAY, List.of(adjustment));

    assertThat(saving(measure, YearMonth.of(2025, 1), RegressionSavingTest::days).nonRoutine())
        .isEqualTo(new Energy(-667));
    assertThat(saving(measure, YearMonth.of(2025, 2), RegressionSavingTest::days).nonRoutine())
        .isEqualTo(new Energy(-333));
  }

  @Property(tries = 300)
  void partsOfANonRoutineAdjustmentAddUpToIt(
      @ForAll @IntRange(min = 1, max = 400) int length,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int energy,
      @ForAll @IntRange(min = 0, max = 400) int cut) {
    LocalDate from = LocalDate.of(2025, 1, 1);
    LocalDays days = new LocalDays(from, from.plusDays(length));
    LocalDate at = from.plusDays(Math.min(cut, length));
    var adjustment = new RegressionMeasure.NonRoutine(days, new Energy(energy), "any");

    Energy sum =
        adjustment
            .within(new LocalDays(from.minusDays(9), at))
            .plus(adjustment.within(new LocalDays(at, from.plusDays(9_999))));

    assertThat(sum).isEqualTo(new Energy(energy));
  }

  @Test
  void periodsWithEstimatedOrMissingReadingsDoNotEnterTheFit() {
    DailyAmounts patchy =
        (point, from, to) ->
            days(point, from, to).stream()
                .map(
                    day -> {
                      int of = day.day().getDayOfYear();
                      return new DailyAmounts.Day(
                          day.day(), day.amount(), 96, of == 10 ? 90 : 96, of == 20 ? 1 : 0);
                    })
                .toList();

    Baseline byDay = measure(Granularity.DAY, List.of()).judge(patchy);
    Baseline byMonth = measure(Granularity.MONTH, List.of()).judge(patchy);

    assertThat(byDay.fit().orElseThrow().statistics().n()).isEqualTo(364 - 2);
    assertThat(byDay.excluded()).hasSize(2);
    // one estimated quarter hour of a January does little harm, a missing one does;
    // and the baseline ends before December does
    assertThat(byMonth.fit().orElseThrow().statistics().n()).isEqualTo(10);
    assertThat(byMonth.excluded()).singleElement().asString().startsWith("from 2024-01-01");
  }

  @Test
  void aTableThatEndsTooEarlyIsMissingAndNotZero() {
    DegreeDays table =
        new DegreeDays(Map.of(), Map.of(YearMonth.of(2024, 1), 310.0, YearMonth.of(2024, 2), 0.0));
    Driver weather = new Driver.Weather("heating", table);

    List<Driver.Day> days =
        weather.days(
            new LocalDays(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 3, 2)),
            RegressionSavingTest::days);

    assertThat(days.get(0)).isEqualTo(new Driver.Day(10, 0, 0));
    assertThat(days.get(1)).isEqualTo(new Driver.Day(0, 0, 0));
    assertThat(days.get(30)).isEqualTo(new Driver.Day(0, 1, 0));
  }

  // base 18: a day of 5.5 needs 12.5 heating degree days, one of 24 6 of cooling
  @Test
  void degreeDaysCountFromTheirBase() {
    assertThat(DegreeDays.heating(5.5, 18)).isEqualTo(12.5);
    assertThat(DegreeDays.heating(24, 18)).isZero();
    assertThat(DegreeDays.cooling(24, 18)).isEqualTo(6);
    assertThat(DegreeDays.cooling(5.5, 18)).isZero();
  }

  @Test
  void shiftsFollowTheWeekAndItsExceptions() {
    Driver shifts =
        new Driver.Shifts(
            "shifts",
            List.of(3.0, 3.0, 3.0, 3.0, 2.0, 1.0, 0.0),
            Map.of(LocalDate.of(2025, 1, 1), 0.0));

    List<Driver.Day> week =
        shifts.days(
            new LocalDays(LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 6)),
            RegressionSavingTest::days);

    assertThat(week.stream().map(Driver.Day::amount))
        .containsExactly(3.0, 3.0, 0.0, 3.0, 2.0, 1.0, 0.0);
    assertThatThrownBy(() -> new Driver.Shifts("s", List.of(1.0), Map.of()))
        .hasMessage("expected the shifts of 7 days from Monday, but were [1.0]");
  }

  private static RegressionSaving saving(
      RegressionMeasure measure, YearMonth month, DailyAmounts amounts) {
    BaselineFit fit = measure.judge(RegressionSavingTest::days).fit().orElseThrow();
    return RegressionSaving.of(measure, fit, month, ALL, amounts);
  }

  private static RegressionMeasure measure(
      Granularity granularity, List<RegressionMeasure.NonRoutine> nonRoutine) {
    return new RegressionMeasure(
        "press-drive",
        "Drive of the press",
        List.of("press/energy-import"),
        List.of(new Driver.Points("pieces", List.of("press/output-count"))),
        granularity,
        BASELINE,
        Optional.empty(),
        START_OF_MEASURE,
        Optional.empty(),
        Criteria.usual(granularity),
        nonRoutine,
        "IPMVP option C");
  }

  private static List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      months.add(YearMonth.of(2025, month));
    }
    return months;
  }

  private static List<DailyAmounts.Day> days(String point, LocalDate from, LocalDate to) {
    List<DailyAmounts.Day> days = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      long number = ChronoUnit.DAYS.between(LocalDate.EPOCH, day);
      long pieces = 300 + number * 37 % 101 + 40L * day.getMonthValue();
      long saved = day.isBefore(START_OF_MEASURE) ? 0 : 50;
      long energy = 1_000 + 2 * pieces + number % 3 - 1 - saved;
      boolean isEnergy = point.endsWith("energy-import");
      days.add(new DailyAmounts.Day(day, isEnergy ? energy : pieces, 96, 96, 0));
    }
    return days;
  }
}
