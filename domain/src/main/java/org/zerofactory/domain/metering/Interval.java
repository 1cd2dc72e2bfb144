package org.zerofactory.domain.metering;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time, {@code [start, end)}. */
public record Interval(Instant start, Instant end) {

  /**
   * @throws IllegalArgumentException if the end is not after the start
   */
  public Interval {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(
          "interval must end after it starts, but was " + start + " to " + end);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public Duration length() {
    return Duration.between(start, end);
  }
}
