package org.zerofactory.domain.metering;

import java.time.Instant;

/**
 * A cumulative register's good value at an instant.
 *
 * @param value in the register's stored unit (Wh, L, kJ, pcs), 0 or more
 */
public record RegisterReading(Instant time, long value) {

  /**
   * @throws IllegalArgumentException if the value is negative
   */
  public RegisterReading {
    if (value < 0) {
      throw new IllegalArgumentException("a register is never negative, but was " + value);
    }
  }
}
