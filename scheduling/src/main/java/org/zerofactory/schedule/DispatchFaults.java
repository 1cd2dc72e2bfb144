package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/** Limits of batteries and flexible loads that a plan breaks. */
final class DispatchFaults {

  private static final double TOLERANCE = 1e-6;

  private DispatchFaults() {}

  static List<GridFault> of(GridProblem problem, GridPlan plan) {
    List<GridFault> faults = new ArrayList<>();
    double hours = problem.slotHours();
    for (int i = 0; i < problem.energy().batteries().size(); i++) {
      battery(problem.energy().batteries().get(i), plan.batteryKw().get(i), hours, faults);
    }
    for (int i = 0; i < problem.energy().flexibleLoads().size(); i++) {
      flexible(problem.energy().flexibleLoads().get(i), plan.flexibleKw().get(i), hours, faults);
    }
    return faults;
  }

  private static void battery(
      GridBattery battery, double[] row, double hours, List<GridFault> faults) {
    String name = "battery " + battery.id();
    double stored = battery.initialKwh();
    for (int slot = 0; slot < row.length; slot++) {
      double power = row[slot];
      double most = power >= 0 ? battery.chargeKw() : battery.dischargeKw();
      over(faults, Math.abs(power) - most, name + ", slot " + slot + ": kW too much");
      stored +=
          hours
              * (power >= 0
                  ? power * battery.chargeEfficiency()
                  : power / battery.dischargeEfficiency());
      over(faults, stored - battery.maximumKwh(), name + ", slot " + slot + ": kWh too full");
      over(faults, battery.minimumKwh() - stored, name + ", slot " + slot + ": kWh too empty");
    }
    over(faults, battery.finalKwh() - stored, name + ": kWh missing at the end");
  }

  private static void flexible(
      FlexibleLoad load, double[] row, double hours, List<GridFault> faults) {
    String name = "flexible load " + load.id();
    double sum = 0;
    for (int slot = 0; slot < row.length; slot++) {
      boolean inside = slot >= load.fromSlot() && slot < load.toSlot();
      over(faults, row[slot] - (inside ? load.maximumKw() : 0), name + ", slot " + slot + ": kW");
      over(faults, -row[slot], name + ", slot " + slot + ": kW below 0");
      sum += row[slot] * hours;
    }
    over(faults, Math.abs(sum - load.energyKwh()), name + ": kWh differ from what it must get");
  }

  private static void over(List<GridFault> faults, double excess, String text) {
    if (excess > TOLERANCE) {
      faults.add(new GridFault("dispatch", -1, excess, "%s by %.6f".formatted(text, excess)));
    }
  }
}
