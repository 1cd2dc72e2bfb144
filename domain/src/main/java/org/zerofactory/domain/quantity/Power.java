package org.zerofactory.domain.quantity;

/** Electrical power. A double, since it steers and shows; nothing is accounted from it. */
public record Power(double kilowatts) {

  /**
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  public Power {
    if (!Double.isFinite(kilowatts)) {
      throw new IllegalArgumentException("power in kW must be finite, but was " + kilowatts);
    }
  }
}
