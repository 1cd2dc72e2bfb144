package org.zerofactory.schedule;

import java.util.Arrays;
import java.util.List;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * When a plan's operations run, and what they draw: what follows from their placements.
 *
 * @param operations one for each operation in the problem's numbering
 * @param kilowatts power of all machines, with set-ups and waits, and of the flexible loads in each
 *     slot; without batteries and base load
 */
public record PlanTimes(List<Times> operations, double[] kilowatts) {

  public PlanTimes {
    operations = List.copyOf(operations);
    kilowatts = kilowatts.clone();
  }

  /**
   * Slots of an operation.
   *
   * @param setupStart first slot of the set-up; {@code start} if there is none
   * @param start first slot of the run
   * @param end slot after the last one
   */
  public record Times(int setupStart, int start, int end) {}

  /**
   * @throws IllegalArgumentException if the plan's size does not fit the problem
   */
  public static PlanTimes of(GridProblem problem, GridPlan plan) {
    List<PlacedRun> runs = PlacedRun.of(problem, plan);
    Times[] times = new Times[runs.size()];
    for (int number = 0; number < problem.machines().size(); number++) {
      MachineDay day = MachineDay.of(problem.machines().get(number), number, runs);
      for (int position = 0; position < day.runs().size(); position++) {
        PlacedRun run = day.runs().get(position);
        times[run.number()] = new Times(day.occupiedFrom(position), run.start(), run.end());
      }
    }
    double[] kilowatts = PlanPower.withoutBatteries(problem, plan, runs);
    return new PlanTimes(Arrays.asList(times), kilowatts);
  }
}
