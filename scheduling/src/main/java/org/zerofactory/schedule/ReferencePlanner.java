package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * Orders as they come: by due date, each operation at the fastest speed on the machine that ends it
 * first, as soon as that machine and the crews are free. It knows nothing of sun and prices, and is
 * what a plan's saving is compared with.
 *
 * <p>Jobs that do not fit go on behind the horizon, where slots count as open and crews as there.
 * Buffers, longest waits, firm due dates and the import limit are not looked at: {@link
 * Planning#faults()} tells where they are broken. Batteries rest.
 */
public final class ReferencePlanner implements Planner {

  /** How far behind the horizon it looks for room, in horizons. */
  private static final int ROOM = 8;

  @Override
  public Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings) {
    GridPlan plan = new Board(problem).plan();
    return new Planning(
        plan, PlanCost.of(problem, plan), PlanFaults.of(problem, plan), 0, problem.operations(), 0);
  }

  /** Machines and crews with what was placed so far. */
  private static final class Board {

    private final GridProblem problem;
    private final int[] free;
    private final int[] family;
    private final int[][] used;
    private final Placement[] placements;
    private final int[] ends;

    Board(GridProblem problem) {
      this.problem = problem;
      this.free = new int[problem.machines().size()];
      this.family = problem.machines().stream().mapToInt(GridMachine::initialFamily).toArray();
      this.used = new int[problem.resources().size()][problem.slots()];
      this.placements = new Placement[problem.operations()];
      this.ends = new int[problem.operations()];
    }

    GridPlan plan() {
      int[] first = new int[problem.jobs().size()];
      List<Integer> order = new ArrayList<>();
      for (int job = 0, next = 0; job < first.length; job++) {
        first[job] = next;
        next += problem.jobs().get(job).operations().size();
        order.add(job);
      }
      order.forEach(job -> fixed(problem.jobs().get(job), first[job]));
      order.sort(
          Comparator.<Integer>comparingInt(job -> problem.jobs().get(job).dueSlot())
              .thenComparingInt(job -> problem.jobs().get(job).releaseSlot()));
      order.forEach(job -> place(problem.jobs().get(job), first[job]));
      return GridPlan.still(problem, Arrays.asList(placements));
    }

    private void fixed(GridJob job, int first) {
      for (int number = 0; number < job.operations().size(); number++) {
        Placement at = job.operations().get(number).fixed();
        if (at != null) {
          take(job.operations().get(number), first + number, at);
        }
      }
    }

    private void place(GridJob job, int first) {
      for (int number = 0; number < job.operations().size(); number++) {
        GridOperation operation = job.operations().get(number);
        if (operation.fixed() == null) {
          int ready = job.releaseSlot();
          for (int before : operation.predecessors()) {
            ready = Math.max(ready, ends[first + before]);
          }
          take(operation, first + number, soonest(operation, ready));
        }
      }
    }

    private void take(GridOperation operation, int number, Placement at) {
      GridMode mode = operation.modes().get(at.mode());
      boolean[] worked = RunSlots.of(mode, open(mode), at.start());
      placements[number] = at;
      ends[number] = at.start() + worked.length;
      free[mode.machine()] = Math.max(free[mode.machine()], ends[number]);
      if (mode.family() >= 0) {
        family[mode.machine()] = mode.family();
      }
      for (Map.Entry<Integer, Integer> use : mode.uses().entrySet()) {
        for (int slot = at.start(); slot < Math.min(ends[number], problem.slots()); slot++) {
          used[use.getKey()][slot] += worked[slot - at.start()] ? use.getValue() : 0;
        }
      }
    }

    /** On each machine its fastest mode; of these the one that ends first. */
    private Placement soonest(GridOperation operation, int ready) {
      Placement best = new Placement(0, ready);
      int bestEnd = Integer.MAX_VALUE;
      for (int number = 0; number < operation.modes().size(); number++) {
        GridMode mode = operation.modes().get(number);
        if (isFastestOfItsMachine(operation, mode)) {
          int start = start(mode, ready);
          int end = start + RunSlots.of(mode, open(mode), start).length;
          if (end < bestEnd) {
            bestEnd = end;
            best = new Placement(number, start);
          }
        }
      }
      return best;
    }

    private static boolean isFastestOfItsMachine(GridOperation operation, GridMode mode) {
      return operation.modes().stream()
          .noneMatch(
              other -> other.machine() == mode.machine() && other.duration() < mode.duration());
    }

    private int start(GridMode mode, int ready) {
      int setup = setup(mode);
      int start = Math.max(ready, free[mode.machine()] + setup);
      int last = ROOM * problem.slots();
      while (start < last && !fits(mode, setup, start)) {
        start++;
      }
      return start;
    }

    private int setup(GridMode mode) {
      int before = family[mode.machine()];
      int[][] matrix = problem.machines().get(mode.machine()).setup();
      boolean needed = mode.family() >= 0 && before >= 0 && matrix.length > 0;
      return needed ? matrix[before][mode.family()] : 0;
    }

    private boolean fits(GridMode mode, int setup, int start) {
      boolean[] open = open(mode);
      for (int slot = start - setup; slot <= start; slot++) {
        if (slot < 0 || !RunSlots.isOpen(open, slot)) {
          return false;
        }
      }
      boolean[] worked = RunSlots.of(mode, open, start);
      for (int step = 0; step < worked.length; step++) {
        int slot = start + step;
        if (worked[step] && (!RunSlots.isOpen(open, slot) || !hasCrew(mode, slot))) {
          return false;
        }
      }
      return true;
    }

    private boolean hasCrew(GridMode mode, int slot) {
      return slot >= problem.slots()
          || mode.uses().entrySet().stream()
              .allMatch(
                  use ->
                      used[use.getKey()][slot] + use.getValue()
                          <= problem.resources().get(use.getKey()).capacity()[slot]);
    }

    private boolean[] open(GridMode mode) {
      return problem.machines().get(mode.machine()).open();
    }
  }
}
