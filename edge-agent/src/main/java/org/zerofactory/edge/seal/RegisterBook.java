package org.zerofactory.edge.seal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.RegisterEnergy;
import org.zerofactory.domain.metering.RegisterReading;
import org.zerofactory.domain.metering.Sample;

/**
 * A register's readings. Inside a quarter hour only the first and the last of a rise are kept: the
 * steps between lie in the same interval, so their sum is the same.
 */
final class RegisterBook extends ReadingBook {

  private final Duration tolerance;
  private final List<RegisterReading> readings = new ArrayList<>();
  private int head;

  RegisterBook(SealedPoint point, Duration tolerance) {
    super(point);
    this.tolerance = tolerance;
  }

  @Override
  Acceptance accept(Sample sample) {
    if (!sample.isGood() || sample.value() < 0 || sample.value() > Json.MAX_INTEGER) {
      return Acceptance.UNUSABLE;
    }
    Instant time = sample.sourceTime().truncatedTo(ChronoUnit.MILLIS);
    if (size() > 0 && !time.isAfter(last(1).time())) {
      return Acceptance.KNOWN;
    }
    add(new RegisterReading(time, Math.round(sample.value())));
    return Acceptance.NOTED;
  }

  private void add(RegisterReading next) {
    if (size() >= 2 && isBetween(last(2), last(1), next)) {
      readings.remove(readings.size() - 1);
    }
    readings.add(next);
    if (size() > LIMIT) {
      head++;
    }
  }

  private static boolean isBetween(RegisterReading a, RegisterReading b, RegisterReading c) {
    Interval quarter = QuarterHours.containing(b.time());
    return !a.time().isBefore(quarter.start())
        && !c.time().isAfter(quarter.end())
        && a.value() <= b.value()
        && b.value() <= c.value();
  }

  @Override
  Optional<Instant> first() {
    return size() == 0 ? Optional.empty() : Optional.of(readings.get(head).time());
  }

  @Override
  boolean reaches(Instant end, Instant completeUntil) {
    return size() > 0 && !last(1).time().isBefore(end);
  }

  @Override
  IntervalReading reading(Interval quarter) {
    int from = Math.max(head, atOrBefore(quarter.start()));
    int to = atOrBefore(quarter.end());
    boolean endsOnIt = to >= head && readings.get(to).time().equals(quarter.end());
    int until = Math.min(readings.size(), endsOnIt ? to + 1 : to + 2);
    return RegisterEnergy.of(
        quarter, readings.subList(from, Math.max(from, until)), point().span(), tolerance);
  }

  @Override
  void forgetBefore(Instant instant) {
    head = Math.max(head, atOrBefore(instant));
    if (head > 1_024) {
      readings.subList(0, head).clear();
      head = 0;
    }
  }

  /** Index of the last reading at or before the instant; head - 1 if all are after it. */
  private int atOrBefore(Instant instant) {
    int low = head;
    int high = readings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (readings.get(middle).time().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  private int size() {
    return readings.size() - head;
  }

  private RegisterReading last(int fromEnd) {
    return readings.get(readings.size() - fromEnd);
  }

  @Override
  void write(DataOutput out, Instant until) throws IOException {
    List<RegisterReading> kept = readings.subList(head, atOrBefore(until) + 1);
    out.writeInt(kept.size());
    for (RegisterReading reading : kept) {
      out.writeLong(reading.time().toEpochMilli());
      out.writeLong(reading.value());
    }
    owed().write(out);
  }

  @Override
  void read(DataInput in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      Instant time = Instant.ofEpochMilli(in.readLong());
      readings.add(new RegisterReading(time, in.readLong()));
    }
    owed().read(in);
  }
}
