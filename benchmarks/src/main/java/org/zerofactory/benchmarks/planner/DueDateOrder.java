package org.zerofactory.benchmarks.planner;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** Orders by due date, each operation where it ends first: how a plant without a planner works. */
final class DueDateOrder implements Planner {

  @Override
  public Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings) {
    long begin = Peers.processorNanos();
    GridPlan plan =
        of(problem)
            .orElseThrow(
                () -> new IllegalStateException("due-date order does not fit the horizon"));
    return Peers.planning(problem, plan, 0, 0, begin);
  }

  /** Empty if an operation finds no place. */
  static Optional<GridPlan> of(GridProblem problem) {
    Board board = new Board(problem);
    int[] first = board.firstOperations();
    for (int job : order(problem)) {
      int free = problem.jobs().get(job).releaseSlot();
      for (int operation = first[job]; operation < first[job + 1]; operation++) {
        Optional<Placement> place = soonest(problem, board, operation, free);
        if (place.isEmpty()) {
          return Optional.empty();
        }
        board.put(operation, place.get());
        free = board.end(operation);
      }
    }
    return Optional.of(new GridPlan(board.placements(), List.of(), List.of()));
  }

  /** Job numbers by due date, then release. */
  static List<Integer> order(GridProblem problem) {
    List<GridJob> jobs = problem.jobs();
    return IntStream.range(0, jobs.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(job -> jobs.get(job).dueSlot())
                .thenComparingInt(job -> jobs.get(job).releaseSlot()))
        .toList();
  }

  private static Optional<Placement> soonest(
      GridProblem problem, Board board, int number, int from) {
    GridOperation operation = board.operation(number);
    Optional<Placement> best = Optional.empty();
    int bestEnd = problem.slots() + 1;
    for (int choice = 0; choice < operation.modes().size(); choice++) {
      GridMode mode = operation.modes().get(choice);
      for (int start = from; start + mode.duration() < bestEnd; start++) {
        if (board.fits(mode, start)) {
          best = Optional.of(new Placement(choice, start));
          bestEnd = start + mode.duration();
        }
      }
    }
    return best;
  }
}
