package org.zerofactory.edge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.acquire.SourceListener;
import org.zerofactory.edge.acquire.SourceStatus;

/** Sources whose values a test gives by hand, under a clock that the test sets. */
final class HandFedSources implements RunningEdge.SourceMaker, Sources {

  private volatile Instant now;
  private @Nullable SourceListener listener;
  private @Nullable Function<String, Instant> resumeFrom;

  HandFedSources(Instant now) {
    this.now = now;
  }

  @Override
  public Sources make(SourceListener to, Function<String, Instant> from) {
    this.listener = to;
    this.resumeFrom = from;
    return this;
  }

  void startAt(Instant time) {
    now = time;
  }

  Instant resumeFrom(String source) {
    return Objects.requireNonNull(resumeFrom).apply(source);
  }

  void give(String point, Instant time, double value) {
    now = time.isAfter(now) ? time : now;
    Objects.requireNonNull(listener).samples(List.of(new Sample(point, time, time, value, 0)));
  }

  void complete(String source, Instant until) {
    now = until.isAfter(now) ? until : now;
    Objects.requireNonNull(listener).completeUntil(source, until);
  }

  @Override
  public void start() {}

  @Override
  public InstantSource clock() {
    return () -> now;
  }

  @Override
  public List<SourceStatus> status() {
    return List.of();
  }

  @Override
  public void close() {}
}
