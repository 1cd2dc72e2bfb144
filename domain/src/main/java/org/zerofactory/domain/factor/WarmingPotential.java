package org.zerofactory.domain.factor;

import java.util.Optional;
import org.zerofactory.domain.quantity.Ratio;

/**
 * The published warming potential of one gas over 100 years.
 *
 * @param value kg CO2e per kg, positive
 */
public record WarmingPotential(
    Gas gas, Ratio value, Citation source, Verification verification, Optional<String> note) {

  /**
   * @throws IllegalArgumentException if the value is not positive
   */
  public WarmingPotential {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          "the potential of " + gas.word() + " must be positive, but was " + value);
    }
  }
}
