package org.zerofactory.domain.instrument;

import java.math.BigInteger;

/** Spreads a volume over intervals by a stated profile; an estimate, and always marked as one. */
public final class Profile {

  private Profile() {}

  /**
   * Parts in proportion to the weights that sum to the amount exactly: each border between two
   * intervals is rounded down once, so a part is off by less than 1 Wh.
   *
   * @param amount 0 or more
   * @param weights 0 or more each, with a positive sum
   * @throws IllegalArgumentException if a number is negative or all weights are 0
   */
  public static long[] spread(long amount, long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("expected weights of 0 or more, but one was " + weight);
      }
      sum = Math.addExact(sum, weight);
    }
    if (amount < 0 || sum == 0) {
      throw new IllegalArgumentException(
          "expected 0 Wh or more and a positive weight, but were " + amount + " and " + sum);
    }
    long[] parts = new long[weights.length];
    long weightBefore = 0;
    long before = 0;
    for (int i = 0; i < weights.length; i++) {
      weightBefore += weights[i];
      long until = floorOf(amount, weightBefore, sum);
      parts[i] = until - before;
      before = until;
    }
    return parts;
  }

  /** amount x part / whole, rounded down; the product may be larger than a long holds. */
  static long floorOf(long amount, long part, long whole) {
    if (Math.multiplyHigh(amount, part) == 0 && amount * part >= 0) {
      return amount * part / whole;
    }
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
