package org.zerofactory.domain.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long a machine was in each state during an interval. */
public final class StateTimes {

  private StateTimes() {}

  /**
   * Whole seconds by state. A state holds until the next sample; a sample that is not good, or
   * whose value is no state, ends the state before it and starts none. Time before the first sample
   * is in no state.
   *
   * <p>The borders between states are cut to whole seconds, so the parts of a fully covered
   * interval sum to its length.
   *
   * @param samples of one state point, ascending in source time
   */
  public static Map<MachineState, Long> of(Interval interval, List<Sample> samples) {
    Map<MachineState, Long> seconds = new EnumMap<>(MachineState.class);
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      Instant until = i + 1 < samples.size() ? samples.get(i + 1).sourceTime() : interval.end();
      long from = clamp(sample.sourceTime(), interval).getEpochSecond();
      long length = clamp(until, interval).getEpochSecond() - from;
      if (length > 0 && sample.isGood()) {
        MachineState.ofCode(sample.value())
            .ifPresent(state -> seconds.merge(state, length, Math::addExact));
      }
    }
    return seconds;
  }

  private static Instant clamp(Instant instant, Interval interval) {
    if (instant.isBefore(interval.start())) {
      return interval.start();
    }
    return Duration.between(instant, interval.end()).isNegative() ? interval.end() : instant;
  }
}
