package org.zerofactory.domain.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms. Factors such as 44/12 have no finite decimal, so they stay
 * fractions until the one rounding to whole micrograms.
 *
 * @param denominator positive
 */
public record Ratio(BigInteger numerator, BigInteger denominator) {

  public static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);
  public static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

  /**
   * @throws IllegalArgumentException if the denominator is zero
   */
  public Ratio {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("a fraction's denominator must not be 0");
    }
    BigInteger divisor = numerator.gcd(denominator).max(BigInteger.ONE);
    BigInteger sign = BigInteger.valueOf(denominator.signum());
    numerator = numerator.divide(divisor).multiply(sign);
    denominator = denominator.divide(divisor).multiply(sign);
  }

  public static Ratio of(BigDecimal value) {
    int scale = Math.max(0, value.scale());
    return new Ratio(value.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
  }

  public static Ratio of(String decimal) {
    return of(new BigDecimal(decimal));
  }

  public static Ratio of(long numerator, long denominator) {
    return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public Ratio times(Ratio other) {
    return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * @throws IllegalArgumentException if the other is zero
   */
  public Ratio dividedBy(Ratio other) {
    return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Ratio plus(Ratio other) {
    return new Ratio(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Ratio minus(Ratio other) {
    return plus(new Ratio(other.numerator.negate(), other.denominator));
  }

  public int signum() {
    return numerator.signum();
  }

  /**
   * The nearest whole number of {@code count} times this, half to even: the one rounding.
   *
   * @throws ArithmeticException if it does not fit into a {@code long}
   */
  public long timesRounded(long count) {
    BigInteger product = numerator.multiply(BigInteger.valueOf(count));
    BigInteger[] parts = product.divideAndRemainder(denominator);
    int half = parts[1].abs().shiftLeft(1).compareTo(denominator);
    boolean isUp = half > 0 || (half == 0 && parts[0].testBit(0));
    BigInteger whole = isUp ? parts[0].add(BigInteger.valueOf(product.signum())) : parts[0];
    return whole.longValueExact();
  }

  /** A decimal of the given places, half to even; for showing only. */
  public BigDecimal decimal(int places) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), places, java.math.RoundingMode.HALF_EVEN);
  }
}
