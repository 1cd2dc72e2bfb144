package org.zerofactory.domain.schedule;

/**
 * What the site's grid connection carries and what its peak costs.
 *
 * @param peakCharge money for each kW above {@code contractedKw} in the highest quarter hour, 0 or
 *     more
 * @param contractedKw peak that costs nothing more: contracted, or already reached this month
 * @param importLimitKw {@link Double#POSITIVE_INFINITY} for none
 * @param exportLimitKw above it the sun is curtailed; {@link Double#POSITIVE_INFINITY} for none
 */
public record Connection(
    double peakCharge, double contractedKw, double importLimitKw, double exportLimitKw) {

  /** No limit and no peak charge. */
  public static final Connection UNLIMITED =
      new Connection(0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
}
