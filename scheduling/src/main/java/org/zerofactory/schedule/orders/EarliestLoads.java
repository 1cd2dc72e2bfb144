package org.zerofactory.schedule.orders;

import java.util.List;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/** Flexible loads as they run without a plan: at full power from the beginning of their window. */
public final class EarliestLoads {

  private EarliestLoads() {}

  /** The same plan with its flexible loads run so; operations and batteries stay. */
  public static GridPlan in(GridProblem problem, GridPlan plan) {
    List<double[]> rows =
        problem.energy().flexibleLoads().stream().map(load -> row(problem, load)).toList();
    return new GridPlan(plan.placements(), plan.batteryKw(), rows);
  }

  private static double[] row(GridProblem problem, SlotEnergy.FlexibleLoad load) {
    double[] kilowatts = new double[problem.slots()];
    double left = load.energyKwh();
    for (int slot = load.fromSlot(); slot < load.toSlot() && left > 0; slot++) {
      double energy = Math.min(left, load.maximumKw() * problem.slotHours());
      kilowatts[slot] = energy / problem.slotHours();
      left -= energy;
    }
    return kilowatts;
  }
}
