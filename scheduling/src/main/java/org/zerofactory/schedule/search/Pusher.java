package org.zerofactory.schedule.search;

import java.util.Arrays;

/**
 * Makes room around operations that were put somewhere: what follows on the machine or in the job
 * gives way to the right, what precedes to the left, by as little as the calendars allow.
 */
final class Pusher {

  private final PlanState plan;
  private final Layout at;
  private int[] waiting = new int[64];
  private int count;

  Pusher(PlanState plan) {
    this.plan = plan;
    this.at = plan.at;
  }

  /** Slot by which everything has to end: the horizon, unless the plan is beyond it already. */
  int limit() {
    return plan.overflow() > 0 ? at.slots : at.horizon;
  }

  /** First start at or after the slot with an open set-up before it. */
  int earliest(int mode, int from, int setup) {
    int start = at.starts[mode].next(Math.max(from, setup));
    while (setup > 0
        && start < StartTable.NEVER
        && !at.open(at.machineOf[mode], start - setup, start)) {
      start = at.starts[mode].next(start + 1);
    }
    return start;
  }

  /** Last start whose run ends at or before the slot, with an open set-up before it; -1 if none. */
  int latest(int mode, int until, int setup) {
    int start = at.starts[mode].last(until);
    while (setup > 0 && start >= 0 && !at.open(at.machineOf[mode], start - setup, start)) {
      start = start - setup < 0 ? -1 : at.starts[mode].last(at.starts[mode].end(start) - 1);
    }
    return start;
  }

  /** Moves what follows an operation so that nothing overlaps; false if there is no room. */
  boolean right(int operation) {
    count = 0;
    add(operation);
    int limit = limit();
    while (count > 0) {
      int moved = waiting[--count];
      int end = plan.end(moved);
      int next = plan.next(moved);
      if (next != PlanState.NONE) {
        int setup = plan.neededSetup(next, plan.mode(next));
        if (!atLeast(next, end + setup, setup, limit)) {
          return false;
        }
      }
      for (int successor : at.after[moved]) {
        if (plan.isPlaced(successor) && plan.start(successor) < end) {
          int setup = plan.neededSetup(successor, plan.mode(successor));
          if (!atLeast(successor, end, setup, limit)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean atLeast(int operation, int from, int setup, int limit) {
    int mode = plan.mode(operation);
    int start = plan.start(operation);
    if (start >= from && (setup == 0 || at.open(at.machineOf[mode], start - setup, start))) {
      return true;
    }
    int moved = earliest(mode, Math.max(start, from), setup);
    if (at.isFixed(operation) || moved >= StartTable.NEVER || at.starts[mode].end(moved) > limit) {
      return false;
    }
    plan.lift(operation);
    plan.put(operation, mode, moved);
    add(operation);
    return true;
  }

  /** Moves what precedes an operation so that nothing overlaps; false if there is no room. */
  boolean left(int operation) {
    count = 0;
    add(operation);
    while (count > 0) {
      int moved = waiting[--count];
      int start = plan.start(moved);
      int previous = plan.previous(moved);
      int ready = start - plan.neededSetup(moved, plan.mode(moved));
      if (previous != PlanState.NONE && plan.end(previous) > ready && !atMost(previous, ready)) {
        return false;
      }
      if (ready < 0) {
        return false;
      }
      for (int predecessor : at.before[moved]) {
        if (plan.isPlaced(predecessor)
            && plan.end(predecessor) > start
            && !atMost(predecessor, start)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean atMost(int operation, int until) {
    int mode = plan.mode(operation);
    int moved = latest(mode, until, plan.neededSetup(operation, mode));
    if (at.isFixed(operation) || moved < at.release[at.jobOf[operation]]) {
      return false;
    }
    plan.lift(operation);
    plan.put(operation, mode, moved);
    add(operation);
    return true;
  }

  private void add(int operation) {
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * count);
    }
    waiting[count++] = operation;
  }
}
