package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** The plan as the solver sees it. Never leaves this package. */
@PlanningSolution
final class SolvedPlan {

  private @Nullable GridProblem problem;
  @PlanningEntityCollectionProperty private List<PlacedOperation> operations = List.of();

  @PlanningScore private @Nullable HardSoftLongScore score;

  /** For the solver, which clones solutions. */
  SolvedPlan() {}

  SolvedPlan(GridProblem problem) {
    this.problem = problem;
    List<PlacedOperation> all = new ArrayList<>();
    for (var job : problem.jobs()) {
      for (GridOperation operation : job.operations()) {
        all.add(new PlacedOperation(all.size(), operation.modes().size()));
      }
    }
    this.operations = all;
  }

  GridProblem problem() {
    if (problem == null) {
      throw new IllegalStateException("the solver's plan has no problem");
    }
    return problem;
  }

  List<PlacedOperation> operations() {
    return operations;
  }

  @ValueRangeProvider(id = "starts")
  CountableValueRange<Integer> getStarts() {
    return ValueRangeFactory.createIntValueRange(0, problem().slots());
  }

  /** Where the operations are; all must have been placed. */
  GridPlan plan() {
    List<GridOperation.Placement> placements = new ArrayList<>(operations.size());
    for (PlacedOperation operation : operations) {
      Integer mode = operation.mode();
      Integer start = operation.start();
      if (mode == null || start == null) {
        throw new IllegalStateException("operation " + operation.number() + " is not placed");
      }
      placements.add(new GridOperation.Placement(mode, start));
    }
    return GridPlan.still(problem(), placements);
  }
}
