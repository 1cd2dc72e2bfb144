package org.zerofactory.schedule;

import java.util.List;
import org.zerofactory.schedule.grid.GridCost;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * The objective of a plan, computed from nothing. This is its definition: the search keeps the same
 * value up to date step by step, and tests hold the two together.
 */
public final class PlanCost {

  private PlanCost() {}

  /**
   * @return money; power outside the horizon costs nothing (the overrun is a fault)
   * @throws IllegalArgumentException if the plan's size does not fit the problem
   */
  public static GridCost of(GridProblem problem, GridPlan plan) {
    List<PlacedRun> runs = PlacedRun.of(problem, plan);
    double[] power = PlanPower.of(problem, plan, runs);
    SlotEnergy energy = problem.energy();
    double imported = 0;
    double exported = 0;
    double peak = 0;
    for (SlotEnergy.Scenario scenario : energy.scenarios()) {
      double highest = 0;
      for (int slot = 0; slot < problem.slots(); slot++) {
        double net = scenario.baseKw()[slot] + power[slot];
        double taken = Math.max(0, net) * problem.slotHours();
        double given = Math.min(Math.max(0, -net), energy.exportLimitKw()) * problem.slotHours();
        imported += scenario.weight() * taken * energy.importCost()[slot];
        exported += scenario.weight() * given * energy.exportRevenue()[slot];
        highest = Math.max(highest, net);
      }
      peak += scenario.weight() * energy.peakCost() * Math.max(0, highest - energy.freePeakKw());
    }
    double makespan = 0;
    double modes = wear(problem, plan);
    double moves = 0;
    int[] jobEnds = new int[problem.jobs().size()];
    for (PlacedRun run : runs) {
      jobEnds[run.job()] = Math.max(jobEnds[run.job()], run.end());
      makespan = Math.max(makespan, run.end() * problem.makespanCost());
      modes += run.mode().cost();
      moves += moved(run) ? run.operation().moveCost() : 0;
    }
    return new GridCost(
        imported, exported, peak, tardiness(problem.jobs(), jobEnds), modes, moves, makespan);
  }

  private static boolean moved(PlacedRun run) {
    var previous = run.operation().previous();
    return previous != null
        && (previous.mode() != run.modeNumber() || previous.start() != run.start());
  }

  private static double tardiness(List<GridJob> jobs, int[] ends) {
    double sum = 0;
    for (int job = 0; job < ends.length; job++) {
      sum += jobs.get(job).tardinessCost() * Math.max(0, ends[job] - jobs.get(job).dueSlot());
    }
    return sum;
  }

  private static double wear(GridProblem problem, GridPlan plan) {
    double sum = 0;
    for (int battery = 0; battery < problem.energy().batteries().size(); battery++) {
      double price = problem.energy().batteries().get(battery).wearCost();
      for (double kilowatts : plan.batteryKw().get(battery)) {
        sum += price * Math.max(0, -kilowatts) * problem.slotHours();
      }
    }
    return sum;
  }
}
