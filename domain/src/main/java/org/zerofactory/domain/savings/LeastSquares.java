package org.zerofactory.domain.savings;

import java.util.Optional;

/**
 * Ordinary least squares with an intercept: columns are centred, then decomposed by Householder
 * reflections, which never form the squared (and so badly conditioned) normal equations.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations (4th ed. 2013), 5.3; leverage, standard errors
 * and variance inflation as in Belsley, Kuh and Welsch, Regression Diagnostics (1980).
 *
 * @param coefficients intercept first
 * @param unscaledErrors standard error of each coefficient divided by that of the residuals
 * @param inflation variance inflation factor of each driver (no entry for the intercept)
 * @param fitted value of each row
 * @param leverage of each row, 1/n to 1
 */
record LeastSquares(
    double[] coefficients,
    double[] unscaledErrors,
    double[] inflation,
    double[] fitted,
    double[] leverage) {

  /** A column whose part that no other explains is smaller than this share of it is dependent. */
  private static final double DEPENDENT = 1e-10;

  /**
   * Fits {@code y} to the columns.
   *
   * @param columns one array a driver, each as long as {@code y}
   * @return empty if a column is constant or depends on the others, or rows do not suffice
   */
  static Optional<LeastSquares> of(double[][] columns, double[] y) {
    int n = y.length;
    int k = columns.length;
    if (n < k + 1) {
      return Optional.empty();
    }
    double[] means = new double[k];
    double[][] centred = new double[k][];
    double[] squares = new double[k];
    for (int j = 0; j < k; j++) {
      means[j] = mean(columns[j]);
      centred[j] = less(columns[j], means[j]);
      squares[j] = dot(centred[j], centred[j]);
      if (Math.sqrt(squares[j]) <= DEPENDENT * Math.sqrt(dot(columns[j], columns[j]))) {
        return Optional.empty();
      }
    }
    double yMean = mean(y);
    double[] right = less(y, yMean);
    double[] diagonal = new double[k];
    for (int j = 0; j < k; j++) {
      diagonal[j] = reflect(centred, j, right);
      if (Math.abs(diagonal[j]) <= DEPENDENT * Math.sqrt(squares[j])) {
        return Optional.empty();
      }
    }
    double[][] inverse = inverse(centred, diagonal);
    return Optional.of(solution(columns, means, yMean, squares, inverse, right));
  }

  /**
   * Turns column j into a multiple of the j-th unit vector; the vector stays below the diagonal.
   */
  private static double reflect(double[][] columns, int j, double[] right) {
    double[] column = columns[j];
    double norm = 0;
    for (int i = j; i < column.length; i++) {
      norm += column[i] * column[i];
    }
    norm = Math.sqrt(norm);
    if (norm == 0) {
      return 0;
    }
    double diagonal = column[j] > 0 ? -norm : norm;
    column[j] -= diagonal;
    double square = -diagonal * column[j];
    for (int other = j + 1; other < columns.length; other++) {
      apply(column, j, square, columns[other]);
    }
    apply(column, j, square, right);
    return diagonal;
  }

  private static void apply(double[] vector, int from, double halfSquare, double[] target) {
    double product = 0;
    for (int i = from; i < vector.length; i++) {
      product += vector[i] * target[i];
    }
    double share = product / halfSquare;
    for (int i = from; i < vector.length; i++) {
      target[i] -= share * vector[i];
    }
  }

  /** Inverse of the upper triangle; its element (i, j) above the diagonal is columns[j][i]. */
  private static double[][] inverse(double[][] columns, double[] diagonal) {
    int k = diagonal.length;
    double[][] inverse = new double[k][k];
    for (int j = 0; j < k; j++) {
      inverse[j][j] = 1 / diagonal[j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int m = i + 1; m <= j; m++) {
          sum += columns[m][i] * inverse[m][j];
        }
        inverse[i][j] = -sum / diagonal[i];
      }
    }
    return inverse;
  }

  private static LeastSquares solution(
      double[][] columns,
      double[] means,
      double yMean,
      double[] squares,
      double[][] inverse,
      double[] right) {
    int k = means.length;
    int n = right.length;
    double[] coefficients = new double[k + 1];
    double[] errors = new double[k + 1];
    double[] inflation = new double[k];
    coefficients[0] = yMean;
    for (int i = 0; i < k; i++) {
      double square = 0;
      for (int j = i; j < k; j++) {
        coefficients[i + 1] += inverse[i][j] * right[j];
        square += inverse[i][j] * inverse[i][j];
      }
      coefficients[0] -= coefficients[i + 1] * means[i];
      errors[i + 1] = Math.sqrt(square);
      inflation[i] = square * squares[i];
    }
    errors[0] = Math.sqrt(1.0 / n + spread(inverse, means));
    double[] fitted = new double[n];
    double[] leverage = new double[n];
    double[] offsets = new double[k];
    for (int row = 0; row < n; row++) {
      fitted[row] = yMean;
      for (int j = 0; j < k; j++) {
        offsets[j] = columns[j][row] - means[j];
        fitted[row] += coefficients[j + 1] * offsets[j];
      }
      leverage[row] = 1.0 / n + spread(inverse, offsets);
    }
    return new LeastSquares(coefficients, errors, inflation, fitted, leverage);
  }

  /** Squared length of the transposed inverse times a vector. */
  private static double spread(double[][] inverse, double[] vector) {
    double sum = 0;
    for (int j = 0; j < vector.length; j++) {
      double part = 0;
      for (int i = 0; i <= j; i++) {
        part += inverse[i][j] * vector[i];
      }
      sum += part * part;
    }
    return sum;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - mean;
    }
    return mean + rest / values.length;
  }

  private static double[] less(double[] values, double mean) {
    double[] less = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      less[i] = values[i] - mean;
    }
    return less;
  }

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
