package org.zerofactory.edge.seal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.Sample;

/** What one point said, as far as quarter hours that are not final yet need it. */
abstract class ReadingBook {

  /** Values kept; at the limit the oldest go, and the intervals that need them are MISSING. */
  static final int LIMIT = 100_000;

  private final SealedPoint point;
  private final OwedIntervals owed = new OwedIntervals();

  ReadingBook(SealedPoint point) {
    this.point = point;
  }

  final SealedPoint point() {
    return point;
  }

  final OwedIntervals owed() {
    return owed;
  }

  /** Notes a sample; one that is not later than the last is known already. */
  abstract Acceptance accept(Sample sample);

  /** Time of the oldest value kept. */
  abstract Optional<Instant> first();

  /** Whether nothing that could change an interval ending then is still to come. */
  abstract boolean reaches(Instant end, Instant completeUntil);

  abstract IntervalReading reading(Interval quarter);

  /** Drops what only intervals before the instant need. */
  abstract void forgetBefore(Instant instant);

  /** Writes what is not later than the instant: later values come again, or are kept raw. */
  abstract void write(DataOutput out, Instant until) throws IOException;

  abstract void read(DataInput in) throws IOException;

  /** What became of a sample. */
  enum Acceptance {
    NOTED,
    KNOWN,
    /** Not good, or no number that the point can have. */
    UNUSABLE
  }
}
