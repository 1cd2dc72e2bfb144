package org.zerofactory.edge.seal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;

/** Quarter hours that were sealed as MISSING and may be corrected when data comes, in order. */
final class OwedIntervals {

  /** Stretches kept; at the limit the oldest is given up, so it stays MISSING. */
  static final int LIMIT = 1_000;

  private final Deque<Interval> stretches = new ArrayDeque<>();

  void add(Interval quarter) {
    Interval last = stretches.peekLast();
    if (last != null && last.end().equals(quarter.start())) {
      stretches.removeLast();
      stretches.addLast(new Interval(last.start(), quarter.end()));
    } else {
      if (stretches.size() == LIMIT) {
        stretches.removeFirst();
      }
      stretches.addLast(quarter);
    }
  }

  Optional<Interval> first() {
    return Optional.ofNullable(stretches.peekFirst())
        .map(stretch -> QuarterHours.startingAt(stretch.start().getEpochSecond()));
  }

  void removeFirst() {
    Interval stretch = stretches.removeFirst();
    Instant next = stretch.start().plusSeconds(QuarterHours.SECONDS);
    if (next.isBefore(stretch.end())) {
      stretches.addFirst(new Interval(next, stretch.end()));
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(stretches.size());
    for (Interval stretch : stretches) {
      out.writeLong(stretch.start().getEpochSecond());
      out.writeLong(stretch.end().getEpochSecond());
    }
  }

  void read(DataInput in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      Instant start = Instant.ofEpochSecond(in.readLong());
      stretches.addLast(new Interval(start, Instant.ofEpochSecond(in.readLong())));
    }
  }
}
