package org.zerofactory.simulator.point;

import org.jspecify.annotations.Nullable;

/**
 * What a point shows at one instant.
 *
 * @param sourceMillis the device's own time stamp, epoch milliseconds of plant time
 * @param value {@code Long} for a register, {@code Double} for a gauge, {@code Integer} for a
 *     state, or {@code null} where nothing is known
 */
public record Sample(long sourceMillis, @Nullable Object value, Quality quality) {

  public static Sample good(long epochSecond, Object value) {
    return new Sample(Math.multiplyExact(epochSecond, 1000L), value, Quality.GOOD);
  }

  public Sample withQuality(Quality changed) {
    return new Sample(sourceMillis, value, changed);
  }
}
