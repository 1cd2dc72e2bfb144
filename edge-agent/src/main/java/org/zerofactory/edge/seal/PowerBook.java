package org.zerofactory.edge.seal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.PowerIntegration;
import org.zerofactory.domain.metering.Sample;

/** Power of a device that has no register. */
final class PowerBook extends ReadingBook {

  private final Duration tolerance;
  private final SampleLog samples;

  PowerBook(SealedPoint point, Duration tolerance) {
    super(point);
    this.tolerance = tolerance;
    this.samples = new SampleLog(point.id());
  }

  @Override
  Acceptance accept(Sample sample) {
    if (!sample.isGood()) {
      return Acceptance.UNUSABLE;
    }
    return samples.add(sample) ? Acceptance.NOTED : Acceptance.KNOWN;
  }

  @Override
  Optional<Instant> first() {
    return samples.first();
  }

  @Override
  boolean reaches(Instant end, Instant completeUntil) {
    boolean passed = samples.last().filter(last -> !last.sourceTime().isBefore(end)).isPresent();
    return passed || !completeUntil.isBefore(end);
  }

  @Override
  IntervalReading reading(Interval quarter) {
    return PowerIntegration.of(quarter, samples.until(quarter.end()), tolerance);
  }

  @Override
  void forgetBefore(Instant instant) {
    samples.forgetBefore(instant);
  }

  @Override
  void write(DataOutput out, Instant until) throws IOException {
    samples.write(out, until);
    owed().write(out);
  }

  @Override
  void read(DataInput in) throws IOException {
    samples.read(in);
    owed().read(in);
  }
}
