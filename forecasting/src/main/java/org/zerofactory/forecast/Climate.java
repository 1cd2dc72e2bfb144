package org.zerofactory.forecast;

/**
 * The usual clear-sky index by quarter hour of the day over the last weeks, and by how much a
 * moment differs from it.
 */
final class Climate {

  private static final int MOST_DAYS = 30;

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
  }

  long first() {
    return Math.max(history.first(), end - (long) MOST_DAYS * PowerSeries.PER_DAY);
  }

  long end() {
    return end;
  }

  private static int ofDay(long quarter) {
    return (int) Math.floorMod(quarter, (long) PowerSeries.PER_DAY);
  }

  /** Usual index of a quarter hour. */
  double usual(long quarter) {
    return usual(quarter, Double.NaN);
  }

  /** The same without what was measured in that quarter hour itself: for judging past errors. */
  double usualWithout(long quarter) {
    return usual(quarter, clear.index(history, quarter));
  }

  private double usual(long quarter, double without) {
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
    long oldest = Math.max(history.first(), origin - PowerSeries.PER_DAY);
    for (long quarter = origin - 1; quarter >= oldest && number < span; quarter--) {
      double index = clear.index(history, quarter);
      if (!Double.isNaN(index)) {
        total += index - usualWithout(quarter);
        number++;
      }
    }
    return number == 0 ? Double.NaN : total / number;
  }
}
