package org.zerofactory.domain.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Energy from power samples, only for devices that have no register; always marked INTEGRATED. */
public final class PowerIntegration {

  private PowerIntegration() {}

  /**
   * Each good sample holds until the next one, at most for the tolerance.
   *
   * @param samples of one power point in kW, ascending in source time; the first at or before the
   *     interval's start
   * @param tolerance longest time for which a sample holds; a longer hole makes the interval
   *     MISSING
   */
  public static IntervalReading of(Interval interval, List<Sample> samples, Duration tolerance) {
    List<Sample> good = samples.stream().filter(Sample::isGood).toList();
    if (good.isEmpty() || good.get(0).sourceTime().isAfter(interval.start())) {
      return IntervalReading.MISSING;
    }
    double kilowattSeconds = 0;
    for (int i = 0; i < good.size(); i++) {
      Instant from = later(good.get(i).sourceTime(), interval.start());
      Instant to =
          i + 1 < good.size()
              ? earlier(good.get(i + 1).sourceTime(), interval.end())
              : interval.end();
      if (!to.isAfter(from)) {
        continue;
      }
      Instant since = good.get(i).sourceTime();
      if (Duration.between(since, to).compareTo(tolerance) > 0) {
        return IntervalReading.MISSING;
      }
      kilowattSeconds += good.get(i).value() * Duration.between(from, to).toMillis() / 1000.0;
    }
    long wattHours = Math.round(kilowattSeconds / 3.6);
    return new IntervalReading(
        OptionalLong.of(Math.max(0, wattHours)), Flag.INTEGRATED, OptionalLong.empty());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
