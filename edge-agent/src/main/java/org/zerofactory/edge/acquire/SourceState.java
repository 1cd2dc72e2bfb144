package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@link SourceStatus} tells, written by the source's thread and read by any. */
final class SourceState {

  private final SourceSetup setup;
  private final InstantSource systemClock;
  private final Supplier<Optional<Instant>> lastSample;
  private SourceStatus.Phase phase = SourceStatus.Phase.CONNECTING;
  private Instant since;
  private int badPoints;
  private Optional<AcquireException> failure = Optional.empty();

  SourceState(
      SourceSetup setup, InstantSource systemClock, Supplier<Optional<Instant>> lastSample) {
    this.setup = setup;
    this.systemClock = systemClock;
    this.lastSample = lastSample;
    this.since = systemClock.instant();
  }

  synchronized void phase(SourceStatus.Phase next) {
    if (next == phase) {
      return;
    }
    boolean wasConnected = status().connected();
    phase = next;
    if (wasConnected != status().connected()) {
      since = systemClock.instant();
    }
    if (next == SourceStatus.Phase.LIVE) {
      failure = Optional.empty();
    }
  }

  synchronized void failed(AcquireException exception) {
    phase(SourceStatus.Phase.CONNECTING);
    failure = Optional.of(exception);
  }

  synchronized void badPoints(int count) {
    badPoints = count;
  }

  synchronized SourceStatus status() {
    return new SourceStatus(
        setup.id(),
        setup.endpoint(),
        phase,
        since,
        setup.points().size(),
        badPoints,
        lastSample.get(),
        failure.map(AcquireException::text),
        failure.map(AcquireException::advice));
  }
}
