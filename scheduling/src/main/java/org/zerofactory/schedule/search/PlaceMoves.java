package org.zerofactory.schedule.search;

import java.util.random.RandomGenerator;

/** Moves one operation to another time, place in the sequence, machine or speed. */
final class PlaceMoves {

  private static final int SAMPLES = 6;

  private final PlanState plan;
  private final Layout at;
  private final Pusher pusher;
  private final RandomGenerator random;

  PlaceMoves(PlanState plan, Pusher pusher, RandomGenerator random) {
    this.plan = plan;
    this.at = plan.at;
    this.pusher = pusher;
    this.random = random;
  }

  /**
   * To a random mode and the cheapest of some random slots of its window, pushing what is there.
   */
  boolean replace(int operation) {
    if (at.isFixed(operation)) {
      return false;
    }
    int mode = at.firstMode[operation] + random.nextInt(at.modeCount[operation]);
    int target = target(operation, mode);
    if (target < 0) {
      return false;
    }
    plan.lift(operation);
    plan.unlink(operation);
    plan.link(operation, mode, position(mode, target));
    return put(operation, mode, target);
  }

  /** Same place in the sequence and the same begin, another speed on the same machine. */
  boolean speed(int operation) {
    int old = plan.mode(operation);
    int mode = at.firstMode[operation] + random.nextInt(at.modeCount[operation]);
    if (at.isFixed(operation) || mode == old || at.machineOf[mode] != at.machineOf[old]) {
      return false;
    }
    plan.lift(operation);
    int earlier = plan.previous(operation);
    int start = plan.start(operation);
    plan.unlink(operation);
    plan.link(operation, mode, earlier);
    return put(operation, mode, start);
  }

  /** Exchanges an operation with the next one on its machine. */
  boolean swap(int operation) {
    int next = plan.next(operation);
    if (next == PlanState.NONE || at.isFixed(operation) || at.isFixed(next)) {
      return false;
    }
    plan.lift(operation);
    plan.lift(next);
    int start = plan.ready(operation);
    int mode = plan.mode(operation);
    plan.unlink(operation);
    plan.link(operation, mode, next);
    int nextMode = plan.mode(next);
    int nextSetup = plan.neededSetup(next, nextMode);
    int nextStart = pusher.earliest(nextMode, start + nextSetup, nextSetup);
    if (nextStart >= StartTable.NEVER) {
      return false;
    }
    plan.put(next, nextMode, nextStart);
    int setup = plan.neededSetup(operation, mode);
    int moved = pusher.earliest(mode, plan.end(next) + setup, setup);
    if (moved >= StartTable.NEVER || at.starts[mode].end(moved) > pusher.limit()) {
      return false;
    }
    plan.put(operation, mode, moved);
    return nextStart >= at.release[at.jobOf[next]]
        && pusher.left(next)
        && pusher.left(operation)
        && pusher.right(next)
        && pusher.right(operation);
  }

  private boolean put(int operation, int mode, int target) {
    int setup = plan.neededSetup(operation, mode);
    int start = pusher.earliest(mode, target, setup);
    if (start >= StartTable.NEVER
        || at.starts[mode].end(start) > pusher.limit()
        || start < at.release[at.jobOf[operation]]) {
      return false;
    }
    plan.put(operation, mode, start);
    return pusher.left(operation) && pusher.right(operation);
  }

  private int target(int operation, int mode) {
    int from = Math.max(at.release[at.jobOf[operation]], plan.predecessorsEnd(operation));
    int until = at.horizon;
    for (int successor : at.after[operation]) {
      until = Math.min(until, plan.start(successor));
    }
    until -= at.duration[mode];
    if (until < from) {
      from = Math.max(at.release[at.jobOf[operation]], from - at.duration[mode]);
      until = Math.max(from, Math.min(until, at.horizon - at.duration[mode]));
    }
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int sample = 0; sample < SAMPLES; sample++) {
      int slot = at.starts[mode].next(from + random.nextInt(until - from + 1));
      if (slot < StartTable.NEVER) {
        double cost = cost(mode, slot);
        if (cost < least) {
          least = cost;
          best = slot;
        }
      }
    }
    return best;
  }

  private double cost(int mode, int start) {
    double[] kilowatts = at.kilowatts[mode];
    double sum = 0;
    for (int step = 0; step < kilowatts.length && start + step < at.slots; step++) {
      sum += plan.profile.marginal(start + step, kilowatts[step]);
    }
    return sum;
  }

  /** The operation of the mode's machine behind which one that begins at the slot belongs. */
  private int position(int mode, int target) {
    int earlier = plan.last(at.machineOf[mode]);
    int middle = target + at.duration[mode] / 2;
    while (earlier != PlanState.NONE
        && (plan.start(earlier) + plan.end(earlier)) / 2 > middle
        && !at.isFixed(earlier)) {
      earlier = plan.previous(earlier);
    }
    return earlier;
  }
}
