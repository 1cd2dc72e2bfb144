package org.zerofactory.schedule.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * Power of each battery (charging positive) and each flexible load in kW per slot, and what it
 * costs by definition.
 */
record Rows(List<double[]> batteryKw, List<double[]> flexibleKw) {

  /** Batteries at rest, and every flexible load served as soon as its window opens. */
  static Rows idle(SlotEnergy energy, int slots, double hours) {
    List<double[]> batteries = new ArrayList<>();
    energy.batteries().forEach(battery -> batteries.add(new double[slots]));
    List<double[]> loads = new ArrayList<>();
    energy.flexibleLoads().forEach(load -> loads.add(load.soonest(slots, hours)));
    return new Rows(batteries, loads);
  }

  double[] sum(int slots) {
    double[] sum = new double[slots];
    for (List<double[]> rows : Arrays.asList(batteryKw, flexibleKw)) {
      for (double[] row : rows) {
        for (int slot = 0; slot < slots; slot++) {
          sum[slot] += row[slot];
        }
      }
    }
    return sum;
  }

  /** Import, less export, peak and wear. */
  double cost(SlotEnergy energy, SlotPrice price) {
    double[] kilowatts = sum(price.slots);
    double cost = price.peakCost(kilowatts);
    for (int slot = 0; slot < price.slots; slot++) {
      cost += price.energyCost(slot, kilowatts[slot]);
    }
    for (int number = 0; number < batteryKw.size(); number++) {
      GridBattery battery = energy.batteries().get(number);
      for (double power : batteryKw.get(number)) {
        cost += battery.wearCost() * Math.max(0, -power) * price.hours;
      }
    }
    return cost;
  }

  /** Sum over the slots of the import above the limit, kW. */
  double excess(SlotPrice price) {
    double[] kilowatts = sum(price.slots);
    double sum = 0;
    for (int slot = 0; slot < price.slots; slot++) {
      sum += price.excessKw(slot, kilowatts[slot]);
    }
    return sum;
  }

  double highestExcess(SlotPrice price) {
    double[] kilowatts = sum(price.slots);
    double highest = 0;
    for (int slot = 0; slot < price.slots; slot++) {
      highest = Math.max(highest, price.excessKw(slot, kilowatts[slot]));
    }
    return highest;
  }
}
