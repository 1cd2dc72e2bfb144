package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * Names, before any search, the jobs that cannot fit between their release and the end of the
 * horizon or their firm due slot, even with all machines to themselves and no set-up.
 */
public final class Unplaceable {

  private Unplaceable() {}

  /**
   * @return one fault {@code horizon} or {@code due} per such job, with the slots that it lacks at
   *     least; empty does not promise that a feasible plan exists
   */
  public static List<GridFault> of(GridProblem problem) {
    List<GridFault> faults = new ArrayList<>();
    int first = 0;
    for (GridJob job : problem.jobs()) {
      int end = soonestEnd(problem, job);
      int last = first + job.operations().size() - 1;
      int limit = job.firm() ? Math.min(job.dueSlot(), problem.slots()) : problem.slots();
      if (end > limit) {
        String rule = limit < problem.slots() ? "due" : "horizon";
        String text = "job %s cannot end before slot %d, but has to by %d: %d slots are missing";
        String named = text.formatted(job.id(), end, limit, end - limit);
        faults.add(new GridFault(rule, last, end - limit, named));
      }
      first += job.operations().size();
    }
    return List.copyOf(faults);
  }

  /** Slots behind the horizon count as open, so that what is missing can be told. */
  private static int soonestEnd(GridProblem problem, GridJob job) {
    int[] ends = new int[job.operations().size()];
    int last = 0;
    for (int number = 0; number < ends.length; number++) {
      GridOperation operation = job.operations().get(number);
      int ready = job.releaseSlot();
      for (int before : operation.predecessors()) {
        ready = Math.max(ready, ends[before]);
      }
      int soonest = Integer.MAX_VALUE;
      for (GridMode mode : operation.modes()) {
        boolean[] open = problem.machines().get(mode.machine()).open();
        soonest = Math.min(soonest, soonestEnd(mode, open, ready));
      }
      GridOperation.Placement fixed = operation.fixed();
      if (fixed != null) {
        GridMode mode = operation.modes().get(fixed.mode());
        boolean[] open = problem.machines().get(mode.machine()).open();
        soonest = fixed.start() + RunSlots.of(mode, open, fixed.start()).length;
      }
      ends[number] = soonest;
      last = Math.max(last, soonest);
    }
    return last;
  }

  private static int soonestEnd(GridMode mode, boolean[] open, int from) {
    int start = from;
    while (!fits(mode, open, start)) {
      start++;
    }
    return start + RunSlots.of(mode, open, start).length;
  }

  private static boolean fits(GridMode mode, boolean[] open, int start) {
    int slots = mode.pausable() ? 1 : mode.duration();
    for (int slot = start; slot < start + slots; slot++) {
      if (!RunSlots.isOpen(open, slot)) {
        return false;
      }
    }
    return true;
  }
}
