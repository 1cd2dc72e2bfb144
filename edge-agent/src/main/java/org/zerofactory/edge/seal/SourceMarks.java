package org.zerofactory.edge.seal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Up to when each source's samples are all known, and when it last went on. */
final class SourceMarks {

  private final Map<String, Instant> completeUntil = new LinkedHashMap<>();
  private final Map<String, Instant> lastProgress = new LinkedHashMap<>();
  private final Duration settle;
  private final Duration patience;

  SourceMarks(Collection<String> sources, Duration settle, Duration patience) {
    this.settle = settle;
    this.patience = patience;
    sources.forEach(source -> completeUntil.put(source, Instant.MIN));
  }

  /** A mark never goes back; an unknown source is none of the site's any more. */
  void advance(String source, Instant until, Instant now) {
    Instant before = completeUntil.get(source);
    if (before != null && until.isAfter(before)) {
      completeUntil.put(source, until);
      lastProgress.put(source, now);
    }
  }

  void advanceAll(Instant until, Instant now) {
    List.copyOf(completeUntil.keySet()).forEach(source -> advance(source, until, now));
  }

  /** Starts the patience with sources that were never heard. */
  void beginAwaiting(Instant now) {
    completeUntil.keySet().forEach(source -> lastProgress.putIfAbsent(source, now));
  }

  Instant completeUntil(String source) {
    return completeUntil.getOrDefault(source, Instant.MIN);
  }

  boolean heardAny() {
    return completeUntil.values().stream().anyMatch(until -> !until.equals(Instant.MIN));
  }

  /** Whether a source's values up to the instant are all here, or no longer awaited. */
  boolean isSettled(String source, Instant end, Instant now) {
    return !completeUntil(source).isBefore(end) || isGivenUp(source, end, now);
  }

  boolean areSettled(Instant end, Instant now) {
    return completeUntil.keySet().stream().allMatch(source -> isSettled(source, end, now));
  }

  /** Whether a point's next value after the end is no longer awaited. */
  boolean isAwaitedNoMore(String source, Instant end, Instant now) {
    return !completeUntil(source).isBefore(end.plus(settle)) || isGivenUp(source, end, now);
  }

  private boolean isGivenUp(String source, Instant end, Instant now) {
    if (!completeUntil(source).isBefore(end) || now.isBefore(end.plus(settle))) {
      return false;
    }
    Instant progress = lastProgress.getOrDefault(source, now);
    Instant since = progress.isAfter(end) ? progress : end;
    return Duration.between(since, now).compareTo(patience) >= 0;
  }

  /** Writes the marks, none later than the instant; a mark before 1970 is as good as none. */
  void write(DataOutput out, Instant limit) throws IOException {
    out.writeInt(completeUntil.size());
    for (Map.Entry<String, Instant> mark : completeUntil.entrySet()) {
      boolean heard = !mark.getValue().equals(Instant.MIN);
      Instant until = mark.getValue().isAfter(limit) ? limit : mark.getValue();
      out.writeUTF(mark.getKey());
      out.writeLong(heard ? until.toEpochMilli() : Long.MIN_VALUE);
    }
  }

  void read(DataInput in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      String source = in.readUTF();
      long millis = in.readLong();
      if (millis != Long.MIN_VALUE) {
        completeUntil.computeIfPresent(source, (id, none) -> Instant.ofEpochMilli(millis));
      }
    }
  }
}
