package org.zerofactory.forecast;

import java.util.Arrays;

/**
 * What the plant gives in each quarter hour of a day without a cloud, learned from its own past: a
 * high quantile of the last weeks, smoothed over neighbouring quarter hours.
 */
final class ClearDay {

  private static final double QUANTILE = 0.9;

  /** Below this share of the day's highest the index of a quarter hour says nothing. */
  private static final double LEAST_SHARE = 0.04;

  private final double[] envelope;
  private final double highest;

  private ClearDay(double[] envelope) {
    this.envelope = envelope;
    this.highest = Arrays.stream(envelope).max().orElse(0);
  }

  /** From the days before the quarter hour {@code end}. */
  static ClearDay of(PowerSeries history, long end) {
    double[] high = new double[PowerSeries.PER_DAY];
    for (int ofDay = 0; ofDay < PowerSeries.PER_DAY; ofDay++) {
      high[ofDay] = high(history, end, ofDay);
    }
    double[] smooth = new double[high.length];
    for (int ofDay = 0; ofDay < high.length; ofDay++) {
      double before = high[Math.floorMod(ofDay - 1, high.length)];
      double after = high[Math.floorMod(ofDay + 1, high.length)];
      smooth[ofDay] = (before + 2 * high[ofDay] + after) / 4;
    }
    return new ClearDay(smooth);
  }

  private static double high(PowerSeries history, long end, int ofDay) {
    double[] found = new double[PowerSeries.MOST_DAYS * 3];
    int count = 0;
    long newest = end - 1 - Math.floorMod(end - 1 - ofDay, (long) PowerSeries.PER_DAY);
    for (int day = 0; day < PowerSeries.MOST_DAYS; day++) {
      for (int beside = -1; beside <= 1; beside++) {
        long quarter = newest - (long) day * PowerSeries.PER_DAY + beside;
        double power = quarter < end ? history.at(quarter) : Double.NaN;
        if (!Double.isNaN(power)) {
          found[count++] = power;
        }
      }
    }
    if (count == 0) {
      return 0;
    }
    Arrays.sort(found, 0, count);
    return found[Math.min(count - 1, (int) Math.ceil(QUANTILE * count) - 1)];
  }

  /** Clear power of a quarter hour, kW. */
  double power(long quarter) {
    return envelope[(int) Math.floorMod(quarter, (long) PowerSeries.PER_DAY)];
  }

  /** Whether the sun gives enough for an index. */
  boolean isDay(long quarter) {
    return power(quarter) > LEAST_SHARE * highest && highest > 0;
  }

  /** Measured power over clear power; NaN at night and in gaps. */
  double index(PowerSeries history, long quarter) {
    return isDay(quarter) ? Math.min(1.5, history.at(quarter) / power(quarter)) : Double.NaN;
  }
}
