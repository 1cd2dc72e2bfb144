package org.zerofactory.domain.savings;

import java.util.List;

/** How far each residual resembles the one before it. */
public final class Autocorrelation {

  /** Fewer pairs say nothing. */
  private static final int FEWEST_PAIRS = 3;

  private Autocorrelation() {}

  /**
   * Pearson's correlation of each value with the one before, as eemeter and nmecr compute it.
   *
   * @return -1 to 1; 0 if all are equal or fewer than three pairs exist
   */
  public static double pearson(List<Double> residuals) {
    int pairs = residuals.size() - 1;
    if (pairs < FEWEST_PAIRS) {
      return 0;
    }
    return pearson(array(residuals.subList(0, pairs)), array(residuals.subList(1, pairs + 1)));
  }

  static double pearson(double[] before, double[] after) {
    double meanBefore = LeastSquares.mean(before);
    double meanAfter = LeastSquares.mean(after);
    double product = 0;
    double squareBefore = 0;
    double squareAfter = 0;
    for (int i = 0; i < before.length; i++) {
      double one = before[i] - meanBefore;
      double other = after[i] - meanAfter;
      product += one * other;
      squareBefore += one * one;
      squareAfter += other * other;
    }
    double scale = Math.sqrt(squareBefore) * Math.sqrt(squareAfter);
    return scale == 0 ? 0 : Math.max(-1, Math.min(1, product / scale));
  }

  /** The textbook's ratio of sums: products of neighbours by squares of all, around 0. */
  public static double ratioOfSums(List<Double> residuals) {
    double products = 0;
    double squares = 0;
    for (int i = 0; i < residuals.size(); i++) {
      squares += residuals.get(i) * residuals.get(i);
      products += i == 0 ? 0 : residuals.get(i) * residuals.get(i - 1);
    }
    return squares == 0 ? 0 : products / squares;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
