package org.zerofactory.benchmarks.planner;

import java.util.List;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/** What more power would cost in each slot, beside operations that are already placed. */
final class SlotBill {

  private final SlotEnergy energy;
  private final double hours;
  private final double[][] net;
  private final double[] peaks;

  private SlotBill(GridProblem problem, double[] load) {
    energy = problem.energy();
    hours = problem.slotHours();
    net = new double[energy.scenarios().size()][problem.slots()];
    peaks = new double[net.length];
    for (int scenario = 0; scenario < net.length; scenario++) {
      double[] base = energy.scenarios().get(scenario).baseKw();
      peaks[scenario] = energy.freePeakKw();
      for (int slot = 0; slot < load.length; slot++) {
        net[scenario][slot] = base[slot] + load[slot];
        peaks[scenario] = Math.max(peaks[scenario], net[scenario][slot]);
      }
    }
  }

  /** The runs of a plan but one; set-ups of the others are left out. */
  static SlotBill without(GridProblem problem, GridPlan plan, int omitted) {
    double[] load = new double[problem.slots()];
    int number = 0;
    for (var job : problem.jobs()) {
      for (GridOperation operation : job.operations()) {
        Placement at = plan.placements().get(number);
        GridMode mode = operation.modes().get(at.mode());
        double[] kilowatts = mode.kilowatts();
        for (int step = 0; number != omitted && step < kilowatts.length; step++) {
          load[at.start() + step] += kilowatts[step];
        }
        number++;
      }
    }
    return new SlotBill(problem, load);
  }

  /** Cost of a run and its set-up on top, peak included. */
  double added(double[] kilowatts, int start, int setupSlots, double setupKw) {
    double sum = 0;
    List<SlotEnergy.Scenario> scenarios = energy.scenarios();
    for (int scenario = 0; scenario < net.length; scenario++) {
      double cost = 0;
      double peak = peaks[scenario];
      for (int slot = start - setupSlots; slot < start + kilowatts.length; slot++) {
        double power = slot < start ? setupKw : kilowatts[slot - start];
        double before = net[scenario][slot];
        cost += price(slot, before + power) - price(slot, before);
        peak = Math.max(peak, before + power);
      }
      cost += energy.peakCost() * (peak - peaks[scenario]);
      sum += scenarios.get(scenario).weight() * cost;
    }
    return sum;
  }

  private double price(int slot, double kilowatts) {
    if (kilowatts >= 0) {
      return kilowatts * hours * energy.importCost()[slot];
    }
    double exported = Math.min(-kilowatts, energy.exportLimitKw());
    return -exported * hours * energy.exportRevenue()[slot];
  }
}
