package org.zerofactory.schedule.dispatch;

/** Elimination for matrices of a few rows. */
final class SmallMatrix {

  private SmallMatrix() {}

  /** Replaces the positive definite matrix of {@code size} rows at {@code at} by its inverse. */
  static void invert(double[] matrix, int at, int size) {
    if (size == 1) {
      matrix[at] = 1 / matrix[at];
      return;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      int row = at + pivot * size;
      double factor = 1 / matrix[row + pivot];
      matrix[row + pivot] = 1;
      for (int column = 0; column < size; column++) {
        matrix[row + column] *= factor;
      }
      for (int other = 0; other < size; other++) {
        if (other != pivot) {
          int line = at + other * size;
          double times = matrix[line + pivot];
          matrix[line + pivot] = 0;
          for (int column = 0; column < size; column++) {
            matrix[line + column] -= times * matrix[row + column];
          }
        }
      }
    }
  }

  /** Replaces it by its factors: the diagonal, and below it the unit lower triangle. */
  static void factor(double[] matrix, int at, int size) {
    for (int pivot = 0; pivot < size; pivot++) {
      double own = matrix[at + pivot * size + pivot];
      for (int row = pivot + 1; row < size; row++) {
        double times = matrix[at + row * size + pivot] / own;
        for (int column = pivot + 1; column < size; column++) {
          matrix[at + row * size + column] -= times * matrix[at + pivot * size + column];
        }
        matrix[at + row * size + pivot] = times;
      }
    }
  }

  /** Overwrites {@code right} with the solution; the matrix is kept. */
  static void solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[][] work = new double[size][];
    for (int row = 0; row < size; row++) {
      work[row] = matrix[row].clone();
    }
    for (int pivot = 0; pivot < size; pivot++) {
      swapBest(work, right, pivot);
      for (int row = pivot + 1; row < size; row++) {
        double times = work[row][pivot] / work[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          work[row][column] -= times * work[pivot][column];
        }
        right[row] -= times * right[pivot];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        right[row] -= work[row][column] * right[column];
      }
      right[row] /= work[row][row];
    }
  }

  private static void swapBest(double[][] work, double[] right, int pivot) {
    int best = pivot;
    for (int row = pivot + 1; row < work.length; row++) {
      if (Math.abs(work[row][pivot]) > Math.abs(work[best][pivot])) {
        best = row;
      }
    }
    double[] line = work[pivot];
    work[pivot] = work[best];
    work[best] = line;
    double value = right[pivot];
    right[pivot] = right[best];
    right[best] = value;
  }
}
