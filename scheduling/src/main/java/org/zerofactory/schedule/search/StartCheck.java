package org.zerofactory.schedule.search;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Whether a plan from outside can be taken as a start: nothing on a machine or in a job overlaps.
 */
final class StartCheck {

  private StartCheck() {}

  static boolean overlaps(Layout at, Snapshot given) {
    Integer[] byStart = new Integer[at.operations];
    Arrays.setAll(byStart, Integer::valueOf);
    Arrays.sort(byStart, Comparator.comparingInt(operation -> given.starts[operation]));
    int[] free = new int[at.machines];
    int[] family = new int[at.machines];
    for (int machine = 0; machine < at.machines; machine++) {
      family[machine] = at.machine[machine].initialFamily();
    }
    for (int operation : byStart) {
      int mode = given.modes[operation];
      int machine = at.machineOf[mode];
      int start = given.starts[operation];
      int setup = at.setup(mode, family[machine]);
      family[machine] = at.family[mode] >= 0 ? at.family[mode] : family[machine];
      boolean possible =
          start >= at.release[at.jobOf[operation]]
              && start - setup >= free[machine]
              && at.open(machine, start - setup, start)
              && followsPredecessors(at, given, operation);
      if (!possible && !at.isFixed(operation)) {
        return true;
      }
      free[machine] = at.starts[mode].end(start);
    }
    return false;
  }

  private static boolean followsPredecessors(Layout at, Snapshot given, int operation) {
    for (int earlier : at.before[operation]) {
      int end = at.starts[given.modes[earlier]].end(given.starts[earlier]);
      if (end > given.starts[operation]) {
        return false;
      }
    }
    return true;
  }
}
