package org.zerofactory.schedule.dispatch;

import java.util.Arrays;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;

/**
 * Solves {@code A D A' dy = r} for the program's matrix and a positive diagonal {@code D}, in a
 * time that grows linearly with the slots. Peaks touch every slot that can make them: each adds a
 * matrix of rank one, whose factor is put beside that of the chain (product form), because
 * subtracting its influence afterwards loses all digits once several slots share the peak. The
 * flexible loads' energies stand at the border and are solved for last.
 *
 * <p>Source of the product form: D. Goldfarb and K. Scheinberg, A product-form Cholesky
 * factorization method for handling dense columns in interior point methods for linear programming,
 * Mathematical Programming 99 (2004).
 */
final class NormalEquations {

  private final DispatchProgram program;
  private final SlotChain chain;
  private final int inner;
  private final int loads;
  private final double[] pivot;
  private final double[][] peaks;
  private final double[][] weights;
  private final double[][] borders;
  private final double[][] corner;
  private double[] diagonal = new double[0];

  NormalEquations(DispatchProgram program) {
    this.program = program;
    this.chain = new SlotChain(program);
    this.inner = program.loadRow;
    this.loads = program.loads.size();
    this.pivot = new double[inner];
    this.peaks = new double[program.peaks][inner];
    this.weights = new double[program.peaks][inner];
    this.borders = new double[loads][program.rows];
    this.corner = new double[loads][loads];
  }

  /**
   * @param d one positive value per column, 0 for columns that cannot change
   */
  void factor(double[] d) {
    diagonal = d;
    chain.factor(d);
    System.arraycopy(chain.pivot, 0, pivot, 0, inner);
    for (int peak = 0; peak < program.peaks; peak++) {
      addPeak(peak, 1 / d[program.peakColumn + peak]);
    }
    for (int load = 0; load < loads; load++) {
      double[] column = borders[load];
      Arrays.fill(column, 0);
      int slot = program.loads.get(load).fromSlot();
      for (int at = program.firstOfLoad[load]; at < program.firstOfLoad[load + 1]; at++) {
        column[slot++] = d[at];
      }
      solveInner(column);
      for (int other = 0; other <= load; other++) {
        corner[load][other] = -borderTimes(load, borders[other]);
        corner[other][load] = corner[load][other];
      }
      for (int at = program.firstOfLoad[load]; at < program.firstOfLoad[load + 1]; at++) {
        corner[load][load] += d[at];
      }
    }
  }

  /** Factor of a diagonal plus a matrix of rank one: sums of what is positive. */
  private void addPeak(int peak, double sum) {
    double[] column = peaks[peak];
    Arrays.fill(column, 0);
    for (int room = 0; room < program.peakOfRoom.length; room++) {
      column[program.roomRow + room] = program.peakOfRoom[room] == peak ? -1 : 0;
    }
    chain.forward(column);
    for (int before = 0; before < peak; before++) {
      forward(before, column);
    }
    double total = sum;
    double[] weight = weights[peak];
    for (int row = 0; row < inner; row++) {
      double next = total + column[row] * column[row] / pivot[row];
      weight[row] = column[row] / (pivot[row] * next);
      pivot[row] *= next / total;
      total = next;
    }
  }

  private void forward(int peak, double[] r) {
    double[] column = peaks[peak];
    double[] weight = weights[peak];
    double sum = 0;
    for (int row = 0; row < inner; row++) {
      r[row] -= column[row] * sum;
      sum += weight[row] * r[row];
    }
  }

  private void backward(int peak, double[] r) {
    double[] column = peaks[peak];
    double[] weight = weights[peak];
    double sum = 0;
    for (int row = inner - 1; row >= 0; row--) {
      r[row] -= weight[row] * sum;
      sum += column[row] * r[row];
    }
  }

  private void solveInner(double[] r) {
    chain.forward(r);
    for (int peak = 0; peak < program.peaks; peak++) {
      forward(peak, r);
    }
    for (int row = 0; row < inner; row++) {
      r[row] /= pivot[row];
    }
    for (int peak = program.peaks - 1; peak >= 0; peak--) {
      backward(peak, r);
    }
    chain.backward(r);
  }

  /** Overwrites the right side with the solution. */
  void solve(double[] r) {
    double[] right = Arrays.copyOfRange(r, inner, program.rows);
    solveInner(r);
    for (int load = 0; load < loads; load++) {
      right[load] -= borderTimes(load, r);
    }
    SmallMatrix.solve(corner, right);
    for (int load = 0; load < loads; load++) {
      double[] column = borders[load];
      for (int row = 0; row < inner; row++) {
        r[row] -= right[load] * column[row];
      }
      r[inner + load] = right[load];
    }
  }

  private double borderTimes(int load, double[] y) {
    double sum = 0;
    FlexibleLoad flexible = program.loads.get(load);
    int at = program.firstOfLoad[load];
    for (int slot = flexible.fromSlot(); slot < flexible.toSlot(); slot++) {
      sum += diagonal[at++] * y[slot];
    }
    return sum;
  }
}
