package org.zerofactory.domain.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Interval amounts from the readings of a cumulative register.
 *
 * <p>Every rise between two readings is counted exactly once, so the amounts of successive
 * intervals sum to the register's rise whatever the sampling. A rise over a short step belongs to
 * the interval in which the step ends; a rise over a gap is spread evenly in time over the quarter
 * hours it touches and marked as estimated (standards' order of gap closing: a register difference
 * is exact in energy, only its shape is unknown).
 */
public final class RegisterEnergy {

  private RegisterEnergy() {}

  /**
   * The amount of one interval.
   *
   * @param readings good readings in ascending time; the first at or before the interval's start
   *     and the last at or after its end, otherwise the interval is MISSING
   * @param span count at which the register starts again from zero, in its stored unit
   * @param tolerance longest step that is no gap; positive
   */
  public static IntervalReading of(
      Interval interval, List<RegisterReading> readings, OptionalLong span, Duration tolerance) {
    if (!covers(interval, readings)) {
      return IntervalReading.MISSING;
    }
    long amount = 0;
    boolean estimated = false;
    boolean reset = false;
    for (RegisterStep step : steps(readings, span)) {
      if (!step.overlaps(interval)) {
        continue;
      }
      if (step.reset()) {
        if (step.endsIn(interval)) {
          reset = true;
        } else if (isGap(step, interval, tolerance)) {
          return IntervalReading.MISSING;
        }
      } else if (isGap(step, interval, tolerance)) {
        amount = Math.addExact(amount, share(step, interval));
        estimated = true;
      } else if (step.endsIn(interval)) {
        amount = Math.addExact(amount, step.amount());
      }
    }
    Flag flag = reset ? Flag.RESET : estimated ? Flag.ESTIMATED : Flag.MEASURED;
    return new IntervalReading(
        OptionalLong.of(amount), flag, registerAt(interval.end(), readings, tolerance));
  }

  private static boolean covers(Interval interval, List<RegisterReading> readings) {
    return !readings.isEmpty()
        && !readings.get(0).time().isAfter(interval.start())
        && !readings.get(readings.size() - 1).time().isBefore(interval.end());
  }

  private static List<RegisterStep> steps(List<RegisterReading> readings, OptionalLong span) {
    List<RegisterStep> steps = new ArrayList<>(readings.size());
    for (int i = 1; i < readings.size(); i++) {
      RegisterReading from = readings.get(i - 1);
      RegisterReading to = readings.get(i);
      if (to.time().isBefore(from.time())) {
        throw new IllegalArgumentException(
            "readings must be in ascending time, but " + to.time() + " follows " + from.time());
      }
      steps.add(RegisterStep.between(from, to, span));
    }
    return steps;
  }

  /** A long step is a gap only where it reaches over the interval's border and the value moved. */
  private static boolean isGap(RegisterStep step, Interval interval, Duration tolerance) {
    boolean inside =
        !step.from().time().isBefore(interval.start()) && !step.to().time().isAfter(interval.end());
    return !inside && !step.unchanged() && step.seconds() > tolerance.toSeconds();
  }

  private static long share(RegisterStep step, Interval interval) {
    return Spread.overTime(
        step.amount(),
        step.from().time().getEpochSecond(),
        step.to().time().getEpochSecond(),
        interval);
  }

  private static OptionalLong registerAt(
      Instant instant, List<RegisterReading> readings, Duration tolerance) {
    RegisterReading before = null;
    RegisterReading after = null;
    for (RegisterReading reading : readings) {
      if (!reading.time().isAfter(instant)) {
        before = reading;
      } else {
        after = reading;
        break;
      }
    }
    if (before == null) {
      return OptionalLong.empty();
    }
    boolean near = Duration.between(before.time(), instant).compareTo(tolerance) <= 0;
    boolean unchanged = after != null && after.value() == before.value();
    return near || unchanged ? OptionalLong.of(before.value()) : OptionalLong.empty();
  }
}
