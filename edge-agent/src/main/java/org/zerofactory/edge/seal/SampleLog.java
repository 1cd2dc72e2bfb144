package org.zerofactory.edge.seal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.Sample;

/** Samples of one point in ascending time, bounded. */
final class SampleLog {

  private final String point;
  private final List<Sample> samples = new ArrayList<>();

  SampleLog(String point) {
    this.point = point;
  }

  /** False if the sample is not later than the last one. */
  boolean add(Sample sample) {
    Instant time = sample.sourceTime().truncatedTo(ChronoUnit.MILLIS);
    if (!samples.isEmpty() && !time.isAfter(samples.get(samples.size() - 1).sourceTime())) {
      return false;
    }
    if (samples.size() == ReadingBook.LIMIT) {
      samples.subList(0, ReadingBook.LIMIT / 10).clear();
    }
    samples.add(new Sample(point, time, time, sample.value(), sample.statusCode()));
    return true;
  }

  Optional<Instant> first() {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.get(0).sourceTime());
  }

  Optional<Sample> last() {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.get(samples.size() - 1));
  }

  List<Sample> until(Instant end) {
    return samples.subList(0, countAtOrBefore(end));
  }

  /** Keeps the last sample at or before the instant and all after it. */
  void forgetBefore(Instant instant) {
    int count = countAtOrBefore(instant);
    if (count > 1) {
      samples.subList(0, count - 1).clear();
    }
  }

  private int countAtOrBefore(Instant instant) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.get(middle).sourceTime().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  void write(DataOutput out, Instant until) throws IOException {
    List<Sample> kept = until(until);
    out.writeInt(kept.size());
    for (Sample sample : kept) {
      out.writeLong(sample.sourceTime().toEpochMilli());
      out.writeDouble(sample.value());
      out.writeLong(sample.statusCode());
    }
  }

  void read(DataInput in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      Instant time = Instant.ofEpochMilli(in.readLong());
      samples.add(new Sample(point, time, time, in.readDouble(), in.readLong()));
    }
  }
}
