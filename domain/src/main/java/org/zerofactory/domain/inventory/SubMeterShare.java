package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import org.zerofactory.domain.quantity.Amount;

/**
 * What a sub-meter counted of its parent's amount: tells lines and machines apart and adds nothing.
 *
 * @param parent a meter of the same site's {@link MeteredActivity}
 * @param amount in the parent's unit, 0 or more
 */
public record SubMeterShare(
    String parent, String meter, Place place, YearMonth month, Amount amount) {

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public SubMeterShare {
    if (amount.value() < 0) {
      throw new IllegalArgumentException(
          place.site() + "/" + meter + " must not be negative, but was " + amount.value());
    }
  }
}
