package org.zerofactory.domain.schedule;

import java.time.Instant;

/**
 * A segment of a lot of an order on a machine (ISA-95: segment requirement with its times).
 *
 * @param lot number of the order's lot, from 1
 * @param mode name of the speed
 * @param setupStart when the change-over begins; {@code start} if there is none
 * @param start when the run begins
 * @param end when the machine is free again
 * @param units of the lot
 */
public record PlannedOperation(
    String order,
    int lot,
    String segment,
    String equipment,
    String mode,
    Instant setupStart,
    Instant start,
    Instant end,
    long units) {

  /**
   * @throws IllegalArgumentException if the times are off order or a number is less than 1
   */
  public PlannedOperation {
    if (setupStart.isAfter(start) || !end.isAfter(start) || lot < 1 || units < 1) {
      throw new IllegalArgumentException(
          "operation %s of %s: expected set-up, start, end in order and 1 or more units, got %s, %s, %s, lot %d, %d units"
              .formatted(segment, order, setupStart, start, end, lot, units));
    }
  }
}
