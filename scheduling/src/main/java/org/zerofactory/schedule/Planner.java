package org.zerofactory.schedule;

import java.util.Optional;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** Places operations on machines and slots so that a problem's rules hold and its cost is least. */
@FunctionalInterface
public interface Planner {

  /**
   * @param start the plan to begin from (warm start), if there is one; it need not be feasible
   * @return the best plan found; never worse than {@code start} where that is feasible
   */
  Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings);
}
