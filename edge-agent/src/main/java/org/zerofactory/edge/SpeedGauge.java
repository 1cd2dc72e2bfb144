package org.zerofactory.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** How fast the site's clock runs, over the last seconds. */
final class SpeedGauge {
  private static final long BASE_NANOS = 5_000_000_000L;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private Instant since;
  private long sinceNanos;
  private double speed = 1;

  SpeedGauge(InstantSource clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.since = clock.instant();
    this.sinceNanos = nanoTime.getAsLong();
  }

  synchronized double secondsPerSecond() {
    long nanos = nanoTime.getAsLong();
    if (nanos - sinceNanos >= BASE_NANOS) {
      Instant now = clock.instant();
      double seconds = Duration.between(since, now).toNanos() / (double) (nanos - sinceNanos);
      speed = since.equals(Instant.EPOCH) ? 1 : Math.max(0, seconds);
      since = now;
      sinceNanos = nanos;
    }
    return speed;
  }
}
