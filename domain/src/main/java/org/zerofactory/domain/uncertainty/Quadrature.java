package org.zerofactory.domain.uncertainty;

import java.util.List;

/**
 * Combined uncertainties, in percent, half widths of the 95 % interval (k = 2).
 *
 * <p>Source: IPCC 2006 Guidelines, volume 1, chapter 3, approach 1 (error propagation); GUM. All
 * doubles: uncertainties judge figures, they are no part of them.
 */
public final class Quadrature {

  private Quadrature() {}

  /**
   * A figure and its uncertainty.
   *
   * @param value with sign, any unit, the same for all of a sum
   */
  public record Term(double value, double percent) {}

  /** Of a product of independent quantities: the root of the sum of squares. */
  public static double ofProduct(double... percents) {
    double squares = 0;
    for (double percent : percents) {
      squares += percent * percent;
    }
    return Math.sqrt(squares);
  }

  /**
   * Of a sum of independent figures.
   *
   * @throws IllegalArgumentException if the sum is zero
   */
  public static double ofSum(List<Term> terms) {
    double squares = 0;
    double sum = 0;
    for (Term term : terms) {
      double half = term.value() * term.percent();
      squares += half * half;
      sum += term.value();
    }
    requireSum(sum);
    return Math.sqrt(squares) / Math.abs(sum);
  }

  /**
   * Of a sum of figures that share a cause, such as one grid factor on many meters: they are off
   * together, so their half widths are added.
   *
   * @throws IllegalArgumentException if the sum is zero
   */
  public static double ofCorrelatedSum(List<Term> terms) {
    double halves = 0;
    double sum = 0;
    for (Term term : terms) {
      halves += term.value() * term.percent();
      sum += term.value();
    }
    requireSum(sum);
    return Math.abs(halves) / Math.abs(sum);
  }

  private static void requireSum(double sum) {
    if (sum == 0) {
      throw new IllegalArgumentException("a sum of zero has no relative uncertainty");
    }
  }
}
