package org.zerofactory.domain.product;

import java.time.Duration;
import java.time.Instant;
import org.zerofactory.domain.metering.Interval;

/**
 * One stretch of production on one machine or line, as the plant's production control reports it
 * (ISA-95 / IEC 62264: a job response).
 *
 * @param id unique within the site; a run sent twice is the same run
 * @param order the production order (ISA-95: job order)
 * @param product what the run yields (ISA-95: produced material); the outcome of each production
 *     step is a product of its own, so that pieces are not counted twice
 * @param equipment a machine, or a line all of whose machines the run occupies (ISA-95: work unit,
 *     work centre)
 * @param from when production began, set-up not included; whole seconds
 * @param to when it ended, exclusive; whole seconds
 * @param good pieces that passed, 0 or more
 * @param scrap pieces that did not, 0 or more
 */
public record ProductionRun(
    String id,
    String order,
    String product,
    String equipment,
    Instant from,
    Instant to,
    long good,
    long scrap) {

  /** Longer stretches are reported in parts: each then carries its own count. */
  public static final Duration LONGEST = Duration.ofDays(31);

  /**
   * @throws IllegalArgumentException if a quantity is negative, or the times are off order, not
   *     whole seconds or too far apart
   */
  public ProductionRun {
    if (good < 0 || scrap < 0) {
      throw new IllegalArgumentException(
          "quantities must be 0 or more, but were " + good + " good and " + scrap + " scrap");
    }
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a run must end after it begins and within 31 days, but was " + from + " to " + to);
    }
    if (from.getNano() != 0 || to.getNano() != 0) {
      throw new IllegalArgumentException(
          "times must be whole seconds, but were " + from + " and " + to);
    }
  }

  public Job job() {
    return new Job(order, product);
  }

  public Interval interval() {
    return new Interval(from, to);
  }

  public long seconds() {
    return to.getEpochSecond() - from.getEpochSecond();
  }

  /** Seconds of the run within {@code [start, end)}, epoch seconds. */
  long secondsWithin(long start, long end) {
    return Math.max(0, Math.min(to.getEpochSecond(), end) - Math.max(from.getEpochSecond(), start));
  }

  /** All pieces that took energy. */
  long pieces() {
    return Math.addExact(good, scrap);
  }
}
