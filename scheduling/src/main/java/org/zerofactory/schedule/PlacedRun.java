package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * An operation of a plan with everything that follows from where it is.
 *
 * @param number the operation's number in the problem
 * @param start first slot of the run
 * @param end slot after the last worked one
 * @param worked per slot from start to end whether it works or rests
 */
record PlacedRun(
    int number,
    int job,
    GridOperation operation,
    GridMode mode,
    int modeNumber,
    int start,
    int end,
    boolean[] worked) {

  /** All operations of a plan in the problem's numbering. */
  static List<PlacedRun> of(GridProblem problem, GridPlan plan) {
    int expected = problem.operations();
    if (plan.placements().size() != expected) {
      throw new IllegalArgumentException(
          "plan: expected %d placements, got %d".formatted(expected, plan.placements().size()));
    }
    List<PlacedRun> runs = new ArrayList<>();
    for (int job = 0; job < problem.jobs().size(); job++) {
      GridJob order = problem.jobs().get(job);
      for (GridOperation operation : order.operations()) {
        int number = runs.size();
        GridOperation.Placement at = plan.placements().get(number);
        if (at.mode() < 0 || at.mode() >= operation.modes().size()) {
          throw new IllegalArgumentException(
              "plan, operation %s of job %s: expected a mode from 0 to %d, got %d"
                  .formatted(operation.id(), order.id(), operation.modes().size() - 1, at.mode()));
        }
        GridMode mode = operation.modes().get(at.mode());
        boolean[] worked =
            RunSlots.of(mode, problem.machines().get(mode.machine()).open(), at.start());
        runs.add(
            new PlacedRun(
                number,
                job,
                operation,
                mode,
                at.mode(),
                at.start(),
                at.start() + worked.length,
                worked));
      }
    }
    return runs;
  }

  /** "operation x of job y": for messages. */
  String name(GridProblem problem) {
    return "operation " + operation.id() + " of job " + problem.jobs().get(job).id();
  }
}
