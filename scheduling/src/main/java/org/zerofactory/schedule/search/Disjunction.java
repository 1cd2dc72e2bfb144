package org.zerofactory.schedule.search;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sequences of all machines with every operation as early as they let it: a disjunctive graph with
 * its heads (earliest starts) and tails (longest way from an operation's end to the last end).
 */
final class Disjunction {

  static final int NONE = -1;

  final Layout at;
  final int n;
  final int[] mode;
  final int[] machine;
  final int[] length;
  final int[] before;
  final int[] after;
  final int[] previous;
  final int[] next;
  final int[] first;
  final int[] head;
  final int[] tail;
  int makespan;
  private final int[] order;
  private final int[] waiting;

  Disjunction(Layout at) {
    this.at = at;
    this.n = at.operations;
    this.mode = new int[n];
    this.machine = new int[n];
    this.length = new int[n];
    this.before = new int[n];
    this.after = new int[n];
    this.previous = new int[n];
    this.next = new int[n];
    this.first = new int[at.machines];
    this.head = new int[n];
    this.tail = new int[n];
    this.order = new int[n];
    this.waiting = new int[n];
    for (int operation = 0; operation < n; operation++) {
      before[operation] = at.before[operation].length == 0 ? NONE : at.before[operation][0];
      after[operation] = at.after[operation].length == 0 ? NONE : at.after[operation][0];
    }
  }

  /** Whether time is all that matters and jobs are chains on machines that are always open. */
  static boolean fits(Layout at, SlotCost price) {
    boolean plain =
        price.isFree()
            && at.problem.makespanCost() > 0
            && at.problem.flowLines().isEmpty()
            && Double.isInfinite(at.problem.energy().importLimitKw());
    for (int job = 0; plain && job < at.jobs; job++) {
      plain = at.tardinessCost[job] == 0 && !(at.firm[job] && at.due[job] < at.horizon);
    }
    for (int operation = 0; plain && operation < at.operations; operation++) {
      plain =
          at.before[operation].length <= 1
              && at.after[operation].length <= 1
              && !at.waits[operation]
              && at.moveCost[operation] == 0
              && !at.isFixed(operation);
    }
    for (int mode = 0; plain && mode < at.machineOf.length; mode++) {
      int machine = at.machineOf[mode];
      plain =
          at.resourcesUsed[mode].length == 0
              && at.modeCost[mode] == 0
              && at.machine[machine].setup().length == 0
              && at.open(machine, 0, at.horizon);
    }
    return plain;
  }

  /** Takes modes and sequences over from a plan. */
  void take(int[] modes, int[] starts) {
    Integer[] byStart = new Integer[n];
    Arrays.setAll(byStart, Integer::valueOf);
    Arrays.sort(byStart, Comparator.comparingInt(operation -> starts[operation]));
    Arrays.fill(first, NONE);
    int[] last = new int[at.machines];
    Arrays.fill(last, NONE);
    for (int operation : byStart) {
      set(operation, modes[operation]);
      link(operation, last[machine[operation]]);
      last[machine[operation]] = operation;
    }
    compute();
  }

  void set(int operation, int ofMode) {
    mode[operation] = ofMode;
    machine[operation] = at.machineOf[ofMode];
    length[operation] = at.duration[ofMode];
  }

  void unlink(int operation) {
    int earlier = previous[operation];
    int later = next[operation];
    if (earlier == NONE) {
      first[machine[operation]] = later;
    } else {
      next[earlier] = later;
    }
    if (later != NONE) {
      previous[later] = earlier;
    }
  }

  /** Links an unlinked operation behind another one of its machine. */
  void link(int operation, int earlier) {
    int later = earlier == NONE ? first[machine[operation]] : next[earlier];
    previous[operation] = earlier;
    next[operation] = later;
    if (earlier == NONE) {
      first[machine[operation]] = operation;
    } else {
      next[earlier] = operation;
    }
    if (later != NONE) {
      previous[later] = operation;
    }
  }

  /**
   * Heads, tails and makespan of the sequences.
   *
   * @throws IllegalStateException if the sequences contradict each other
   */
  void compute() {
    sort();
    makespan = 0;
    for (int index = 0; index < n; index++) {
      int operation = order[index];
      head[operation] =
          Math.max(
              at.release[at.jobOf[operation]],
              Math.max(endOf(before[operation]), endOf(previous[operation])));
      makespan = Math.max(makespan, head[operation] + length[operation]);
    }
    for (int index = n - 1; index >= 0; index--) {
      int operation = order[index];
      tail[operation] = Math.max(wayFrom(after[operation]), wayFrom(next[operation]));
    }
  }

  private void sort() {
    int count = 0;
    for (int operation = 0; operation < n; operation++) {
      waiting[operation] =
          (before[operation] == NONE ? 0 : 1) + (previous[operation] == NONE ? 0 : 1);
      if (waiting[operation] == 0) {
        order[count++] = operation;
      }
    }
    for (int index = 0; index < count; index++) {
      int operation = order[index];
      count = release(after[operation], count);
      count = release(next[operation], count);
    }
    if (count < n) {
      throw new IllegalStateException("sequences of the machines contradict each other");
    }
  }

  private int release(int operation, int count) {
    if (operation != NONE && --waiting[operation] == 0) {
      order[count] = operation;
      return count + 1;
    }
    return count;
  }

  int endOf(int operation) {
    return operation == NONE ? 0 : head[operation] + length[operation];
  }

  int wayFrom(int operation) {
    return operation == NONE ? 0 : length[operation] + tail[operation];
  }

  boolean isCritical(int operation) {
    return head[operation] + length[operation] + tail[operation] == makespan;
  }
}
