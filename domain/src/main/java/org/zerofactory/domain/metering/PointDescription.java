package org.zerofactory.domain.metering;

import java.util.OptionalLong;

/**
 * One quantity of a device.
 *
 * @param span count, in the stored unit, at which the register starts again from zero
 */
public record PointDescription(Quantity quantity, OptionalLong span) {

  /**
   * @throws IllegalArgumentException if a span is not positive
   */
  public PointDescription {
    if (span.isPresent() && span.getAsLong() <= 0) {
      throw new IllegalArgumentException("span must be positive, but was " + span.getAsLong());
    }
  }
}
