package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zerofactory.schedule.PlanCost;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * Greedy fit to the sun: from due-date order, each operation in turn goes to its cheapest feasible
 * mode and start, again and again until none gains.
 */
final class SunFit implements Planner {

  private static final int MOST_ROUNDS = 20;

  @Override
  public Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings) {
    long begin = Peers.processorNanos();
    Board board = new Board(problem);
    List<Placement> placements = DueDateOrder.of(problem).orElseThrow().placements();
    for (int operation = 0; operation < placements.size(); operation++) {
      board.put(operation, placements.get(operation));
    }
    double cost = cost(problem, board);
    long steps = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double before = cost;
      for (int operation : order(problem, board)) {
        if ((Peers.processorNanos() - begin) / 1e9 > settings.seconds()) {
          return Peers.planning(problem, plan(board), 0, steps, begin);
        }
        cost = move(problem, board, operation, cost);
        steps++;
      }
      if (cost > before - 1e-6) {
        break;
      }
    }
    return Peers.planning(problem, plan(board), 0, steps, begin);
  }

  /** Orders by due date, the last operation of each first so that those before it get room. */
  private static List<Integer> order(GridProblem problem, Board board) {
    int[] first = board.firstOperations();
    List<Integer> order = new ArrayList<>();
    for (int job : DueDateOrder.order(problem)) {
      List<Integer> ofJob = new ArrayList<>();
      for (int operation = first[job]; operation < first[job + 1]; operation++) {
        ofJob.add(operation);
      }
      Collections.reverse(ofJob);
      order.addAll(ofJob);
    }
    return order;
  }

  private static GridPlan plan(Board board) {
    return new GridPlan(board.placements(), List.of(), List.of());
  }

  private static double cost(GridProblem problem, Board board) {
    return PlanCost.of(problem, plan(board)).total();
  }

  private static double move(GridProblem problem, Board board, int operation, double cost) {
    if (!board.mayGo(operation)) {
      return cost;
    }
    GridPlan before = plan(board);
    Placement old = board.remove(operation);
    SlotBill bill = SlotBill.without(problem, before, operation);
    Placement best = cheapest(problem, board, bill, operation);
    board.put(operation, best == null ? old : best);
    double after = cost(problem, board);
    if (after < cost) {
      return after;
    }
    board.remove(operation);
    board.put(operation, old);
    return cost;
  }

  private static @Nullable Placement cheapest(
      GridProblem problem, Board board, SlotBill bill, int operation) {
    GridJob job = board.job(operation);
    boolean last = board.ends(operation);
    int from = board.begins(operation) ? job.releaseSlot() : board.end(operation - 1);
    int to = last ? problem.slots() : board.placement(operation + 1).start();
    if (last && job.firm()) {
      to = Math.min(to, job.dueSlot());
    }
    Placement best = null;
    double least = Double.POSITIVE_INFINITY;
    List<GridMode> modes = board.operation(operation).modes();
    for (int choice = 0; choice < modes.size(); choice++) {
      GridMode mode = modes.get(choice);
      double setupKw = problem.machines().get(mode.machine()).setupKw();
      for (int start = from; start + mode.duration() <= to; start++) {
        if (!board.fits(mode, start)) {
          continue;
        }
        int late = last ? Math.max(0, start + mode.duration() - job.dueSlot()) : 0;
        double cost =
            mode.cost()
                + late * job.tardinessCost()
                + bill.added(mode.kilowatts(), start, board.setup(mode, start), setupKw);
        if (cost < least) {
          least = cost;
          best = new Placement(choice, start);
        }
      }
    }
    return best;
  }
}
