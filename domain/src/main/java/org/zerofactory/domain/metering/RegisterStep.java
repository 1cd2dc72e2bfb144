package org.zerofactory.domain.metering;

import java.util.OptionalLong;

/**
 * What a register counted from one reading to the next.
 *
 * @param amount in the register's stored unit; 0 for a reset
 */
record RegisterStep(RegisterReading from, RegisterReading to, long amount, boolean reset) {

  /**
   * A rise counts as it is. A fall is a rollover if going on through the span explains it with at
   * most half of the span; otherwise the register was reset or the meter changed.
   */
  static RegisterStep between(RegisterReading from, RegisterReading to, OptionalLong span) {
    long rise = to.value() - from.value();
    if (rise >= 0) {
      return new RegisterStep(from, to, rise, false);
    }
    if (span.isPresent()) {
      long throughSpan = Math.addExact(rise, span.getAsLong());
      if (throughSpan >= 0 && throughSpan <= span.getAsLong() / 2) {
        return new RegisterStep(from, to, throughSpan, false);
      }
    }
    return new RegisterStep(from, to, 0, true);
  }

  boolean unchanged() {
    return !reset && amount == 0;
  }

  long seconds() {
    return to.time().getEpochSecond() - from.time().getEpochSecond();
  }

  /** Whether the step ends inside {@code (start, end]}. */
  boolean endsIn(Interval interval) {
    return to.time().isAfter(interval.start()) && !to.time().isAfter(interval.end());
  }

  boolean overlaps(Interval interval) {
    return from.time().isBefore(interval.end()) && to.time().isAfter(interval.start());
  }
}
