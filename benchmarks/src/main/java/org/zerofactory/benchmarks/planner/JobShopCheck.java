package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges a plan for a flexible job shop: feasibility and makespan. Knows nothing of the planner.
 */
final class JobShopCheck {

  private JobShopCheck() {}

  /**
   * @param choices number in the step's choices by {@code [job][step]}
   * @param starts by {@code [job][step]}
   * @return what is wrong, empty if the plan is feasible
   */
  static List<String> faults(JobShop shop, int[][] choices, int[][] starts) {
    List<String> faults = new ArrayList<>();
    List<List<int[]>> runs = new ArrayList<>();
    for (int machine = 0; machine < shop.machines(); machine++) {
      runs.add(new ArrayList<>());
    }
    for (int job = 0; job < shop.jobs().size(); job++) {
      int free = 0;
      for (int step = 0; step < shop.jobs().get(job).size(); step++) {
        JobShop.Choice choice = choice(shop, choices, job, step);
        int start = starts[job][step];
        if (start < free) {
          faults.add("job %d step %d begins at %d before %d".formatted(job, step, start, free));
        }
        free = start + choice.length();
        for (int[] run : runs.get(choice.machine())) {
          if (start < run[1] && run[0] < free) {
            faults.add(
                "job %d step %d overlaps on machine %d".formatted(job, step, choice.machine()));
          }
        }
        runs.get(choice.machine()).add(new int[] {start, free});
      }
    }
    return faults;
  }

  static int makespan(JobShop shop, int[][] choices, int[][] starts) {
    int makespan = 0;
    for (int job = 0; job < shop.jobs().size(); job++) {
      for (int step = 0; step < shop.jobs().get(job).size(); step++) {
        int length = choice(shop, choices, job, step).length();
        makespan = Math.max(makespan, starts[job][step] + length);
      }
    }
    return makespan;
  }

  private static JobShop.Choice choice(JobShop shop, int[][] choices, int job, int step) {
    return shop.jobs().get(job).get(step).choices().get(choices[job][step]);
  }
}
