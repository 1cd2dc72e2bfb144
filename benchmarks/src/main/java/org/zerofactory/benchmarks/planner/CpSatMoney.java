package org.zerofactory.benchmarks.planner;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.List;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * Energy and money of the CP-SAT model in whole numbers: power in tenths of a kW, prices in
 * ten-thousandths, weights in quarters.
 */
final class CpSatMoney {

  private static final double POWER = 10;
  private static final double PRICE = 1e4;
  private static final double WEIGHT = 4;

  private final GridProblem problem;
  private final SlotEnergy energy;
  private final double unit;

  CpSatMoney(GridProblem problem) {
    this.problem = problem;
    this.energy = problem.energy();
    this.unit = problem.slotHours() / (POWER * PRICE * WEIGHT);
    if (!energy.batteries().isEmpty()
        || !energy.flexibleLoads().isEmpty()
        || energy.importLimitKw() < Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("expected no batteries, flexible loads or import limit");
    }
  }

  /** Money of one unit of the objective. */
  double unit() {
    return unit;
  }

  long units(double money) {
    return Math.round(money / unit);
  }

  /** Adds power, import, export and peak of every scenario, and what they cost. */
  void energy(
      CpModel model, CpSatStarts starts, LinearExprBuilder objective, List<Placement> hint) {
    IntVar[] load = load(model, starts);
    long[] hinted = hinted(starts, hint);
    for (int slot = 0; slot < load.length; slot++) {
      model.addHint(load[slot], hinted[slot]);
    }
    for (SlotEnergy.Scenario scenario : energy.scenarios()) {
      long weight = whole(scenario.weight() * WEIGHT, "weight");
      IntVar peak = model.newIntVar(0, most() * 2, "");
      objective.addTerm(peak, units(energy.peakCost() * weight / WEIGHT / POWER));
      long highest = 0;
      long free = whole(energy.freePeakKw() * POWER, "freePeakKw");
      for (int slot = 0; slot < load.length; slot++) {
        long base = whole(scenario.baseKw()[slot] * POWER, "baseKw");
        IntVar imported = model.newIntVar(0, most() + Math.max(0, base), "");
        long exportLimit = Math.min(Math.max(0, -base), exportLimit());
        IntVar exported = model.newIntVar(0, exportLimit, "");
        long net = base + hinted[slot];
        highest = Math.max(highest, net);
        model.addHint(imported, Math.max(0, net));
        model.addHint(exported, Math.min(Math.max(0, -net), exportLimit));
        model.addGreaterOrEqual(
            imported, LinearExpr.newBuilder().add(load[slot]).add(exported).add(base));
        model.addGreaterOrEqual(LinearExpr.newBuilder().add(peak).add(free), imported);
        objective.addTerm(
            imported, weight * whole(energy.importCost()[slot] * PRICE, "importCost"));
        objective.addTerm(
            exported, -weight * whole(energy.exportRevenue()[slot] * PRICE, "exportRevenue"));
      }
      model.addHint(peak, Math.max(0, highest - free));
    }
  }

  private IntVar[] load(CpModel model, CpSatStarts starts) {
    IntVar[] load = new IntVar[problem.slots()];
    LinearExprBuilder[] sums = new LinearExprBuilder[load.length];
    for (int slot = 0; slot < load.length; slot++) {
      load[slot] = model.newIntVar(0, most(), "");
      sums[slot] = LinearExpr.newBuilder();
    }
    for (List<CpSatStarts.Choice> choices : starts.choices()) {
      for (CpSatStarts.Choice choice : choices) {
        for (int slot = choice.from(); slot < choice.end(); slot++) {
          sums[slot].addTerm(choice.literal(), power(choice, slot));
        }
      }
    }
    for (int slot = 0; slot < load.length; slot++) {
      model.addEquality(load[slot], sums[slot]);
    }
    return load;
  }

  /** Power of the hint's runs and set-ups, tenths of a kW. */
  private long[] hinted(CpSatStarts starts, List<Placement> hint) {
    long[] load = new long[problem.slots()];
    int[] setups = CpSatStarts.hintSetups(problem, hint);
    for (int operation = 0; operation < setups.length; operation++) {
      for (CpSatStarts.Choice choice : starts.of(operation)) {
        if (choice.isAt(hint.get(operation)) && choice.setup() == setups[operation]) {
          for (int slot = choice.from(); slot < choice.end(); slot++) {
            load[slot] += power(choice, slot);
          }
        }
      }
    }
    return load;
  }

  private long power(CpSatStarts.Choice choice, int slot) {
    double setupKw = problem.machines().get(choice.way().machine()).setupKw();
    double kilowatts =
        slot < choice.start() ? setupKw : choice.way().kilowatts()[slot - choice.start()];
    return whole(kilowatts * POWER, "kilowatts");
  }

  private long exportLimit() {
    return energy.exportLimitKw() < most()
        ? whole(energy.exportLimitKw() * POWER, "limit")
        : most();
  }

  /** More than all machines can draw at once, in tenths of a kW. */
  private long most() {
    return 20_000L * problem.machines().size();
  }

  private static long whole(double value, String field) {
    double whole = Math.rint(value);
    if (Math.abs(value - whole) > 1e-4) {
      throw new IllegalArgumentException(
          field + ": expected a whole number of its unit, got " + value);
    }
    return (long) whole;
  }
}
