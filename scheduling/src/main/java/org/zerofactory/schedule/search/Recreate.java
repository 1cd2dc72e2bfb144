package org.zerofactory.schedule.search;

import java.util.random.RandomGenerator;

/**
 * Takes related operations out and puts each back where it costs least in the gaps that are there:
 * where the sun is. Operations on flow lines stay.
 */
final class Recreate {

  private static final int MOST = 10;
  private static final double BLINK = 0.03;

  private final PlanState plan;
  private final Layout at;
  private final Pusher pusher;
  private final RandomGenerator random;
  private final PlaceCost places;
  private final int[] out = new int[MOST];
  private int count;
  private int bestMode;
  private int bestStart;
  private int bestEarlier;
  private double bestCost;

  Recreate(PlanState plan, Pusher pusher, RandomGenerator random, PlaceCost places) {
    this.plan = plan;
    this.at = plan.at;
    this.pusher = pusher;
    this.random = random;
    this.places = places;
  }

  /** Ruins around an operation and recreates; false if one found no gap. */
  boolean around(int operation) {
    choose(operation);
    if (count == 0) {
      return false;
    }
    for (int index = 0; index < count; index++) {
      plan.lift(out[index]);
      plan.unlink(out[index]);
      plan.remove(out[index]);
    }
    plan.settle();
    shuffle();
    for (int index = 0; index < count; index++) {
      if (!insert(out[index])) {
        return false;
      }
      plan.settle();
    }
    return true;
  }

  private void choose(int seed) {
    count = 0;
    int wanted = 1 + random.nextInt(Math.min(MOST, Math.max(2, at.operations / 3)));
    double kind = random.nextDouble();
    if (kind < 0.4) {
      int job = at.jobOf[seed];
      for (int member = at.firstOperation[job]; member < at.firstOperation[job + 1]; member++) {
        add(member, wanted);
      }
      return;
    }
    add(seed, wanted);
    if (kind < 0.7) {
      neighbours(seed, wanted);
    } else {
      overlapping(seed, wanted);
    }
  }

  private void neighbours(int seed, int wanted) {
    int earlier = plan.previous(seed);
    int later = plan.next(seed);
    while (count < wanted && (earlier != PlanState.NONE || later != PlanState.NONE)) {
      if (earlier != PlanState.NONE) {
        add(earlier, wanted);
        earlier = plan.previous(earlier);
      }
      if (later != PlanState.NONE) {
        add(later, wanted);
        later = plan.next(later);
      }
    }
  }

  private void overlapping(int seed, int wanted) {
    int middle = (plan.start(seed) + plan.end(seed)) / 2;
    for (int attempt = 0; attempt < 4 * wanted && count < wanted; attempt++) {
      int other = random.nextInt(at.operations);
      int distance = Math.abs((plan.start(other) + plan.end(other)) / 2 - middle);
      if (distance < 12 + at.horizon / 20) {
        add(other, wanted);
      }
    }
  }

  private void add(int operation, int wanted) {
    if (count >= wanted || at.isFixed(operation) || at.lineOf[operation] >= 0) {
      return;
    }
    for (int index = 0; index < count; index++) {
      if (out[index] == operation) {
        return;
      }
    }
    out[count++] = operation;
  }

  /** Any order, but each behind its predecessors: those have smaller numbers in the same job. */
  private void shuffle() {
    for (int index = count - 1; index > 0; index--) {
      int other = random.nextInt(index + 1);
      int kept = out[index];
      out[index] = out[other];
      out[other] = kept;
    }
    for (int index = 1; index < count; index++) {
      for (int earlier = 0; earlier < index; earlier++) {
        if (at.jobOf[out[earlier]] == at.jobOf[out[index]] && out[earlier] > out[index]) {
          int kept = out[index];
          out[index] = out[earlier];
          out[earlier] = kept;
        }
      }
    }
  }

  /** Puts an unplaced operation where it costs least; false if it fits nowhere. */
  boolean insert(int operation) {
    int from = Math.max(at.release[at.jobOf[operation]], plan.predecessorsEnd(operation));
    int until = latestEnd(operation);
    bestCost = Double.POSITIVE_INFINITY;
    int end = at.firstMode[operation] + at.modeCount[operation];
    for (int mode = at.firstMode[operation]; mode < end; mode++) {
      gaps(operation, mode, from, until);
    }
    if (bestCost == Double.POSITIVE_INFINITY) {
      return false;
    }
    plan.lift(operation);
    plan.link(operation, bestMode, bestEarlier);
    plan.put(operation, bestMode, bestStart);
    return true;
  }

  /** By when it must have ended so that its successors still fit. */
  private int latestEnd(int operation) {
    int until = pusher.limit();
    for (int successor : at.after[operation]) {
      int begin =
          plan.isPlaced(successor)
              ? plan.start(successor)
              : latestEnd(successor) - at.leastDuration[successor];
      until = Math.min(until, begin);
    }
    return until;
  }

  private void gaps(int operation, int mode, int from, int until) {
    int machine = at.machineOf[mode];
    int later = plan.first(machine);
    int earlier = PlanState.NONE;
    while (later != PlanState.NONE && plan.end(later) <= from) {
      earlier = later;
      later = plan.next(later);
    }
    while (true) {
      int begin = earlier == PlanState.NONE ? from : Math.max(from, plan.end(earlier));
      int end = later == PlanState.NONE ? until : Math.min(until, plan.start(later));
      if (begin >= until) {
        return;
      }
      if (end - begin >= at.duration[mode]) {
        scan(operation, mode, earlier, later, begin, end, from);
      }
      if (later == PlanState.NONE) {
        return;
      }
      earlier = later;
      later = plan.next(later);
    }
  }

  private void scan(int operation, int mode, int earlier, int later, int begin, int end, int from) {
    int machine = at.machineOf[mode];
    int setup = at.setup(mode, plan.familyBefore(earlier, machine));
    int until = end;
    if (later != PlanState.NONE && end == plan.start(later)) {
      int family = at.family[mode];
      int next = plan.mode(later);
      until -= at.setup(next, family >= 0 ? family : plan.familyBefore(earlier, machine));
    }
    int first = earlier == PlanState.NONE ? begin : Math.max(from, plan.end(earlier) + setup);
    int start = pusher.earliest(mode, first, setup);
    StartTable starts = at.starts[mode];
    while (start < StartTable.NEVER && starts.end(start) <= until) {
      if (random.nextDouble() >= BLINK) {
        look(operation, mode, start, setup, earlier);
      }
      start = pusher.earliest(mode, start + 1, setup);
    }
  }

  private void look(int operation, int mode, int start, int setup, int earlier) {
    double enough = bestCost - at.modeCost[mode];
    double cost = at.modeCost[mode] + places.of(operation, mode, start, setup, enough);
    if (cost < bestCost
        && (at.resourcesUsed[mode].length == 0 || plan.fitsResources(mode, start))) {
      bestCost = cost;
      bestMode = mode;
      bestStart = start;
      bestEarlier = earlier;
    }
  }
}
