package org.zerofactory.domain.ledger;

import java.time.YearMonth;

/**
 * What a point counted in a local month, and how many quarter hours stand behind it.
 *
 * @param amount sum of what is known, in the point's stored unit
 * @param estimatedAmount the part of it that was not measured
 * @param measured quarter hours that were read
 * @param estimated quarter hours that were estimated, integrated or reset
 */
public record PointMonth(
    String point,
    YearMonth month,
    long amount,
    long estimatedAmount,
    long measured,
    long estimated) {

  /** Both together, as if it were one point. */
  public PointMonth plus(PointMonth other) {
    return new PointMonth(
        point,
        month,
        Math.addExact(amount, other.amount),
        Math.addExact(estimatedAmount, other.estimatedAmount),
        measured + other.measured,
        estimated + other.estimated);
  }
}
