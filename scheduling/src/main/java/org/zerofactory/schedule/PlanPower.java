package org.zerofactory.schedule;

import java.util.List;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** Power that a plan draws in each slot, without the base load. */
final class PlanPower {

  private PlanPower() {}

  /** Machines, flexible loads and batteries together in kW per slot. */
  static double[] of(GridProblem problem, GridPlan plan, List<PlacedRun> runs) {
    double[] kilowatts = new double[problem.slots()];
    for (int machine = 0; machine < problem.machines().size(); machine++) {
      MachineDay.of(problem.machines().get(machine), machine, runs).addPower(kilowatts);
    }
    rows(problem, plan.batteryKw(), problem.energy().batteries().size(), "batteryKw", kilowatts);
    int flexible = problem.energy().flexibleLoads().size();
    rows(problem, plan.flexibleKw(), flexible, "flexibleKw", kilowatts);
    return kilowatts;
  }

  private static void rows(
      GridProblem problem, List<double[]> rows, int expected, String name, double[] kilowatts) {
    if (rows.size() != expected) {
      throw new IllegalArgumentException(
          "plan %s: expected %d rows, got %d".formatted(name, expected, rows.size()));
    }
    for (double[] row : rows) {
      if (row.length != problem.slots()) {
        throw new IllegalArgumentException(
            "plan %s: expected %d slots, got %d".formatted(name, problem.slots(), row.length));
      }
      for (int slot = 0; slot < row.length; slot++) {
        kilowatts[slot] += row[slot];
      }
    }
  }
}
