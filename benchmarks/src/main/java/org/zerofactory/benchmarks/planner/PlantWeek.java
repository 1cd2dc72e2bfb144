package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * A made-up working week of the reference plant: orders over SMT lines, assembly lines and burn-in
 * ovens, with the plant's own powers. It begins on a Monday in June at midnight. The same number of
 * operations and seed give the same week on every machine. None of its savings says anything about
 * a real plant.
 *
 * @param loadKw what the rest of the plant draws per slot, kW
 */
record PlantWeek(GridProblem problem, double[] loadKw) {

  static final int SLOTS_OF_DAY = 96;

  private static final int SHORT_WEEK_OPERATIONS = 100;
  private static final double FIRST_LOAD = 0.6;
  private static final double LEAST_LOAD = 0.1;
  private static final double FIRM_SHARE = 0.4;

  PlantWeek {
    loadKw = loadKw.clone();
  }

  /**
   * @param operations exactly as many, at least 2; up to 100 lie in three days, more in a week
   * @throws IllegalArgumentException if there are fewer than 2 or more than 100,000 operations
   */
  static PlantWeek of(int operations, long seed) {
    if (operations < 2 || operations > 100_000) {
      throw new IllegalArgumentException("operations: expected 2 to 100000, got " + operations);
    }
    int days = operations <= SHORT_WEEK_OPERATIONS ? 3 : 7;
    for (double load = FIRST_LOAD; load > LEAST_LOAD; load *= 0.9) {
      Optional<PlantWeek> week = week(operations, days * SLOTS_OF_DAY, load, seed);
      if (week.isPresent()) {
        return week.get();
      }
    }
    throw new IllegalStateException("no plant is large enough for " + operations + " operations");
  }

  /** Empty where the orders do not fit the week even in due-date order. */
  private static Optional<PlantWeek> week(int operations, int slots, double load, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PlantMachines machines = PlantMachines.of(operations, slots, load, random.split());
    PlantEnergy energy = PlantEnergy.of(slots, machines.ratedKw(), random.split());
    List<GridJob> jobs = jobs(operations, slots, machines, random.split());
    GridProblem problem = problem(slots, machines.machines(), jobs, energy);
    return DueDateOrder.of(problem)
        .map(
            plan ->
                new PlantWeek(
                    problem(slots, machines.machines(), firm(jobs, problem, plan), energy),
                    energy.loadKw()));
  }

  private static GridProblem problem(
      int slots, List<GridMachine> machines, List<GridJob> jobs, PlantEnergy energy) {
    return new GridProblem(slots, 0.25, machines, List.of(), jobs, List.of(), energy.prices(), 0);
  }

  private static List<GridJob> jobs(
      int operations, int slots, PlantMachines machines, SplittableRandom random) {
    List<GridJob> jobs = new ArrayList<>();
    int left = operations;
    while (left > 0) {
      List<GridOperation> route = machines.route(left, jobs.size(), random);
      left -= route.size();
      jobs.add(job(jobs.size(), slots, route, random));
    }
    return jobs;
  }

  private static GridJob job(
      int number, int slots, List<GridOperation> route, SplittableRandom random) {
    int work = route.stream().mapToInt(step -> step.modes().get(0).duration()).sum();
    int latestRelease = Math.max(1, Math.min(slots * 45 / 100, slots - 3 * work));
    int release = random.nextDouble() < 0.4 ? 0 : random.nextInt(latestRelease);
    double slack = random.nextDouble(1.6, 3.2) * work + random.nextDouble(0.3) * slots;
    int due = Math.min(slots, release + (int) slack);
    boolean firm = random.nextDouble() < FIRM_SHARE;
    double lateness = random.nextInt(5, 21);
    return new GridJob("order-" + number, release, due, firm, lateness, route);
  }

  /** A firm date is promised only where orders as they come keep it. */
  private static List<GridJob> firm(List<GridJob> jobs, GridProblem problem, GridPlan plan) {
    int[] ends = Board.jobEnds(problem, plan.placements());
    List<GridJob> promised = new ArrayList<>();
    for (int number = 0; number < ends.length; number++) {
      GridJob job = jobs.get(number);
      promised.add(
          new GridJob(
              job.id(),
              job.releaseSlot(),
              job.dueSlot(),
              job.firm() && ends[number] <= job.dueSlot(),
              job.tardinessCost(),
              job.operations()));
    }
    return promised;
  }
}
