package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Sample;

/**
 * Hands samples on, ascending in source time per point, each once, in bounded batches.
 *
 * <p>History, live values and confirmations overlap on purpose; here the overlap ends.
 */
final class Delivery {

  /** Samples in one call at most. */
  static final int MAX_BATCH = 20_000;

  /** What became of a sample. */
  enum Outcome {
    TAKEN,
    KNOWN,
    LATE
  }

  private final SourceListener listener;
  private final @Nullable Sample[] last;
  private List<Sample> batch = new ArrayList<>();
  private volatile @Nullable Instant newest;

  Delivery(SourceListener listener, int points) {
    this.listener = listener;
    this.last = new Sample[points];
  }

  /** Takes a sample of the point with this index. */
  Outcome offer(int point, Sample sample) {
    Sample before = last[point];
    if (before != null) {
      int order = sample.sourceTime().compareTo(before.sourceTime());
      if (order < 0) {
        return Outcome.LATE;
      }
      if (order == 0
          && Double.compare(sample.value(), before.value()) == 0
          && sample.statusCode() == before.statusCode()) {
        return Outcome.KNOWN;
      }
    }
    last[point] = sample;
    batch.add(sample);
    if (newest == null || sample.sourceTime().isAfter(newest)) {
      newest = sample.sourceTime();
    }
    if (batch.size() == MAX_BATCH) {
      flush();
    }
    return Outcome.TAKEN;
  }

  /** Gives what was taken; blocks as long as the listener does. */
  void flush() {
    if (!batch.isEmpty()) {
      List<Sample> full = batch;
      batch = new ArrayList<>(Math.min(MAX_BATCH, full.size() + 16));
      try {
        listener.samples(full);
      } catch (RuntimeException notStored) {
        restart(); // these samples must be able to come again
        throw notStored;
      }
    }
  }

  /** Forgets the order: the source's clock was put back. */
  void restart() {
    Arrays.fill(last, null);
  }

  /** Time of the point's last sample. */
  Optional<Instant> last(int point) {
    return Optional.ofNullable(last[point]).map(Sample::sourceTime);
  }

  Optional<Instant> newest() {
    return Optional.ofNullable(newest);
  }
}
