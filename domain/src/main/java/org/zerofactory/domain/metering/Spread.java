package org.zerofactory.domain.metering;

import java.math.BigInteger;
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
      long product = amount * weights[i];
      if (product >= 0 && Math.multiplyHigh(amount, weights[i]) == 0) {
        parts[i] = product / sum;
        remainders[i] = product % sum;
      } else { // two energies of a large site
        BigInteger[] both =
            BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weights[i]))
                .divideAndRemainder(BigInteger.valueOf(sum));
        parts[i] = both[0].longValueExact();
        remainders[i] = both[1].longValueExact();
      }
      left -= parts[i];
    }
    for (int index : byRemainder(remainders).subList(0, Math.toIntExact(left))) {
      parts[index]++;
    }
    return parts;
  }

  /**
   * The part of one interval where an amount is spread evenly over time, in a time that does not
   * depend on how long that is. The parts of all intervals of the grid are those of {@link #of}
   * with the seconds in each as weights, so they sum to the amount exactly.
   *
   * @param amount 0 or more
   * @param from epoch second at which the amount begins
   * @param to epoch second at which it ends, after {@code from}
   * @param interval one of the grid's; it gives length and place of all others
   */
  public static long overTime(long amount, long from, long to, Interval interval) {
    long length = interval.length().toSeconds();
    long start = interval.start().getEpochSecond();
    if (amount < 0 || from >= to) {
      throw new IllegalArgumentException(
          "amount must be 0 or more and end after it begins, but was %d from %d to %d"
              .formatted(amount, from, to));
    }
    if (start + length <= from || start >= to) {
      return 0;
    }
    long first = Math.floorDiv(from - start, length);
    long last = Math.floorDiv(to - 1 - start, length);
    Shares shares = new Shares(amount, to - from);
    long firstSeconds = Math.min(to, start + (first + 1) * length) - from;
    long lastSeconds = to - (start + last * length);
    if (first == last) {
      return amount;
    }
    long between = last - first - 1;
    long left =
        amount
            - shares.whole(firstSeconds)
            - Math.multiplyExact(between, shares.whole(length))
            - shares.whole(lastSeconds);
    long seconds = first == 0 ? firstSeconds : last == 0 ? lastSeconds : length;
    long own = shares.rest(seconds);
    long before = 0;
    if (first < 0 && shares.rest(firstSeconds) >= own) {
      before++;
    }
    if (last > 0 && shares.rest(lastSeconds) > own) {
      before++;
    }
    if (shares.rest(length) > own) {
      before += first == 0 || last == 0 ? between : 0;
    } else if (shares.rest(length) == own) {
      before += Math.max(0, Math.min(between, -first - 1)); // those earlier than this interval
    }
    return shares.whole(seconds) + (before < left ? 1 : 0);
  }

  /** The whole part and the remainder of an amount's share for some seconds. */
  private record Shares(long amount, long seconds) {
    long whole(long part) {
      return Math.multiplyExact(amount, part) / seconds;
    }

    long rest(long part) {
      return Math.multiplyExact(amount, part) % seconds;
    }
  }

  private static List<Integer> byRemainder(long[] remainders) {
    return IntStream.range(0, remainders.length)
        .boxed()
        .sorted(Comparator.comparingLong(index -> -remainders[index]))
        .toList();
  }
}
