package org.zerofactory.schedule.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;

/**
 * A cost below which no plan with its dispatch can be: all operations together, each in the mode
 * with the least energy, are one more flexible load that may run at any time. Valid, and weak where
 * due dates or machines bind.
 */
final class FluidDispatch {

  private FluidDispatch() {}

  static double lowerBound(GridProblem problem) {
    double[] strongest = new double[problem.machines().size()];
    double[] idle = idleKw(problem);
    double modes = 0;
    double energy = 0;
    for (GridJob job : problem.jobs()) {
      for (GridOperation operation : job.operations()) {
        double least = Double.POSITIVE_INFINITY;
        double cheapest = Double.POSITIVE_INFINITY;
        for (GridMode mode : operation.modes()) {
          double sum = 0;
          for (double kilowatts : mode.kilowatts()) {
            double above = kilowatts - idle[mode.machine()];
            sum += above;
            strongest[mode.machine()] = Math.max(strongest[mode.machine()], above);
          }
          least = Math.min(least, sum);
          cheapest = Math.min(cheapest, mode.cost());
        }
        energy += least * problem.slotHours();
        modes += cheapest;
      }
    }
    double together = Arrays.stream(strongest).sum();
    double most = together * problem.slots() * problem.slotHours();
    return modes + dispatched(problem, idle, Math.min(energy, most), together);
  }

  /** What each machine draws at the least in every slot: no run, set-up or wait goes below. */
  private static double[] idleKw(GridProblem problem) {
    double[] least = new double[problem.machines().size()];
    for (int number = 0; number < least.length; number++) {
      GridMachine machine = problem.machines().get(number);
      double still = Math.min(machine.offKw(), machine.standbyKw());
      least[number] = Math.min(still, Math.min(machine.setupKw(), machine.warmUpKw()));
    }
    for (GridJob job : problem.jobs()) {
      for (GridOperation operation : job.operations()) {
        for (GridMode mode : operation.modes()) {
          double lowest = Arrays.stream(mode.kilowatts()).min().orElse(0);
          least[mode.machine()] = Math.min(least[mode.machine()], lowest);
        }
      }
    }
    return least;
  }

  private static double dispatched(
      GridProblem problem, double[] idleKw, double energyKwh, double strongestKw) {
    double[] idle = new double[problem.slots()];
    Arrays.fill(idle, Arrays.stream(idleKw).sum());
    SlotEnergy energy = problem.energy();
    List<FlexibleLoad> loads = new ArrayList<>(energy.flexibleLoads());
    loads.add(new FlexibleLoad("operations", 0, problem.slots(), energyKwh, strongestKw));
    SlotEnergy fluid =
        new SlotEnergy(
            energy.scenarios(),
            energy.importCost(),
            energy.exportRevenue(),
            energy.exportLimitKw(),
            Double.POSITIVE_INFINITY,
            energy.peakCost(),
            energy.freePeakKw(),
            energy.batteries(),
            loads);
    return Dispatch.of(fluid, problem.slotHours(), idle).lowerBound();
  }
}
