package org.zerofactory.domain.savings;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zerofactory.domain.quantity.Energy;

/**
 * What a regression measure saved in some months. Drivers add up over days, and the intercept of a
 * period is shared evenly among its days, so a month gets its part of weeks that it cuts.
 *
 * @param adjustedBaseline Wh, rounded once a month, half to even
 * @param actual Wh
 * @param nonRoutine Wh, added to the adjusted baseline
 * @param days counted
 * @param periods counted, parts of periods as parts
 * @param missing readings that are not known; then the month is not counted
 */
public record RegressionSaving(
    Energy adjustedBaseline,
    Energy actual,
    Energy nonRoutine,
    long days,
    double periods,
    long missing) {

  public static final RegressionSaving NONE =
      new RegressionSaving(Energy.ZERO, Energy.ZERO, Energy.ZERO, 0, 0, 0);

  /**
   * One local month.
   *
   * @param fit of an accepted baseline
   * @param due whole days up to the newest reading; later days are not missing
   */
  public static RegressionSaving of(
      RegressionMeasure measure,
      BaselineFit fit,
      YearMonth month,
      LocalDays due,
      DailyAmounts amounts) {
    LocalDays days = measure.runs(LocalDays.of(month)).and(due);
    if (days.isEmpty()) {
      return NONE;
    }
    double adjusted = 0;
    double periods = 0;
    long actual = 0;
    long missing = 0;
    List<RegressionDay> all = RegressionDay.of(measure, days, amounts);
    for (RegressionDay day : all) {
      double share = 1.0 / measure.granularity().days(day.day());
      adjusted += fit.intercept() * share + fit.driven(day.drivers());
      periods += share;
      actual = Math.addExact(actual, day.energy());
      missing += day.missing();
    }
    if (missing > 0) {
      return new RegressionSaving(Energy.ZERO, Energy.ZERO, Energy.ZERO, 0, 0, missing);
    }
    Energy nonRoutine =
        measure.nonRoutine().stream()
            .map(adjustment -> adjustment.within(days))
            .reduce(Energy.ZERO, Energy::plus);
    return new RegressionSaving(
        new Energy(AvoidedEnergy.rounded(adjusted)),
        new Energy(actual),
        nonRoutine,
        all.size(),
        periods,
        0);
  }

  /** May be negative. */
  public Energy avoided() {
    return adjustedBaseline.plus(nonRoutine).minus(actual);
  }

  public RegressionSaving plus(RegressionSaving other) {
    return new RegressionSaving(
        adjustedBaseline.plus(other.adjustedBaseline),
        actual.plus(other.actual),
        nonRoutine.plus(other.nonRoutine),
        days + other.days,
        periods + other.periods,
        missing + other.missing);
  }

  /**
   * A measure's whole result for a year, or for any months.
   *
   * @param baseline with its judgement
   * @param saving of the months that are counted; nothing if the baseline is refused
   * @param bands uncertainty of the saving; none if nothing is counted
   * @param extrapolations drivers outside what the baseline has seen
   */
  public record Result(
      RegressionMeasure measure,
      Baseline baseline,
      RegressionSaving saving,
      List<AvoidedEnergy.Band> bands,
      List<String> extrapolations) {

    public Result {
      bands = List.copyOf(bands);
      extrapolations = List.copyOf(extrapolations);
    }

    /** Whether the saving is known well enough to be called proven. */
    public boolean isProven() {
      return !bands.isEmpty()
          && bands.get(0).fraction() <= baseline.criteria().maxUncertainty()
          && saving.avoided().wattHours() > 0;
    }
  }

  /** The result of some months, of which each is counted or not as {@link #of} says. */
  public static Result result(
      RegressionMeasure measure, List<YearMonth> months, LocalDays due, DailyAmounts amounts) {
    Baseline baseline = measure.judge(amounts);
    if (!baseline.isAccepted()) {
      return new Result(measure, baseline, NONE, List.of(), List.of());
    }
    BaselineFit fit = baseline.fit().orElseThrow();
    RegressionSaving sum = NONE;
    List<String> outside = new ArrayList<>();
    for (YearMonth month : months) {
      RegressionSaving of = of(measure, fit, month, due, amounts);
      sum = sum.plus(of);
      if (of.days() > 0) {
        LocalDays days = measure.runs(LocalDays.of(month)).and(due);
        extrapolations(measure, fit, days, amounts).forEach(outside::add);
      }
    }
    return new Result(measure, baseline, sum, bands(measure, fit, sum), outside);
  }

  private static Stream<String> extrapolations(
      RegressionMeasure measure, BaselineFit fit, LocalDays days, DailyAmounts amounts) {
    return measure.observations(days, amounts).stream()
        .flatMap(observation -> fit.extrapolations(observation).stream());
  }

  private static List<AvoidedEnergy.Band> bands(
      RegressionMeasure measure, BaselineFit fit, RegressionSaving sum) {
    if (sum.days == 0) {
      return List.of();
    }
    double months =
        measure.granularity() == Granularity.MONTH ? sum.periods : Granularity.months(sum.days);
    return AvoidedEnergy.bands(
        fit.statistics(),
        sum.adjustedBaseline.wattHours(),
        sum.avoided().wattHours(),
        measure.granularity().alpha(months),
        sum.periods);
  }
}
