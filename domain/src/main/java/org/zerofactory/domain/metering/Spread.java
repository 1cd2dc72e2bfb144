package org.zerofactory.domain.metering;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a whole amount so that the parts sum to it exactly. */
public final class Spread {

  private Spread() {}

  /**
   * Parts in proportion to the weights, by largest remainder; of equal remainders the earlier part
   * gets the unit first.
   *
   * @param amount 0 or more
   * @param weights 0 or more each, with a positive sum
   * @throws IllegalArgumentException if an amount or weight is negative or all weights are zero
   */
  public static long[] of(long amount, long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("weights must not be negative, but one was " + weight);
      }
      sum = Math.addExact(sum, weight);
    }
    if (amount < 0 || sum == 0) {
      throw new IllegalArgumentException(
          "amount must be 0 or more and weights positive in sum, but were " + amount + ", " + sum);
    }
    long[] parts = new long[weights.length];
    long[] remainders = new long[weights.length];
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      long product = Math.multiplyExact(amount, weights[i]);
      parts[i] = product / sum;
      remainders[i] = product % sum;
      left -= parts[i];
    }
    for (int index : byRemainder(remainders).subList(0, Math.toIntExact(left))) {
      parts[index]++;
    }
    return parts;
  }

  private static List<Integer> byRemainder(long[] remainders) {
    return IntStream.range(0, remainders.length)
        .boxed()
        .sorted(Comparator.comparingLong(index -> -remainders[index]))
        .toList();
  }
}
