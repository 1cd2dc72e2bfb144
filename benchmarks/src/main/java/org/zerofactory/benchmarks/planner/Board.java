package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * Machines with what is placed on them, for the simple planners that ours is measured against.
 * Knows calendars and set-ups; refuses problems with anything more.
 */
final class Board {

  private final GridProblem problem;
  private final List<GridOperation> operations = new ArrayList<>();
  private final int[] jobOf;
  private final @Nullable Placement[] placements;
  private final List<List<Run>> days = new ArrayList<>();
  private final int[][] closedBefore;

  /** A run of an operation on a machine, without its set-up. */
  private record Run(int operation, int start, int end, int family) {}

  Board(GridProblem problem) {
    this.problem = problem;
    this.jobOf = new int[problem.operations()];
    this.placements = new Placement[jobOf.length];
    for (int job = 0; job < problem.jobs().size(); job++) {
      for (GridOperation operation : problem.jobs().get(job).operations()) {
        jobOf[operations.size()] = job;
        operations.add(operation);
      }
    }
    closedBefore = new int[problem.machines().size()][];
    for (int machine = 0; machine < closedBefore.length; machine++) {
      days.add(new ArrayList<>());
      closedBefore[machine] = closed(problem.machines().get(machine).open());
    }
    refuseOthers();
  }

  private static int[] closed(boolean[] open) {
    int[] before = new int[open.length + 1];
    for (int slot = 0; slot < open.length; slot++) {
      before[slot + 1] = before[slot] + (open[slot] ? 0 : 1);
    }
    return before;
  }

  private void refuseOthers() {
    boolean others =
        !problem.resources().isEmpty()
            || !problem.flowLines().isEmpty()
            || operations.stream()
                .flatMap(operation -> operation.modes().stream())
                .anyMatch(mode -> mode.pausable() || mode.family() < 0);
    if (others) {
      throw new IllegalArgumentException(
          "expected machines with families and calendars only: no resources, flow lines, pauses");
    }
  }

  GridOperation operation(int number) {
    return operations.get(number);
  }

  GridJob job(int operation) {
    return problem.jobs().get(jobOf[operation]);
  }

  /** Whether it is the last one of its job. */
  boolean ends(int operation) {
    return operation + 1 == jobOf.length || jobOf[operation + 1] != jobOf[operation];
  }

  /** Whether it is the first one of its job. */
  boolean begins(int operation) {
    return operation == 0 || jobOf[operation - 1] != jobOf[operation];
  }

  Placement placement(int operation) {
    Placement placement = placements[operation];
    if (placement == null) {
      throw new IllegalStateException("operation " + operation + " is not placed");
    }
    return placement;
  }

  int end(int operation) {
    Placement at = placement(operation);
    return at.start() + operations.get(operation).modes().get(at.mode()).duration();
  }

  List<Placement> placements() {
    List<Placement> all = new ArrayList<>();
    for (int operation = 0; operation < placements.length; operation++) {
      all.add(placement(operation));
    }
    return all;
  }

  /** Whether the machine is free and open for the run, its set-up, and the set-up after it. */
  boolean fits(GridMode mode, int start) {
    List<Run> day = days.get(mode.machine());
    GridMachine machine = problem.machines().get(mode.machine());
    int end = start + mode.duration();
    int position = position(day, start);
    int from = start - setup(machine, day, position - 1, mode.family());
    int free = position == 0 ? 0 : day.get(position - 1).end();
    if (from < free || end > problem.slots() || isClosed(mode.machine(), from, end)) {
      return false;
    }
    if (position == day.size()) {
      return true;
    }
    Run next = day.get(position);
    int begin = next.start() - machine.setup()[mode.family()][next.family()];
    return begin >= end && !isClosed(mode.machine(), begin, next.start());
  }

  /** Slots of set-up that a run would need before it. */
  int setup(GridMode mode, int start) {
    List<Run> day = days.get(mode.machine());
    GridMachine machine = problem.machines().get(mode.machine());
    return setup(machine, day, position(day, start) - 1, mode.family());
  }

  private static int setup(GridMachine machine, List<Run> day, int before, int family) {
    int from = before < 0 ? machine.initialFamily() : day.get(before).family();
    return from < 0 ? 0 : machine.setup()[from][family];
  }

  private boolean isClosed(int machine, int from, int to) {
    return closedBefore[machine][to] > closedBefore[machine][from];
  }

  /** Number of runs that begin before {@code start}. */
  private static int position(List<Run> day, int start) {
    int low = 0;
    int high = day.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (day.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void put(int operation, Placement at) {
    GridMode mode = operations.get(operation).modes().get(at.mode());
    List<Run> day = days.get(mode.machine());
    Run run = new Run(operation, at.start(), at.start() + mode.duration(), mode.family());
    day.add(position(day, at.start()), run);
    placements[operation] = at;
  }

  Placement remove(int operation) {
    Placement at = placement(operation);
    int machine = operations.get(operation).modes().get(at.mode()).machine();
    days.get(machine).removeIf(run -> run.operation() == operation);
    placements[operation] = null;
    return at;
  }

  /** Whether what follows on the machine still fits once the operation is gone. */
  boolean mayGo(int operation) {
    Placement at = placement(operation);
    int machine = operations.get(operation).modes().get(at.mode()).machine();
    List<Run> day = days.get(machine);
    int position = position(day, at.start());
    if (position + 1 >= day.size()) {
      return true;
    }
    Run next = day.get(position + 1);
    GridMachine on = problem.machines().get(machine);
    int begin = next.start() - setup(on, day, position - 1, next.family());
    int free = position == 0 ? 0 : day.get(position - 1).end();
    return begin >= free && !isClosed(machine, begin, next.start());
  }

  /** Slot after the last operation of each job. */
  static int[] jobEnds(GridProblem problem, List<Placement> placements) {
    int[] ends = new int[problem.jobs().size()];
    int number = 0;
    for (int job = 0; job < ends.length; job++) {
      for (GridOperation operation : problem.jobs().get(job).operations()) {
        Placement at = placements.get(number++);
        int end = at.start() + operation.modes().get(at.mode()).duration();
        ends[job] = Math.max(ends[job], end);
      }
    }
    return ends;
  }

  /** First operation of each job, and the number of all at the end. */
  int[] firstOperations() {
    int[] first = new int[problem.jobs().size() + 1];
    Arrays.fill(first, jobOf.length);
    for (int operation = jobOf.length - 1; operation >= 0; operation--) {
      first[jobOf[operation]] = operation;
    }
    return first;
  }
}
