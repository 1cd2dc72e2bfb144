package org.zerofactory.auditor.verify;

/**
 * What one point counted over the verified period, corrections applied.
 *
 * @param amount sum of all known amounts, in the point's stored unit
 * @param measured intervals with a measured amount
 * @param estimated intervals whose amount is estimated, integrated or across a reset
 * @param missing intervals without an amount
 */
public record PointTotal(long amount, long measured, long estimated, long missing) {

  static final PointTotal NONE = new PointTotal(0, 0, 0, 0);

  PointTotal plus(PointTotal other) {
    return new PointTotal(
        Math.addExact(amount, other.amount),
        measured + other.measured,
        estimated + other.estimated,
        missing + other.missing);
  }
}
