package org.zerofactory.domain.metering;

import java.util.OptionalLong;

/**
 * What a point counted in one interval.
 *
 * @param amount in the point's stored unit; empty exactly when the flag is MISSING
 * @param register the register's value at the interval's end, where a reading shows it
 */
public record IntervalReading(OptionalLong amount, Flag flag, OptionalLong register) {

  public static final IntervalReading MISSING =
      new IntervalReading(OptionalLong.empty(), Flag.MISSING, OptionalLong.empty());

  /**
   * @throws IllegalArgumentException if a missing reading has an amount or another has none
   */
  public IntervalReading {
    if (amount.isEmpty() != (flag == Flag.MISSING)) {
      throw new IllegalArgumentException(
          "only a missing reading has no amount, but was " + flag + " with " + amount);
    }
  }

  public boolean isMissing() {
    return flag == Flag.MISSING;
  }
}
