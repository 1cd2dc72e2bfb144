package org.zerofactory.domain.uncertainty;

import java.math.BigDecimal;
import java.util.List;
import org.zerofactory.domain.quantity.Carbon;

/**
 * Whether what a verifier found changes the picture.
 *
 * <p>Source: ISO 14064-3 (materiality agreed beforehand, usually 5 % of the total; from memory,
 * unverified). Errors are added with their sign, and by size, so that large ones can't cancel out
 * unseen.
 *
 * @param net sum with sign
 * @param gross sum of sizes
 * @param isMaterial whether one of the two sizes is above the limit
 */
public record Materiality(Carbon net, Carbon gross, Carbon limit, boolean isMaterial) {

  /** The threshold if nothing else was agreed. */
  public static final BigDecimal DEFAULT_PERCENT = BigDecimal.valueOf(5);

  /**
   * @param total stated, positive
   * @param misstatements found - stated, each with sign
   * @param percent of the total that is material
   * @throws IllegalArgumentException if the total or the threshold is not positive
   */
  public static Materiality of(Carbon total, List<Carbon> misstatements, BigDecimal percent) {
    if (total.micrograms() <= 0 || percent.signum() <= 0) {
      throw new IllegalArgumentException(
          "materiality needs a positive total and threshold, but were "
              + total.micrograms()
              + " ug and "
              + percent.toPlainString()
              + " %");
    }
    Carbon net = misstatements.stream().reduce(Carbon.ZERO, Carbon::plus);
    Carbon gross =
        misstatements.stream()
            .map(each -> new Carbon(Math.abs(each.micrograms())))
            .reduce(Carbon.ZERO, Carbon::plus);
    BigDecimal limit = BigDecimal.valueOf(total.micrograms()).multiply(percent).movePointLeft(2);
    boolean isMaterial = BigDecimal.valueOf(gross.micrograms()).compareTo(limit) > 0;
    return new Materiality(net, gross, new Carbon(limit.longValue()), isMaterial);
  }
}
