package org.zerofactory.schedule.orders;

import java.util.List;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** Flexible loads as they run without a plan: at full power from the beginning of their window. */
public final class EarliestLoads {

  private EarliestLoads() {}

  /** The same plan with its flexible loads run so; operations and batteries stay. */
  public static GridPlan in(GridProblem problem, GridPlan plan) {
    List<double[]> rows =
        problem.energy().flexibleLoads().stream()
            .map(load -> load.soonest(problem.slots(), problem.slotHours()))
            .toList();
    return new GridPlan(plan.placements(), plan.batteryKw(), rows);
  }
}
