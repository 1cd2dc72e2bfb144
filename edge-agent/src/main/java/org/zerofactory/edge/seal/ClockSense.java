package org.zerofactory.edge.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.edge.alarm.Wording;

/** Whether the machine's clock can be believed, and when it was put forward or back. */
public final class ClockSense {

  /** A difference that is a step; slower changes are how NTP disciplines a clock. */
  static final Duration STEP = Duration.ofSeconds(2);

  /** How far a clock may go back without harm: a sealing time then repeats the last one. */
  static final Duration BACK = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Instant notBefore;
  private Instant lastSeen;
  private long lastNanos;

  /**
   * @param nanoTime a counter of nanoseconds that nobody can set
   * @param notBefore when the program was built: no true clock shows an earlier time
   */
  public ClockSense(InstantSource clock, LongSupplier nanoTime, Instant notBefore) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.notBefore = notBefore;
    this.lastSeen = clock.instant();
    this.lastNanos = nanoTime.getAsLong();
  }

  /** The step since the last call, if the clock was set in between. */
  public Optional<Payload.Event> step() {
    Instant now = clock.instant();
    long nanos = nanoTime.getAsLong();
    Duration step = Duration.between(lastSeen, now).minus(Duration.ofNanos(nanos - lastNanos));
    lastSeen = now;
    lastNanos = nanos;
    if (step.abs().compareTo(STEP) < 0) {
      return Optional.empty();
    }
    Json milliseconds = Json.of(step.toMillis());
    return Optional.of(
        new Payload.Event("clock-step", now, "system", Map.of("milliseconds", milliseconds)));
  }

  /**
   * Why nothing may be sealed at this time.
   *
   * @param lastSealed when the journal's newest block was sealed
   */
  public Optional<Wording> fault(Instant now, Instant lastSealed) {
    if (now.isBefore(notBefore)) {
      return Optional.of(
          Wording.of(
              "the clock shows %s, but this program was built at %s",
              "时钟为 %s，而本程序构建于 %s", now, notBefore));
    }
    if (now.isBefore(lastSealed.minus(BACK))) {
      return Optional.of(
          Wording.of(
              "the clock shows %s, but the newest block was sealed at %s",
              "时钟为 %s，而最新数据块封存于 %s", now, lastSealed));
    }
    return Optional.empty();
  }
}
