package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * What retired instruments cover of a site's month, as the register of instruments found it.
 *
 * @param covered at most what is purchased, plus {@code soldOwnGeneration}
 * @param carbon of the covered energy at the instruments' own factors
 * @param soldOwnGeneration own or direct-line power used here whose certificates were sold: it has
 *     lost its claim of zero and counts like purchased power, market-based only
 */
public record MarketCover(
    String site, YearMonth month, Energy covered, Carbon carbon, Energy soldOwnGeneration) {

  /**
   * @throws IllegalArgumentException if one of them is negative
   */
  public MarketCover {
    if (covered.wattHours() < 0 || carbon.micrograms() < 0 || soldOwnGeneration.wattHours() < 0) {
      throw new IllegalArgumentException(
          "the cover of " + site + " in " + month + " must not be negative");
    }
  }
}
