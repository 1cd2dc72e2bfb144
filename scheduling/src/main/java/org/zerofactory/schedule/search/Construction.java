package org.zerofactory.schedule.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** First plans: jobs one after the other, by due date or by size, as soon as possible. */
final class Construction {

  private final PlanState plan;
  private final Layout at;
  private final Pusher pusher;
  private final LineMoves lines;
  private final Recreate gaps;

  Construction(PlanState plan, Pusher pusher, RandomGenerator random, Recreate gaps) {
    this.plan = plan;
    this.at = plan.at;
    this.pusher = pusher;
    this.lines = new LineMoves(plan, pusher, random);
    this.gaps = gaps;
  }

  /** The best of some orders and ways; false if not even the room behind the horizon suffices. */
  boolean best(Snapshot best) {
    Comparator<Integer> byDue =
        Comparator.<Integer>comparingInt(
                job -> at.firm[job] ? at.due[job] : at.due[job] + at.horizon / 8)
            .thenComparingInt(job -> at.release[job]);
    Comparator<Integer> bySize = Comparator.comparingInt(job -> -size(job));
    for (Comparator<Integer> order : List.of(byDue, bySize)) {
      for (boolean cheap : new boolean[] {false, true}) {
        if (build(order, cheap)) {
          best.improve(plan);
        }
      }
    }
    return best.hard < Double.POSITIVE_INFINITY;
  }

  private int size(int job) {
    int sum = 0;
    for (int member = at.firstOperation[job]; member < at.firstOperation[job + 1]; member++) {
      sum += at.leastDuration[member];
    }
    return sum;
  }

  private boolean build(Comparator<Integer> order, boolean cheap) {
    plan.clear();
    placeFixed();
    Integer[] jobs = new Integer[at.jobs];
    Arrays.setAll(jobs, Integer::valueOf);
    Arrays.sort(jobs, order);
    for (int job : jobs) {
      linkLines(job);
      for (int member = at.firstOperation[job]; member < at.firstOperation[job + 1]; member++) {
        if (!plan.isPlaced(member) && !place(member, cheap)) {
          return false;
        }
      }
    }
    plan.begin();
    return true;
  }

  private void placeFixed() {
    Integer[] fixed = new Integer[at.operations];
    Arrays.setAll(fixed, Integer::valueOf);
    Arrays.sort(fixed, Comparator.comparingInt(operation -> at.fixedStart[operation]));
    for (int operation : fixed) {
      if (at.isFixed(operation)) {
        int mode = at.fixedMode[operation];
        plan.lift(operation);
        plan.link(operation, mode, plan.last(at.machineOf[mode]));
        plan.put(operation, mode, at.fixedStart[operation]);
        int line = at.lineOf[operation];
        int job = at.jobOf[operation];
        if (line >= 0 && !isOn(line, job)) {
          plan.order.link(line, job, plan.order.previous(line, PlanState.NONE));
        }
      }
    }
    plan.settle();
  }

  private boolean isOn(int line, int job) {
    return plan.order.next(line, job) != PlanState.NONE
        || plan.order.previous(line, PlanState.NONE) == job;
  }

  private void linkLines(int job) {
    for (int member = at.firstOperation[job]; member < at.firstOperation[job + 1]; member++) {
      int line = at.lineOf[member];
      if (line >= 0 && !isOn(line, job)) {
        plan.order.link(line, job, plan.order.previous(line, PlanState.NONE));
      }
    }
  }

  private boolean place(int operation, boolean cheap) {
    boolean placed =
        at.lineOf[operation] >= 0
            ? append(operation)
            : cheap && gaps.insert(operation) || soonest(operation);
    plan.settle();
    return placed;
  }

  /** Behind all that is on the machine. */
  private boolean append(int operation) {
    int best = -1;
    int bestStart = StartTable.NEVER;
    int end = at.firstMode[operation] + at.modeCount[operation];
    for (int mode = at.firstMode[operation]; mode < end; mode++) {
      int last = lines.before(at.lineOf[operation], before(operation), at.machineOf[mode]);
      int start = soonest(operation, mode, last);
      if (start < StartTable.NEVER && (best < 0 || ends(mode, start) < ends(best, bestStart))) {
        best = mode;
        bestStart = start;
      }
    }
    if (best < 0) {
      return false;
    }
    int last = lines.before(at.lineOf[operation], before(operation), at.machineOf[best]);
    plan.lift(operation);
    plan.link(operation, best, last);
    plan.put(operation, best, bestStart);
    return pusher.right(operation);
  }

  private int before(int operation) {
    return plan.order.previous(at.lineOf[operation], at.jobOf[operation]);
  }

  private int ends(int mode, int start) {
    return at.starts[mode].end(start);
  }

  /** In the first gap of any of its machines. */
  private boolean soonest(int operation) {
    int best = -1;
    int bestStart = StartTable.NEVER;
    int bestEarlier = PlanState.NONE;
    int end = at.firstMode[operation] + at.modeCount[operation];
    for (int mode = at.firstMode[operation]; mode < end; mode++) {
      int earlier = PlanState.NONE;
      int later = plan.first(at.machineOf[mode]);
      while (true) {
        int start = soonest(operation, mode, earlier);
        boolean fits =
            start < StartTable.NEVER
                && (later == PlanState.NONE || ends(mode, start) <= room(later, mode));
        if (fits && (best < 0 || ends(mode, start) < ends(best, bestStart))) {
          best = mode;
          bestStart = start;
          bestEarlier = earlier;
        }
        if (fits || later == PlanState.NONE) {
          break;
        }
        earlier = later;
        later = plan.next(later);
      }
    }
    if (best < 0) {
      return false;
    }
    plan.lift(operation);
    plan.link(operation, best, bestEarlier);
    plan.put(operation, best, bestStart);
    return true;
  }

  /**
   * By when a run before {@code later} has to end, so that its set-up from the run's family fits.
   */
  private int room(int later, int mode) {
    int family = at.family[mode];
    int laterMode = plan.mode(later);
    if (family < 0 || at.family[laterMode] < 0) {
      return plan.ready(later);
    }
    return plan.start(later) - at.setup(laterMode, family);
  }

  private int soonest(int operation, int mode, int earlier) {
    int setup = at.setup(mode, plan.familyBefore(earlier, at.machineOf[mode]));
    int free = earlier == PlanState.NONE ? 0 : plan.end(earlier);
    int first = Math.max(at.release[at.jobOf[operation]], plan.predecessorsEnd(operation));
    int start = pusher.earliest(mode, Math.max(first, free + setup), setup);
    while (start < StartTable.NEVER
        && at.resourcesUsed[mode].length > 0
        && !plan.fitsResources(mode, start)) {
      start = pusher.earliest(mode, start + 1, setup);
    }
    return start;
  }
}
