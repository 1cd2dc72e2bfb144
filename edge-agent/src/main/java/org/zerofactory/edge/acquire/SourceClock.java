package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A server's time between the moments at which it was read.
 *
 * <p>A real server's time runs on like ours. A simulated plant's may run up to 1,000 times faster:
 * it runs on at the rate measured, at most for {@link #COAST}; then it stands still, so that
 * nothing is taken for past that the source may not have reached.
 */
final class SourceClock implements InstantSource {

  static final Duration COAST = Duration.ofSeconds(3);

  private static final double NANOS = 1e9;
  private static final long SHORTEST_BASE_NANOS = 200_000_000L;
  private static final long LONGEST_BASE_NANOS = 10_000_000_000L;

  private final LongSupplier nanoTime;
  private final boolean simulated;
  private boolean known;
  private Instant anchor = Instant.EPOCH;
  private long anchorNanos;
  private Instant base = Instant.EPOCH;
  private long baseNanos;
  private double rate = 1;
  private Instant newest = Instant.EPOCH;

  SourceClock(LongSupplier nanoTime, boolean simulated) {
    this.nanoTime = nanoTime;
    this.simulated = simulated;
  }

  /** A new connection: nothing is known of the time before. */
  synchronized void reset(Instant serverTime) {
    known = true;
    anchor = serverTime;
    base = serverTime;
    newest = serverTime;
    anchorNanos = nanoTime.getAsLong();
    baseNanos = anchorNanos;
  }

  /** The server's time just now. */
  synchronized void observe(Instant serverTime) {
    if (!known) {
      reset(serverTime);
      return;
    }
    long nanos = nanoTime.getAsLong();
    long passed = nanos - baseNanos;
    if (simulated && passed >= SHORTEST_BASE_NANOS) {
      double seconds = Duration.between(base, serverTime).toNanos() / NANOS;
      rate = Math.max(0, seconds / (passed / NANOS));
    }
    if (passed >= LONGEST_BASE_NANOS) {
      base = anchor;
      baseNanos = anchorNanos;
    }
    if (serverTime.isBefore(anchor)) {
      base = serverTime; // a clock that was put back: begin to measure anew, and follow it
      baseNanos = nanos;
      newest = serverTime;
    }
    anchor = serverTime;
    anchorNanos = nanos;
  }

  /** Never goes back but when the server's own time does; 1970 until it is known. */
  @Override
  public synchronized Instant instant() {
    long passed = nanoTime.getAsLong() - anchorNanos;
    long coast = simulated ? Math.min(passed, COAST.toNanos()) : passed;
    Instant now = known ? anchor.plusNanos((long) (coast * rate)) : Instant.EPOCH;
    newest = now.isAfter(newest) ? now : newest;
    return newest;
  }

  synchronized boolean known() {
    return known;
  }

  /** Seconds of the source's time in a second; 1 until it is measured. */
  synchronized double rate() {
    return rate;
  }
}
