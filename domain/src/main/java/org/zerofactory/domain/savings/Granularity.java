package org.zerofactory.domain.savings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long the periods of a baseline are. Weeks begin on Monday. */
public enum Granularity {
  HOUR(0.30, 0.10, 0),
  DAY(0.15, 0.05, 0),
  WEEK(0.15, 0.05, 0.05),
  MONTH(0.15, 0.05, 0.05);

  /** Beyond five years the published polynomials for alpha turn down again. */
  private static final double MOST_MONTHS = 60;

  private static final double HOURLY_ALPHA = 1.26;

  private final double maxCvRmse;
  private final double maxNmbe;
  private final double maxEstimatedShare;

  Granularity(double maxCvRmse, double maxNmbe, double maxEstimatedShare) {
    this.maxCvRmse = maxCvRmse;
    this.maxNmbe = maxNmbe;
    this.maxEstimatedShare = maxEstimatedShare;
  }

  /**
   * Usual limit of CV(RMSE): ASHRAE Guideline 14 names 15% for months and 30% for hours. For days
   * and weeks no limit of it is known here; the stricter one holds unless the site states another.
   */
  public double maxCvRmse() {
    return maxCvRmse;
  }

  /** Usual limit of the bias: ASHRAE Guideline 14, 5% for months and 10% for hours. */
  public double maxNmbe() {
    return maxNmbe;
  }

  /**
   * Share of a period's quarter hours that may be estimated for it to enter the fit. A gap's energy
   * is exact in sum, so it harms a month only at its edges; a day would be interpolated.
   */
  public double maxEstimatedShare() {
    return maxEstimatedShare;
  }

  /**
   * The factor alpha of the fractional savings uncertainty, by the months of the reporting period.
   *
   * <p>Source: ASHRAE Guideline 14, approximations as used by eemeter (000bbd6d), which counts the
   * reporting period's months. For weeks, which have none, the daily one is taken: it is larger.
   *
   * @param months length of the reporting period, above 0; more than 60 count as 60
   */
  public double alpha(double months) {
    double of = Math.min(months, MOST_MONTHS);
    return switch (this) {
      case HOUR -> HOURLY_ALPHA;
      case DAY, WEEK -> -0.00024 * of * of + 0.03535 * of + 1.00286;
      case MONTH -> -0.00022 * of * of + 0.03306 * of + 0.94054;
    };
  }

  /** First day of the period that a day lies in. */
  LocalDate start(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** First day after the period that begins on a day. */
  LocalDate next(LocalDate start) {
    return switch (this) {
      case HOUR, DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }

  /** Days of the period that a day lies in. */
  long days(LocalDate day) {
    LocalDate start = start(day);
    return ChronoUnit.DAYS.between(start, next(start));
  }

  /** A number of days as months of the alpha approximations: 30 days, as eemeter counts them. */
  static double months(double days) {
    return days / 30;
  }
}
