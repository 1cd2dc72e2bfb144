package org.zerofactory.schedule.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A whole plan: each operation's mode and start, and what it is worth. */
final class Snapshot {

  private static final double SAME = 1e-9;

  final int[] modes;
  final int[] starts;
  double hard;
  double cost;

  Snapshot(int operations) {
    this.modes = new int[operations];
    this.starts = new int[operations];
    this.hard = Double.POSITIVE_INFINITY;
    this.cost = Double.POSITIVE_INFINITY;
  }

  /** Takes the plan over if it is better; whether it was. */
  boolean improve(PlanState plan) {
    double newHard = plan.hard();
    double newCost = plan.cost();
    boolean better =
        newHard < hard - SAME
            || newHard < hard + SAME && newCost < cost - SAME * Math.max(1, Math.abs(cost));
    if (better) {
      take(plan, newHard, newCost);
    }
    return better;
  }

  private void take(PlanState plan, double newHard, double newCost) {
    hard = newHard;
    cost = newCost;
    for (int operation = 0; operation < modes.length; operation++) {
      modes[operation] = plan.mode(operation);
      starts[operation] = plan.start(operation);
    }
  }

  /**
   * Makes the plan what was taken.
   *
   * @return false if jobs overtake each other on a flow line; the plan is empty then
   */
  boolean restore(PlanState plan) {
    Layout at = plan.at;
    plan.clear();
    Integer[] byStart = new Integer[modes.length];
    Arrays.setAll(byStart, Integer::valueOf);
    Arrays.sort(byStart, Comparator.comparingInt(operation -> starts[operation]));
    for (int operation : byStart) {
      int machine = at.machineOf[modes[operation]];
      plan.lift(operation);
      plan.link(operation, modes[operation], plan.last(machine));
      plan.put(operation, modes[operation], starts[operation]);
    }
    for (int line = 0; line < at.problem.flowLines().size(); line++) {
      if (!orderLine(plan, line, byStart)) {
        plan.clear();
        return false;
      }
    }
    plan.settle();
    plan.profile.recount();
    plan.begin();
    return true;
  }

  /** The order of the jobs that agrees with the order on each machine of the line. */
  private static boolean orderLine(PlanState plan, int line, Integer[] byStart) {
    Layout at = plan.at;
    int[] waiting = new int[at.jobs];
    boolean[] isOn = new boolean[at.jobs];
    List<Integer> members = new ArrayList<>();
    for (int operation : byStart) {
      if (at.lineOf[operation] == line) {
        members.add(operation);
        isOn[at.jobOf[operation]] = true;
        waiting[at.jobOf[operation]] += plan.previous(operation) == PlanState.NONE ? 0 : 1;
      }
    }
    List<Integer> ready = new ArrayList<>();
    members.stream()
        .map(operation -> at.jobOf[operation])
        .distinct()
        .filter(job -> waiting[job] == 0)
        .forEach(ready::add);
    int last = PlanState.NONE;
    int done = 0;
    while (done < ready.size()) {
      int job = ready.get(done++);
      plan.order.link(line, job, last);
      last = job;
      for (int member = at.firstOperation[job]; member < at.firstOperation[job + 1]; member++) {
        int next = at.lineOf[member] == line ? plan.next(member) : PlanState.NONE;
        if (next != PlanState.NONE && --waiting[at.jobOf[next]] == 0) {
          ready.add(at.jobOf[next]);
        }
      }
    }
    int all = 0;
    for (boolean on : isOn) {
      all += on ? 1 : 0;
    }
    return done == all;
  }
}
