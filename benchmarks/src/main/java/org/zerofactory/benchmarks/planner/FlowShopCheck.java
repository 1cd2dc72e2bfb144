package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges starts for a flow shop by the published rules: feasibility and objective. Knows nothing of
 * the planner.
 */
final class FlowShopCheck {

  private FlowShopCheck() {}

  /**
   * @param starts first slot by {@code [job][machine]}; not looked at where a job skips a machine
   * @return what is wrong, empty if the plan is feasible
   */
  static List<String> faults(FlowShop shop, int[][] starts) {
    List<String> faults = new ArrayList<>();
    for (int job = 0; job < shop.jobs(); job++) {
      int free = 0;
      for (int machine = 0; machine < shop.machines(); machine++) {
        int length = shop.duration(job, machine);
        if (length == 0) {
          continue;
        }
        int start = starts[job][machine];
        if (start < 0 || start + length > shop.slots()) {
          faults.add("job %d on machine %d leaves the horizon".formatted(job, machine));
        }
        if (start < free) {
          faults.add("job %d begins on machine %d before it is free".formatted(job, machine));
        }
        free = start + length;
      }
    }
    for (int one = 0; one < shop.jobs(); one++) {
      for (int other = one + 1; other < shop.jobs(); other++) {
        pair(shop, starts, one, other, faults);
      }
    }
    if (faults.isEmpty() && !hasOneOrder(shop, starts)) {
      faults.add("no one order of the jobs agrees with all machines");
    }
    return faults;
  }

  /** Takes away jobs that nobody still there precedes on any machine, until none is left. */
  private static boolean hasOneOrder(FlowShop shop, int[][] starts) {
    Set<Integer> left = new HashSet<>();
    for (int job = 0; job < shop.jobs(); job++) {
      left.add(job);
    }
    while (true) {
      List<Integer> first =
          left.stream()
              .filter(job -> left.stream().noneMatch(one -> precedes(shop, starts, one, job)))
              .toList();
      if (first.isEmpty()) {
        return left.isEmpty();
      }
      left.removeAll(Set.copyOf(first));
    }
  }

  private static boolean precedes(FlowShop shop, int[][] starts, int one, int other) {
    for (int machine = 0; machine < shop.machines(); machine++) {
      boolean both = shop.duration(one, machine) > 0 && shop.duration(other, machine) > 0;
      if (both && starts[one][machine] < starts[other][machine]) {
        return true;
      }
    }
    return false;
  }

  /**
   * On every machine that both use, the same one is first and has ended before the other begins.
   */
  private static void pair(FlowShop shop, int[][] starts, int one, int other, List<String> faults) {
    int order = 0;
    for (int machine = 0; machine < shop.machines(); machine++) {
      if (shop.duration(one, machine) == 0 || shop.duration(other, machine) == 0) {
        continue;
      }
      boolean oneFirst =
          starts[one][machine] + shop.duration(one, machine) <= starts[other][machine];
      boolean otherFirst =
          starts[other][machine] + shop.duration(other, machine) <= starts[one][machine];
      if (!oneFirst && !otherFirst) {
        faults.add("jobs %d and %d overlap on machine %d".formatted(one, other, machine));
      } else if (order != 0 && order != (oneFirst ? 1 : -1)) {
        faults.add("jobs %d and %d overtake before machine %d".formatted(one, other, machine));
      } else {
        order = oneFirst ? 1 : -1;
      }
    }
  }

  /**
   * Sum over the slots of {@code max(0, load - generation) * intensity / 4}, in the source's unit
   * (W x g/kWh x h).
   */
  static double objective(FlowShop shop, int[][] starts) {
    double[] load = new double[shop.slots()];
    for (int job = 0; job < shop.jobs(); job++) {
      for (int machine = 0; machine < shop.machines(); machine++) {
        double[] watts = shop.watts()[job][machine];
        for (int step = 0; step < watts.length; step++) {
          load[starts[job][machine] + step] += watts[step];
        }
      }
    }
    double sum = 0;
    for (int slot = 0; slot < load.length; slot++) {
      sum += Math.max(0, load[slot] - shop.generation()[slot]) * shop.intensity()[slot] / 4;
    }
    return sum;
  }
}
