package org.zerofactory.domain.savings;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Energy of one period and what may explain it.
 *
 * @param start local time
 * @param end local time, after the start
 * @param energy in one unit throughout; the accounts use Wh
 * @param drivers amounts in the order of the driver names
 * @param estimatedShare share of the period that was not measured, 0 to 1
 */
public record Observation(
    LocalDateTime start,
    LocalDateTime end,
    double energy,
    List<Double> drivers,
    double estimatedShare) {

  /**
   * @throws IllegalArgumentException if the period is empty or a number is not finite
   */
  public Observation {
    drivers = List.copyOf(drivers);
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(
          "a period must end after it begins, but was " + start + " to " + end);
    }
    requireFinite("energy", energy, start);
    drivers.forEach(driver -> requireFinite("driver", driver, start));
    if (!(estimatedShare >= 0 && estimatedShare <= 1)) {
      throw new IllegalArgumentException(
          "an estimated share is 0 to 1, but was " + estimatedShare + " from " + start);
    }
  }

  /** All of it measured. */
  public static Observation measured(
      LocalDateTime start, LocalDateTime end, double energy, List<Double> drivers) {
    return new Observation(start, end, energy, drivers, 0);
  }

  private static void requireFinite(String what, double value, LocalDateTime start) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "expected a finite number as " + what + " from " + start + ", but was " + value);
    }
  }
}
