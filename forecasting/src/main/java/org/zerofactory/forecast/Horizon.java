package org.zerofactory.forecast;

import java.util.Arrays;

/**
 * How far the moment carries, and how wide past errors were, for one distance between origin and
 * target: learned by looking back over the last weeks as if each of their quarter hours were still
 * to come.
 *
 * @param carry share of the newest anomaly, and of the anomaly of the last whole day, that is still
 *     there at the target
 * @param steps quarter hours from the origin to the beginning of the target, 0 or more
 * @param errors sorted differences between what came and what would have been said
 * @param days on which they were made: those of one day are much alike
 */
record Horizon(int steps, double[] carry, double[] errors, int days) {

  static final int MOMENT = 3;
  static final int DAY = 48;

  /** Pairs' worth of "nothing carries over" mixed in, so that a short past claims little. */
  private static final double PRIOR = 40;

  private static final int STRIDE = 2;

  /**
   * Clouds stay for some hours: errors of morning, noon and evening tell three things, not fifty.
   */
  private static final int PARTS_OF_DAY = 3;

  static Horizon of(Climate climate, int steps) {
    int capacity = (int) Math.max(0, climate.end() - climate.first()) / STRIDE + 1;
    double[][] pairs = new double[capacity][];
    int count = 0;
    int days = 0;
    long newest = Long.MIN_VALUE;
    for (long target = climate.first() + steps; target < climate.end(); target += STRIDE) {
      double difference = climate.difference(target);
      double moment =
          Double.isNaN(difference) ? difference : climate.anomaly(target - steps, MOMENT);
      double day = Double.isNaN(moment) ? moment : climate.anomaly(target - steps, DAY);
      if (!Double.isNaN(day)) {
        days += target - newest >= PowerSeries.PER_DAY / 2 ? 1 : 0;
        newest = target;
        pairs[count++] = new double[] {moment, day, difference};
      }
    }
    double[] carry = regression(pairs, count);
    double[] errors = new double[count];
    for (int pair = 0; pair < count; pair++) {
      errors[pair] = pairs[pair][2] - carry[0] * pairs[pair][0] - carry[1] * pairs[pair][1];
    }
    Arrays.sort(errors);
    return new Horizon(steps, carry, errors, days);
  }

  /** Least squares without intercept, drawn towards 0; no share is negative or more than 1. */
  private static double[] regression(double[][] pairs, int count) {
    double mm = 0;
    double md = 0;
    double dd = 0;
    double my = 0;
    double dy = 0;
    for (int pair = 0; pair < count; pair++) {
      double moment = pairs[pair][0];
      double day = pairs[pair][1];
      mm += moment * moment;
      md += moment * day;
      dd += day * day;
      my += moment * pairs[pair][2];
      dy += day * pairs[pair][2];
    }
    if (count == 0) {
      return new double[2];
    }
    double ridge = PRIOR * (mm + dd) / 2 / count + 1e-9;
    double determinant = (mm + ridge) * (dd + ridge) - md * md;
    double byMoment = (my * (dd + ridge) - dy * md) / determinant;
    double byDay = (dy * (mm + ridge) - my * md) / determinant;
    if (byMoment < 0) {
      return new double[] {0, within(dy / (dd + ridge))};
    }
    if (byDay < 0) {
      return new double[] {within(my / (mm + ridge)), 0};
    }
    return new double[] {within(byMoment), within(byDay)};
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }

  /**
   * Error that the share {@code probability} of past ones did not exceed. Few days say little about
   * the ends: as in conformal prediction the rank is that of a new day among the known ones.
   *
   * @param probability more than 0, less than 1
   */
  double error(double probability) {
    if (days < 2) {
      return (probability - 0.5) * 0.8;
    }
    double independent = PARTS_OF_DAY * days;
    double share = ((independent + 1) * probability - 1) / (independent - 1);
    double rank = Math.max(0, Math.min(1, share)) * (errors.length - 1);
    int low = (int) Math.floor(rank);
    int high = Math.min(errors.length - 1, low + 1);
    return errors[low] + (errors[high] - errors[low]) * (rank - low);
  }
}
