package org.zerofactory.schedule.search;

import java.util.random.RandomGenerator;

/** Moves operations in time without changing any order: one, all of a job, a run of neighbours. */
final class ShiftMoves {

  private final PlanState plan;
  private final Layout at;
  private final Pusher pusher;
  private final RandomGenerator random;
  private final int reach;

  ShiftMoves(PlanState plan, Pusher pusher, RandomGenerator random) {
    this.plan = plan;
    this.at = plan.at;
    this.pusher = pusher;
    this.random = random;
    this.reach = Math.max(4, Math.min(48, at.horizon / 5));
  }

  /** Mostly short ways, now and then a long one. */
  private int way() {
    double chance = random.nextDouble();
    return 1 + (int) (chance * chance * chance * reach);
  }

  boolean operation(int operation) {
    return random.nextBoolean()
        ? later(operation, way()) && pusher.right(operation)
        : earlier(operation, way()) && pusher.left(operation);
  }

  boolean job(int job) {
    int way = way();
    int first = at.firstOperation[job];
    int end = at.firstOperation[job + 1];
    if (random.nextBoolean()) {
      for (int member = first; member < end; member++) {
        if (!later(member, way)) {
          return false;
        }
      }
      for (int member = end - 1; member >= first; member--) {
        if (!pusher.right(member)) {
          return false;
        }
      }
      return true;
    }
    for (int member = first; member < end; member++) {
      if (!earlier(member, way)) {
        return false;
      }
    }
    for (int member = first; member < end; member++) {
      if (!pusher.left(member)) {
        return false;
      }
    }
    return true;
  }

  private boolean later(int operation, int way) {
    int mode = plan.mode(operation);
    int start = pusher.earliest(mode, plan.start(operation) + way, plan.setup(operation));
    if (at.isFixed(operation)
        || start >= StartTable.NEVER
        || at.starts[mode].end(start) > pusher.limit()) {
      return false;
    }
    plan.lift(operation);
    plan.put(operation, mode, start);
    return true;
  }

  private boolean earlier(int operation, int way) {
    int mode = plan.mode(operation);
    int start = pusher.latest(mode, plan.end(operation) - way, plan.setup(operation));
    if (at.isFixed(operation)
        || start - plan.setup(operation) < 0
        || start < at.release[at.jobOf[operation]]) {
      return false;
    }
    plan.lift(operation);
    plan.put(operation, mode, start);
    return true;
  }
}
