package org.zerofactory.forecast;

/**
 * The usual clear-sky index by quarter hour of the day over the last weeks, and by how much a
 * moment differs from it.
 */
final class Climate {

  /** Neighbouring quarter hours that are counted with one, each way. */
  private static final int BESIDE = 2;

  /** Days' worth of the whole day's mean that each quarter hour's own mean is mixed with. */
  private static final double PRIOR_DAYS = 2;

  private final PowerSeries history;
  private final ClearDay clear;
  private final long end;
  private final double[] sum = new double[PowerSeries.PER_DAY];
  private final double[] count = new double[PowerSeries.PER_DAY];
  private final double overall;

  /** Measured index less the usual one, from a day before {@link #first} on; NaN without sun. */
  private final double[] differences;

  private final long oldest;

  Climate(PowerSeries history, ClearDay clear, long end) {
    this.history = history;
    this.clear = clear;
    this.end = end;
    double all = 0;
    double number = 0;
    for (long quarter = first(); quarter < end; quarter++) {
      double index = clear.index(history, quarter);
      if (!Double.isNaN(index)) {
        sum[ofDay(quarter)] += index;
        count[ofDay(quarter)]++;
        all += index;
        number++;
      }
    }
    this.overall = number == 0 ? 0.7 : all / number;
    this.oldest = Math.max(history.first(), first() - PowerSeries.PER_DAY);
    this.differences = new double[(int) Math.max(0, end - oldest)];
    for (int at = 0; at < differences.length; at++) {
      double index = clear.index(history, oldest + at);
      differences[at] = Double.isNaN(index) ? index : index - usualWithout(oldest + at, index);
    }
  }

  long first() {
    return Math.max(history.first(), end - (long) PowerSeries.MOST_DAYS * PowerSeries.PER_DAY);
  }

  long end() {
    return end;
  }

  private static int ofDay(long quarter) {
    return (int) Math.floorMod(quarter, (long) PowerSeries.PER_DAY);
  }

  /** Usual index of a quarter hour. */
  double usual(long quarter) {
    return usualWithout(quarter, Double.NaN);
  }

  /**
   * By how much a quarter hour differed from the usual index of all days but its own; NaN without
   * sun or measurement.
   */
  double difference(long quarter) {
    long at = quarter - oldest;
    return at < 0 || at >= differences.length ? Double.NaN : differences[(int) at];
  }

  /**
   * @param without index of the quarter hour itself if it is to be left out, else NaN
   */
  private double usualWithout(long quarter, double without) {
    double total = 0;
    double number = 0;
    for (int beside = -BESIDE; beside <= BESIDE; beside++) {
      int ofDay = ofDay(quarter + beside);
      total += sum[ofDay];
      number += count[ofDay];
    }
    if (!Double.isNaN(without)) {
      // its neighbours of the same day go with it: they are all but the same
      for (int beside = -BESIDE; beside <= BESIDE; beside++) {
        double index = clear.index(history, quarter + beside);
        if (!Double.isNaN(index) && quarter + beside >= first() && quarter + beside < end) {
          total -= index;
          number--;
        }
      }
    }
    double prior = PRIOR_DAYS * (2 * BESIDE + 1);
    return (total + prior * overall) / (number + prior);
  }

  /**
   * How the newest quarter hours with sun before {@code origin} differed from the usual, NaN if
   * there were none for a day.
   *
   * @param span number of quarter hours averaged
   */
  double anomaly(long origin, int span) {
    double total = 0;
    int number = 0;
    for (long back = 1; back <= PowerSeries.PER_DAY && number < span; back++) {
      double difference = difference(origin - back);
      if (!Double.isNaN(difference)) {
        total += difference;
        number++;
      }
    }
    return number == 0 ? Double.NaN : total / number;
  }
}
