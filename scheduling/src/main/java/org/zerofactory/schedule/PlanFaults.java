package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** The hard rules that a plan breaks, computed from nothing: their definition. */
public final class PlanFaults {

  private static final double TOLERANCE_KW = 1e-6;

  private final GridProblem problem;
  private final GridPlan plan;
  private final List<PlacedRun> runs;
  private final int[] firstOfJob;
  private final List<GridFault> faults = new ArrayList<>();

  private PlanFaults(GridProblem problem, GridPlan plan) {
    this.problem = problem;
    this.plan = plan;
    this.runs = PlacedRun.of(problem, plan);
    this.firstOfJob = new int[problem.jobs().size()];
    int first = 0;
    for (int job = 0; job < firstOfJob.length; job++) {
      firstOfJob[job] = first;
      first += problem.jobs().get(job).operations().size();
    }
  }

  /**
   * @return in the order of the rules in {@link GridProblem}; empty if the plan is feasible
   * @throws IllegalArgumentException if the plan's size does not fit the problem
   */
  public static List<GridFault> of(GridProblem problem, GridPlan plan) {
    var check = new PlanFaults(problem, plan);
    check.runs.forEach(check::order);
    check.runs.forEach(check::horizon);
    check.machines();
    check.resources();
    FlowLineFaults.of(problem, check.runs).forEach(check.faults::add);
    check.runs.forEach(check::waits);
    check.runs.forEach(check::fixed);
    check.due();
    check.importLimit();
    DispatchFaults.of(problem, plan).forEach(check.faults::add);
    return List.copyOf(check.faults);
  }

  private void order(PlacedRun run) {
    int release = problem.jobs().get(run.job()).releaseSlot();
    if (run.start() < release) {
      add("release", run, release - run.start(), "begins before its release");
    }
    for (int before : run.operation().predecessors()) {
      PlacedRun earlier = runs.get(firstOfJob[run.job()] + before);
      if (run.start() < earlier.end()) {
        String text = "begins before " + earlier.name(problem) + " has ended";
        add("precedence", run, earlier.end() - run.start(), text);
      }
    }
  }

  private void horizon(PlacedRun run) {
    if (run.start() < 0 || run.end() > problem.slots()) {
      int excess = Math.max(-run.start(), run.end() - problem.slots());
      add("horizon", run, excess, "is not inside the horizon");
    }
  }

  private void machines() {
    for (int number = 0; number < problem.machines().size(); number++) {
      GridMachine machine = problem.machines().get(number);
      MachineDay day = MachineDay.of(machine, number, runs);
      int free = 0;
      for (int i = 0; i < day.runs().size(); i++) {
        PlacedRun run = day.runs().get(i);
        int from = day.occupiedFrom(i);
        if (from < free) {
          add("machine", run, free - from, "needs " + machine.id() + " while it is occupied");
        }
        free = Math.max(free, run.end());
        int closed = closedSlots(machine.open(), run, from);
        if (closed > 0) {
          add("closed", run, closed, "works on " + machine.id() + " while it is closed");
        }
      }
    }
  }

  private static int closedSlots(boolean[] open, PlacedRun run, int from) {
    int closed = 0;
    for (int slot = from; slot < run.end(); slot++) {
      boolean works = slot < run.start() || run.worked()[slot - run.start()];
      closed += works && !RunSlots.isOpen(open, slot) ? 1 : 0;
    }
    return closed + (RunSlots.isOpen(open, run.start()) || !run.mode().pausable() ? 0 : 1);
  }

  private void resources() {
    for (int number = 0; number < problem.resources().size(); number++) {
      int resource = number;
      int[] used = new int[problem.slots()];
      for (PlacedRun run : runs) {
        int units = run.mode().uses().getOrDefault(resource, 0);
        for (int slot = Math.max(0, run.start()); slot < Math.min(used.length, run.end()); slot++) {
          used[slot] += run.worked()[slot - run.start()] ? units : 0;
        }
        if (run.operation().waitsIn() == resource && !run.operation().predecessors().isEmpty()) {
          for (int slot = Math.max(0, readyAt(run));
              slot < Math.min(used.length, run.start());
              slot++) {
            used[slot]++;
          }
        }
      }
      int[] capacity = problem.resources().get(number).capacity();
      for (int slot = 0; slot < used.length; slot++) {
        if (used[slot] > capacity[slot]) {
          String text =
              "resource %s, slot %d: %d used, %d there"
                  .formatted(
                      problem.resources().get(number).id(), slot, used[slot], capacity[slot]);
          faults.add(new GridFault("resource", -1, used[slot] - capacity[slot], text));
        }
      }
    }
  }

  private int readyAt(PlacedRun run) {
    return run.operation().predecessors().stream()
        .mapToInt(before -> runs.get(firstOfJob[run.job()] + before).end())
        .max()
        .orElse(run.start());
  }

  private void waits(PlacedRun run) {
    long wait = (long) run.start() - readyAt(run);
    if (wait > run.operation().maximumWaitSlots()) {
      add("wait", run, wait - run.operation().maximumWaitSlots(), "waits too long");
    }
  }

  private void fixed(PlacedRun run) {
    var fixed = run.operation().fixed();
    if (fixed != null && (fixed.mode() != run.modeNumber() || fixed.start() != run.start())) {
      add("fixed", run, Math.abs(fixed.start() - run.start()), "is not where it is fixed");
    }
  }

  private void due() {
    for (int job = 0; job < firstOfJob.length; job++) {
      GridJob order = problem.jobs().get(job);
      int end = 0;
      for (int i = 0; i < order.operations().size(); i++) {
        end = Math.max(end, runs.get(firstOfJob[job] + i).end());
      }
      if (order.firm() && end > order.dueSlot()) {
        String text =
            "job %s ends at slot %d, firmly due at %d".formatted(order.id(), end, order.dueSlot());
        int last = firstOfJob[job] + order.operations().size() - 1;
        faults.add(new GridFault("due", last, end - order.dueSlot(), text));
      }
    }
  }

  private void importLimit() {
    double limit = problem.energy().importLimitKw();
    double[] power = PlanPower.of(problem, plan, runs);
    double[] base = problem.energy().scenarios().get(0).baseKw();
    for (int slot = 0; slot < power.length; slot++) {
      double excess = base[slot] + power[slot] - limit;
      if (excess > TOLERANCE_KW) {
        String text = "slot %d takes %.3f kW more than the connection carries";
        faults.add(new GridFault("import-limit", -1, excess, text.formatted(slot, excess)));
      }
    }
  }

  private void add(String rule, PlacedRun run, double excess, String text) {
    faults.add(new GridFault(rule, run.number(), excess, run.name(problem) + " " + text));
  }
}
