package org.zerofactory.simulator.point;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Plant time: the start, and from then on {@code speed} times as fast as the machine's own. */
public final class PlantClock implements InstantSource {

  /** Quarter hours are divided into steps of one of these lengths, in seconds. */
  private static final int[] STEPS = {5, 10, 15, 20, 30, 45, 60, 75, 90, 100, 150, 180, 300};

  private final Instant start;
  private final int speed;
  private final LongSupplier nanoTime;
  private final long startNanos;

  /**
   * @param speed 1 to 1000
   * @param nanoTime nanoseconds that never go back, as {@link System#nanoTime}
   */
  public PlantClock(Instant start, int speed, LongSupplier nanoTime) {
    if (speed < 1 || speed > 1000) {
      throw new IllegalArgumentException("speed " + speed + ": expected 1 to 1000");
    }
    this.start = start;
    this.speed = speed;
    this.nanoTime = nanoTime;
    this.startNanos = nanoTime.getAsLong();
  }

  @Override
  public Instant instant() {
    long nanos = nanoTime.getAsLong() - startNanos;
    long seconds = nanos / 1_000_000_000 * speed;
    return start.plusSeconds(seconds).plusNanos(nanos % 1_000_000_000 * speed);
  }

  public int speed() {
    return speed;
  }

  /**
   * Seconds of plant time between two published pictures: at least a quarter second of real time.
   */
  public int stepSeconds() {
    for (int step : STEPS) {
      if (step * 4 >= speed) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  /** Real time until plant time reaches an instant, in nanoseconds; 0 if it has. */
  public long nanosUntil(Instant target) {
    long millis = target.toEpochMilli() - instant().toEpochMilli();
    return Math.max(0, millis * 1_000_000 / speed);
  }
}
