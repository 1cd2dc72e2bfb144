package org.zerofactory.forecast;

import java.time.Instant;
import org.zerofactory.domain.forecast.Forecast;

/**
 * Measured mean power of quarter hours, one after the other; a gap is {@link Double#NaN}.
 *
 * @param subject of the measurements, for messages
 * @param start beginning of the first, a whole quarter hour of UTC
 * @param kilowatts 0 or more, or NaN where nothing was measured
 */
public record PowerSeries(String subject, Instant start, double[] kilowatts) {

  static final int PER_DAY = 96;

  /** Days of the past that are learned from. */
  static final int MOST_DAYS = 30;

  private static final long STEP_SECONDS = Forecast.STEP.toSeconds();

  /**
   * @throws IllegalArgumentException if a value is negative or infinite, or the start is not a
   *     quarter hour; the message names the time
   */
  public PowerSeries {
    kilowatts = kilowatts.clone();
    if (start.getEpochSecond() % STEP_SECONDS != 0 || start.getNano() != 0) {
      throw new IllegalArgumentException(
          subject + ": expected a start at a quarter hour of UTC, got " + start);
    }
    for (int index = 0; index < kilowatts.length; index++) {
      if (kilowatts[index] < 0 || Double.isInfinite(kilowatts[index])) {
        throw new IllegalArgumentException(
            "%s at %s: expected 0 kW or more, or NaN for a gap, got %s"
                .formatted(subject, start.plusSeconds(index * STEP_SECONDS), kilowatts[index]));
      }
    }
  }

  /** Number of the first quarter hour since 1970. */
  long first() {
    return start.getEpochSecond() / STEP_SECONDS;
  }

  /** Number of the quarter hour after the last one. */
  long end() {
    return first() + kilowatts.length;
  }

  /** Power of a quarter hour by its number since 1970; NaN if it was not measured. */
  double at(long quarter) {
    long index = quarter - first();
    return index < 0 || index >= kilowatts.length ? Double.NaN : kilowatts[(int) index];
  }

  /** What was known at an instant: the quarter hours that had ended by then. */
  PowerSeries until(Instant instant) {
    long known = Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS) - first();
    if (known >= kilowatts.length) {
      return this;
    }
    double[] earlier = java.util.Arrays.copyOf(kilowatts, (int) Math.max(0, known));
    return new PowerSeries(subject, start, earlier);
  }
}
