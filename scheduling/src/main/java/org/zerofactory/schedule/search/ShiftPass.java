package org.zerofactory.schedule.search;

import java.util.Arrays;

/**
 * Times the fixed sequence of one machine after the other at least cost, given what all others
 * draw: exact for the machine where its draw between operations does not matter, by dynamic
 * programming over sequence and slot. A pass that does not improve the whole plan is taken back.
 */
final class ShiftPass {

  private final PlanState plan;
  private final Layout at;
  private final Pusher pusher;
  private final PlaceCost places;

  ShiftPass(PlanState plan, Pusher pusher, PlaceCost places) {
    this.plan = plan;
    this.at = plan.at;
    this.pusher = pusher;
    this.places = places;
  }

  /** Goes over all machines until none improves the plan or the rounds are used up. */
  void run(int rounds) {
    boolean improved = true;
    for (int round = 0; round < rounds && improved; round++) {
      improved = false;
      for (int machine = 0; machine < at.machines; machine++) {
        improved |= machine(machine);
      }
    }
  }

  /** Whether the machine's operations found better times. */
  boolean machine(int machine) {
    int[] sequence = sequence(machine);
    if (sequence.length == 0) {
      return false;
    }
    double hard = plan.hard();
    double cost = plan.cost();
    plan.begin();
    for (int operation : sequence) {
      plan.lift(operation);
    }
    int[] starts = times(sequence, machine);
    if (starts.length == 0) {
      plan.rollback();
      return false;
    }
    for (int index = 0; index < sequence.length; index++) {
      plan.put(sequence[index], plan.mode(sequence[index]), starts[index]);
    }
    plan.settle();
    boolean better =
        plan.hard() < hard - 1e-9
            || plan.hard() < hard + 1e-9 && plan.cost() < cost - 1e-9 * Math.abs(cost);
    if (!better) {
      plan.rollback();
    }
    return better;
  }

  private int[] sequence(int machine) {
    int[] found = new int[at.operations];
    int count = 0;
    for (int operation = plan.first(machine); operation != PlanState.NONE; ) {
      found[count++] = operation;
      operation = plan.next(operation);
    }
    return Arrays.copyOf(found, count);
  }

  /** Cheapest starts in the order of the sequence, none if there are no possible ones. */
  private int[] times(int[] sequence, int machine) {
    int limit = pusher.limit();
    double[] before = new double[limit + 1];
    int[][] chosen = new int[sequence.length][limit + 1];
    for (int index = 0; index < sequence.length; index++) {
      before = step(sequence[index], machine, before, chosen[index], limit);
    }
    if (before[limit] == Double.POSITIVE_INFINITY) {
      return new int[0];
    }
    int[] starts = new int[sequence.length];
    int end = limit;
    for (int index = sequence.length - 1; index >= 0; index--) {
      starts[index] = chosen[index][end];
      int operation = sequence[index];
      end = starts[index] - plan.neededSetup(operation, plan.mode(operation));
    }
    return starts;
  }

  /**
   * @param before least cost of the operations so far if they have ended by each slot
   * @param chosen start of this one that achieves the answer
   * @return the same with this operation
   */
  private double[] step(int operation, int machine, double[] before, int[] chosen, int limit) {
    int mode = plan.mode(operation);
    int setup = plan.neededSetup(operation, mode);
    StartTable starts = at.starts[mode];
    double[] now = new double[limit + 1];
    Arrays.fill(now, Double.POSITIVE_INFINITY);
    int from = Math.max(at.release[at.jobOf[operation]], setup);
    int until = limit;
    for (int predecessor : at.before[operation]) {
      from = Math.max(from, plan.machine(predecessor) == machine ? from : plan.end(predecessor));
    }
    for (int successor : at.after[operation]) {
      until = Math.min(until, plan.machine(successor) == machine ? until : plan.start(successor));
    }
    if (at.isFixed(operation)) {
      from = at.fixedStart[operation];
      until = starts.end(from);
    }
    int start = pusher.earliest(mode, from, setup);
    while (start < StartTable.NEVER && starts.end(start) <= until) {
      int end = starts.end(start);
      double earlier = before[start - setup];
      if (earlier < Double.POSITIVE_INFINITY) {
        double cost = earlier + places.of(operation, mode, start, setup, Double.POSITIVE_INFINITY);
        if (cost < now[end]) {
          now[end] = cost;
          chosen[end] = start;
        }
      }
      start = at.isFixed(operation) ? StartTable.NEVER : pusher.earliest(mode, start + 1, setup);
    }
    for (int slot = 1; slot <= limit; slot++) {
      if (now[slot - 1] <= now[slot]) {
        now[slot] = now[slot - 1];
        chosen[slot] = chosen[slot - 1];
      }
    }
    return now;
  }
}
