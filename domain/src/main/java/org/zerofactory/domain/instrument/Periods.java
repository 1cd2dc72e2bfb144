package org.zerofactory.domain.instrument;

import java.util.Arrays;

/** Which intervals of a series belong to the same period of matching. */
public final class Periods {

  private final int[] of;
  private final int count;

  private Periods(int[] of, int count) {
    this.of = of;
    this.count = count;
  }

  /** Each interval is a period of its own. */
  public static Periods each(int intervals) {
    int[] of = new int[intervals];
    Arrays.setAll(of, index -> index);
    return new Periods(of, intervals);
  }

  /** All intervals are one period. */
  public static Periods one(int intervals) {
    return new Periods(new int[intervals], intervals == 0 ? 0 : 1);
  }

  /**
   * The period of each interval.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public static Periods of(int[] periods) {
    int count = 0;
    for (int period : periods) {
      if (period < 0) {
        throw new IllegalArgumentException("expected a period of 0 or more, but was " + period);
      }
      count = Math.max(count, period + 1);
    }
    return new Periods(periods.clone(), count);
  }

  public int intervals() {
    return of.length;
  }

  /** How many periods there are. */
  public int count() {
    return count;
  }

  /** The period of an interval. */
  public int of(int interval) {
    return of[interval];
  }

  /**
   * The sum of each period.
   *
   * @throws IllegalArgumentException if there are not as many values as intervals
   */
  public long[] sums(long[] values) {
    if (values.length != of.length) {
      throw new IllegalArgumentException(
          "expected " + of.length + " intervals, but were " + values.length);
    }
    long[] sums = new long[count];
    for (int i = 0; i < values.length; i++) {
      sums[of[i]] = Math.addExact(sums[of[i]], values[i]);
    }
    return sums;
  }
}
