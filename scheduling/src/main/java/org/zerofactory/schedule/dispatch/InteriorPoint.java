package org.zerofactory.schedule.dispatch;

import java.util.Arrays;

/**
 * A primal-dual interior point method with predictor and corrector for the dispatch program. Every
 * set of row prices gives a bound, because all columns have an upper limit: {@code right . y + sum
 * of upper * min(0, cost - A'y)}; the best one met is kept, so the bound holds whether or not the
 * method has converged.
 *
 * <p>Source of the method: S. Mehrotra, On the implementation of a primal-dual interior point
 * method, SIAM Journal on Optimization 2 (1992).
 */
final class InteriorPoint {

  private static final int MAXIMUM_ITERATIONS = 80;
  private static final double TOLERANCE = 1e-9;
  private static final double BACK_OFF = 0.9995;
  private static final int PATIENCE = 10;

  private final DispatchProgram program;
  private final NormalEquations equations;
  private final double[] v;
  private final double[] zLow;
  private final double[] zHigh;
  private final double[] y;
  private final double[] transposed;
  private final double[] d;
  private final double[] q;
  private final double[] dv;
  private final double[] dLow;
  private final double[] dHigh;
  private final double[] dy;
  private final double[] residual;
  private final double[] product;
  private double[] best = new double[0];
  private double[] bestPrices = new double[0];
  private double bestMerit = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private int iterations;
  private final int free;

  private InteriorPoint(DispatchProgram program) {
    this.program = program;
    this.equations = new NormalEquations(program);
    int columns = program.columns;
    this.v = new double[columns];
    this.zLow = new double[columns];
    this.zHigh = new double[columns];
    this.transposed = new double[columns];
    this.d = new double[columns];
    this.q = new double[columns];
    this.dv = new double[columns];
    this.dLow = new double[columns];
    this.dHigh = new double[columns];
    this.product = new double[columns];
    this.y = new double[program.rows];
    this.dy = new double[program.rows];
    this.residual = new double[program.rows];
    this.free = (int) Arrays.stream(program.upper).filter(upper -> upper > 0).count();
  }

  /**
   * @param v values of the columns, in the program's units
   * @param y prices of the rows, in the program's units
   * @param bound no values can cost less, in the program's units
   */
  record Solution(double[] v, double[] y, double bound, int iterations) {}

  static Solution of(DispatchProgram program) {
    return new InteriorPoint(program).solve();
  }

  private Solution solve() {
    start();
    int stale = 0;
    while (true) {
      double merit = measure();
      stale = merit < bestMerit ? 0 : stale + 1;
      if (merit < bestMerit) {
        bestMerit = merit;
        best = v.clone();
        bestPrices = y.clone();
      }
      if (merit <= TOLERANCE || stale > PATIENCE || iterations == MAXIMUM_ITERATIONS) {
        return new Solution(best, bestPrices, bound, iterations);
      }
      iterations++;
      step();
    }
  }

  private void start() {
    for (int column = 0; column < program.columns; column++) {
      v[column] = program.upper[column] / 2;
      zLow[column] = 1;
      zHigh[column] = 1;
    }
    for (int slot = 0; slot < program.slots; slot++) {
      double sum = 0;
      int from = program.firstPiece[slot];
      int to = program.firstPiece[slot + 1];
      for (int column = from; column < to; column++) {
        sum += program.cost[column];
      }
      y[slot] = -sum / (to - from);
    }
  }

  /** How far from feasible and from the bound; NaN ends the search with the best values so far. */
  private double measure() {
    program.multiply(v, residual);
    double infeasible = 0;
    for (int row = 0; row < program.rows; row++) {
      residual[row] = program.right[row] - residual[row];
      infeasible = Math.max(infeasible, Math.abs(residual[row]));
    }
    program.multiplyTransposed(y, transposed);
    double dual = 0;
    for (int row = 0; row < program.rows; row++) {
      dual += program.right[row] * y[row];
    }
    double primal = 0;
    double proven = dual;
    for (int column = 0; column < program.columns; column++) {
      double price = program.cost[column] - transposed[column];
      primal += program.cost[column] * v[column];
      dual += program.upper[column] * Math.min(0, price);
      proven += program.upper[column] * Math.min(0, price - program.preference[column]);
    }
    if (proven > bound) {
      bound = proven;
    }
    return Math.max(infeasible, (primal - dual) / (1 + Math.abs(primal)));
  }

  private void step() {
    double mu = complementarity(0, 0);
    for (int column = 0; column < program.columns; column++) {
      if (program.upper[column] > 0) {
        double w = program.upper[column] - v[column];
        d[column] = 1 / (zLow[column] / v[column] + zHigh[column] / w);
        q[column] = transposed[column] - program.cost[column];
      }
    }
    equations.factor(d);
    direction();
    for (int column = 0; column < program.columns; column++) {
      if (program.upper[column] > 0) {
        double w = program.upper[column] - v[column];
        dLow[column] = -zLow[column] - zLow[column] * dv[column] / v[column];
        dHigh[column] = -zHigh[column] + zHigh[column] * dv[column] / w;
      }
    }
    double after = complementarity(Math.min(1, primalStep()), Math.min(1, dualStep()));
    double share = after / mu;
    correct(share * share * share * mu);
    double primal = Math.min(1, BACK_OFF * primalStep());
    double dual = Math.min(1, BACK_OFF * dualStep());
    for (int column = 0; column < program.columns; column++) {
      v[column] += primal * dv[column];
      zLow[column] += dual * dLow[column];
      zHigh[column] += dual * dHigh[column];
    }
    for (int row = 0; row < program.rows; row++) {
      y[row] += dual * dy[row];
    }
  }

  /** The second solution of the step: towards {@code target}, with the first one's bend. */
  private void correct(double target) {
    for (int column = 0; column < program.columns; column++) {
      if (program.upper[column] > 0) {
        double w = program.upper[column] - v[column];
        double low = (target - dv[column] * dLow[column]) / v[column] - zLow[column];
        double high = (target + dv[column] * dHigh[column]) / w - zHigh[column];
        dLow[column] = low;
        dHigh[column] = high;
        q[column] =
            transposed[column] - program.cost[column] + zLow[column] - zHigh[column] + low - high;
      }
    }
    direction();
    for (int column = 0; column < program.columns; column++) {
      if (program.upper[column] > 0) {
        double w = program.upper[column] - v[column];
        dLow[column] -= zLow[column] * dv[column] / v[column];
        dHigh[column] += zHigh[column] * dv[column] / w;
      }
    }
  }

  /** {@code dy} and {@code dv} for the right side {@code q}. */
  private void direction() {
    for (int column = 0; column < program.columns; column++) {
      product[column] = d[column] * q[column];
    }
    program.multiply(product, dy);
    for (int row = 0; row < program.rows; row++) {
      dy[row] = residual[row] - dy[row];
    }
    equations.solve(dy);
    program.multiplyTransposed(dy, dv);
    for (int column = 0; column < program.columns; column++) {
      dv[column] = d[column] * (dv[column] + q[column]);
    }
  }

  private double complementarity(double primal, double dual) {
    double sum = 0;
    for (int column = 0; column < program.columns; column++) {
      if (program.upper[column] > 0) {
        double at = v[column] + primal * dv[column];
        double low = zLow[column] + dual * dLow[column];
        double high = zHigh[column] + dual * dHigh[column];
        sum += at * low + (program.upper[column] - at) * high;
      }
    }
    return sum / (2 * free);
  }

  private double primalStep() {
    double step = 1 / BACK_OFF;
    for (int column = 0; column < program.columns; column++) {
      if (dv[column] < 0) {
        step = Math.min(step, -v[column] / dv[column]);
      } else if (dv[column] > 0) {
        step = Math.min(step, (program.upper[column] - v[column]) / dv[column]);
      }
    }
    return step;
  }

  private double dualStep() {
    double step = 1 / BACK_OFF;
    for (int column = 0; column < program.columns; column++) {
      if (dLow[column] < 0) {
        step = Math.min(step, -zLow[column] / dLow[column]);
      }
      if (dHigh[column] < 0) {
        step = Math.min(step, -zHigh[column] / dHigh[column]);
      }
    }
    return step;
  }
}
