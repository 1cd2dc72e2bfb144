package org.zerofactory.schedule.orders;

import java.time.Instant;
import java.util.List;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;

/** The quarter hours of a plan, numbered from 0; numbers below 0 and behind the end exist too. */
record SlotGrid(Instant start, int slots) {

  static final double SLOT_HOURS = QuarterHours.SECONDS / 3600.0;
  static final double SLOT_MINUTES = QuarterHours.SECONDS / 60.0;

  /** A run that is this much over a whole quarter hour still takes no further one: rounding. */
  private static final double ROUNDING = 1e-9;

  static SlotGrid of(Interval horizon) {
    return new SlotGrid(
        horizon.start(), (int) (horizon.length().toSeconds() / QuarterHours.SECONDS));
  }

  /** The slot in which an instant lies. */
  int at(Instant instant) {
    long seconds = instant.getEpochSecond() - start.getEpochSecond();
    return Math.toIntExact(Math.floorDiv(seconds, QuarterHours.SECONDS));
  }

  /** The first slot that does not begin before an instant. */
  int from(Instant instant) {
    long seconds = instant.getEpochSecond() - start.getEpochSecond();
    return Math.toIntExact(-Math.floorDiv(-seconds, QuarterHours.SECONDS));
  }

  Instant instant(int slot) {
    return start.plusSeconds((long) slot * QuarterHours.SECONDS);
  }

  /** Whole slots for a time: always up, at least one for a run. */
  static int up(double minutes) {
    return (int) Math.ceil(minutes / SLOT_MINUTES - ROUNDING);
  }

  /** One flag for each of the first {@code count} slots: whether all of it is open. */
  boolean[] covered(List<Interval> open, int count) {
    boolean[] flags = new boolean[count];
    for (Interval interval : open) {
      int last = Math.min(count, at(interval.end()));
      for (int slot = Math.max(0, from(interval.start())); slot < last; slot++) {
        flags[slot] = true;
      }
    }
    return flags;
  }

  Interval first(int count) {
    return new Interval(start, instant(count));
  }
}
