package org.zerofactory.schedule;

import java.util.List;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** Power that a plan draws in each slot, without the base load. */
final class PlanPower {

  private PlanPower() {}

  /** Machines, flexible loads and batteries together in kW per slot. */
  static double[] of(GridProblem problem, GridPlan plan, List<PlacedRun> runs) {
    double[] kilowatts = withoutBatteries(problem, plan, runs);
    plan.batteryKw().forEach(row -> add(row, kilowatts));
    return kilowatts;
  }

  /** Machines and flexible loads together in kW per slot. */
  static double[] withoutBatteries(GridProblem problem, GridPlan plan, List<PlacedRun> runs) {
    check(problem, plan.batteryKw(), problem.energy().batteries().size(), "batteryKw");
    check(problem, plan.flexibleKw(), problem.energy().flexibleLoads().size(), "flexibleKw");
    double[] kilowatts = new double[problem.slots()];
    for (int machine = 0; machine < problem.machines().size(); machine++) {
      MachineDay.of(problem.machines().get(machine), machine, runs).addPower(kilowatts);
    }
    plan.flexibleKw().forEach(row -> add(row, kilowatts));
    return kilowatts;
  }

  private static void add(double[] row, double[] kilowatts) {
    for (int slot = 0; slot < row.length; slot++) {
      kilowatts[slot] += row[slot];
    }
  }

  private static void check(GridProblem problem, List<double[]> rows, int expected, String name) {
    if (rows.size() != expected) {
      throw new IllegalArgumentException(
          "plan %s: expected %d rows, got %d".formatted(name, expected, rows.size()));
    }
    for (double[] row : rows) {
      if (row.length != problem.slots()) {
        throw new IllegalArgumentException(
            "plan %s: expected %d slots, got %d".formatted(name, problem.slots(), row.length));
      }
    }
  }
}
