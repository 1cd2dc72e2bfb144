package org.zerofactory.domain.quantity;

import java.math.BigDecimal;

/** A whole number of a base unit: what was burnt, bought, carried or spent. */
public record Amount(long value, BaseUnit unit) {

  /**
   * The amount that a number in a unit stands for.
   *
   * @throws IllegalArgumentException if it is not a whole number of the base unit, or too large
   */
  public static Amount of(BigDecimal number, Unit unit) {
    try {
      return new Amount(number.multiply(unit.multiple()).longValueExact(), unit.base());
    } catch (ArithmeticException notWhole) {
      throw new IllegalArgumentException(
          "expected a whole number of "
              + unit.base().word()
              + " below 9.2e18, but was "
              + number.toPlainString()
              + " "
              + unit.word(),
          notWhole);
    }
  }

  public static Amount zero(BaseUnit unit) {
    return new Amount(0, unit);
  }

  /**
   * @throws IllegalArgumentException if the units differ
   */
  public Amount plus(Amount other) {
    requireSameUnit(other);
    return new Amount(Math.addExact(value, other.value), unit);
  }

  /**
   * @throws IllegalArgumentException if the units differ
   */
  public Amount minus(Amount other) {
    requireSameUnit(other);
    return new Amount(Math.subtractExact(value, other.value), unit);
  }

  /** Exact: the number of the given unit. */
  public BigDecimal in(Unit other) {
    if (other.base() != unit) {
      throw new IllegalArgumentException(
          "expected a unit of " + unit.word() + ", but was " + other.word());
    }
    return BigDecimal.valueOf(value).divide(other.multiple());
  }

  private void requireSameUnit(Amount other) {
    if (other.unit != unit) {
      throw new IllegalArgumentException(
          "expected an amount in " + unit.word() + ", but was in " + other.unit.word());
    }
  }
}
