package org.zerofactory.benchmarks.planner;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/** The same dispatch as a linear program in the words of the records, for OR-Tools' GLOP. */
final class LinearDispatch {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private final SlotEnergy energy;
  private final double[] machineKw;
  private final MPSolver solver;
  private final List<List<MPVariable>> draws = new ArrayList<>();
  private final List<List<MPVariable>> gives = new ArrayList<>();

  private LinearDispatch(DispatchWeek week) {
    this.energy = week.energy();
    this.machineKw = week.machineKw();
    Loader.loadNativeLibraries();
    this.solver = MPSolver.createSolver("GLOP");
  }

  /**
   * @param cost of the optimum
   * @param milliseconds processor time for solving, without building the model
   */
  record Result(double cost, double milliseconds) {}

  static Result of(DispatchWeek week) {
    LinearDispatch program = new LinearDispatch(week);
    program.build();
    long begin = DispatchBenchmark.threadNanos();
    MPSolver.ResultStatus status = program.solver.solve();
    double milliseconds = (DispatchBenchmark.threadNanos() - begin) / 1e6;
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("GLOP ended with " + status);
    }
    return new Result(program.solver.objective().value(), milliseconds);
  }

  private void build() {
    for (int slot = 0; slot < machineKw.length; slot++) {
      draws.add(new ArrayList<>());
      gives.add(new ArrayList<>());
    }
    energy.batteries().forEach(this::battery);
    energy.flexibleLoads().forEach(this::load);
    for (int scenario = 0; scenario < energy.scenarios().size(); scenario++) {
      scenario(scenario);
    }
  }

  private void battery(GridBattery battery) {
    MPVariable before = null;
    for (int slot = 0; slot < machineKw.length; slot++) {
      boolean last = slot == machineKw.length - 1;
      double least = last ? battery.finalKwh() : battery.minimumKwh();
      MPVariable charge = solver.makeNumVar(0, battery.chargeKw(), "");
      MPVariable discharge = solver.makeNumVar(0, battery.dischargeKw(), "");
      MPVariable stored = solver.makeNumVar(least, battery.maximumKwh(), "");
      double initial = before == null ? battery.initialKwh() : 0;
      MPConstraint kept = solver.makeConstraint(initial, initial);
      kept.setCoefficient(stored, 1);
      if (before != null) {
        kept.setCoefficient(before, -1);
      }
      kept.setCoefficient(charge, -DispatchWeek.SLOT_HOURS * battery.chargeEfficiency());
      kept.setCoefficient(discharge, DispatchWeek.SLOT_HOURS / battery.dischargeEfficiency());
      solver.objective().setCoefficient(discharge, DispatchWeek.SLOT_HOURS * battery.wearCost());
      draws.get(slot).add(charge);
      gives.get(slot).add(discharge);
      before = stored;
    }
  }

  private void load(FlexibleLoad load) {
    double sum = load.energyKwh() / DispatchWeek.SLOT_HOURS;
    MPConstraint served = solver.makeConstraint(sum, sum);
    for (int slot = load.fromSlot(); slot < load.toSlot(); slot++) {
      MPVariable power = solver.makeNumVar(0, load.maximumKw(), "");
      served.setCoefficient(power, 1);
      draws.get(slot).add(power);
    }
  }

  private void scenario(int number) {
    SlotEnergy.Scenario scenario = energy.scenarios().get(number);
    MPVariable peak = solver.makeNumVar(energy.freePeakKw(), INFINITE, "");
    double weight = scenario.weight();
    solver.objective().setCoefficient(peak, weight * energy.peakCost());
    solver
        .objective()
        .setOffset(solver.objective().offset() - weight * energy.peakCost() * energy.freePeakKw());
    for (int slot = 0; slot < machineKw.length; slot++) {
      double limit = number == 0 ? energy.importLimitKw() : INFINITE;
      MPVariable taken = solver.makeNumVar(0, limit, "");
      MPVariable sold = solver.makeNumVar(0, energy.exportLimitKw(), "");
      MPVariable curtailed = solver.makeNumVar(0, INFINITE, "");
      double fixed = scenario.baseKw()[slot] + machineKw[slot];
      MPConstraint balance = solver.makeConstraint(fixed, fixed);
      balance.setCoefficient(taken, 1);
      balance.setCoefficient(sold, -1);
      balance.setCoefficient(curtailed, -1);
      draws.get(slot).forEach(power -> balance.setCoefficient(power, -1));
      gives.get(slot).forEach(power -> balance.setCoefficient(power, 1));
      MPConstraint below = solver.makeConstraint(-INFINITE, 0);
      below.setCoefficient(taken, 1);
      below.setCoefficient(peak, -1);
      double hours = weight * DispatchWeek.SLOT_HOURS;
      solver.objective().setCoefficient(taken, hours * energy.importCost()[slot]);
      solver.objective().setCoefficient(sold, -hours * energy.exportRevenue()[slot]);
    }
  }
}
