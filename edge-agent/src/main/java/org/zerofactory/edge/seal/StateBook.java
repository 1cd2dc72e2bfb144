package org.zerofactory.edge.seal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.domain.metering.StateTimes;

/** What state a machine was in. */
final class StateBook {

  private final SealedPoint point;
  private final SampleLog samples;

  StateBook(SealedPoint point) {
    this.point = point;
    this.samples = new SampleLog(point.id());
  }

  SealedPoint point() {
    return point;
  }

  void accept(Sample sample) {
    boolean news = samples.last().map(last -> !isSame(last, sample)).orElseGet(sample::isGood);
    if (news) {
      samples.add(sample);
    }
  }

  private static boolean isSame(Sample a, Sample b) {
    return a.isGood() ? b.isGood() && a.value() == b.value() : !b.isGood();
  }

  SampleLog samples() {
    return samples;
  }

  List<Payload.StateTime> times(Interval quarter) {
    return StateTimes.of(quarter, samples.until(quarter.end())).entrySet().stream()
        .map(
            entry -> new Payload.StateTime(point.device(), entry.getKey().name(), entry.getValue()))
        .sorted(java.util.Comparator.comparing(Payload.StateTime::state))
        .toList();
  }

  void write(DataOutput out, Instant until) throws IOException {
    samples.write(out, until);
  }

  void read(DataInput in) throws IOException {
    samples.read(in);
  }
}
