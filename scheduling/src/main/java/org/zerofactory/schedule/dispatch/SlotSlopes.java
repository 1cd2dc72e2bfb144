package org.zerofactory.schedule.dispatch;

import java.util.Arrays;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * One-sided slopes of what the power of each slot costs, all other slots as they are: money per kW
 * during the slot.
 */
record SlotSlopes(double[] up, double[] down) {

  private static final double TOLERANCE_KW = 1e-6;

  static SlotSlopes of(SlotEnergy energy, SlotPrice price, double[] kilowatts) {
    double[] up = new double[price.slots];
    double[] down = new double[price.slots];
    for (int scenario = 0; scenario < price.scenarios; scenario++) {
      double weight = price.weight(scenario) * price.hours;
      for (int slot = 0; slot < price.slots; slot++) {
        double net = price.fixedKw(scenario, slot) + kilowatts[slot];
        up[slot] += weight * perKwh(energy, slot, net + TOLERANCE_KW);
        down[slot] += weight * perKwh(energy, slot, net - TOLERANCE_KW);
      }
      peak(energy, price, scenario, kilowatts, up, down);
    }
    for (int slot = 0; slot < price.slots; slot++) {
      double net = price.fixedKw(0, slot) + kilowatts[slot];
      if (net > energy.importLimitKw() - TOLERANCE_KW) {
        up[slot] = Double.POSITIVE_INFINITY;
      }
    }
    return new SlotSlopes(up, down);
  }

  private static double perKwh(SlotEnergy energy, int slot, double net) {
    if (net >= 0) {
      return energy.importCost()[slot];
    }
    return net >= -energy.exportLimitKw() ? energy.exportRevenue()[slot] : 0;
  }

  /** A slot alone at the peak lowers it; several can only raise it. */
  private static void peak(
      SlotEnergy energy,
      SlotPrice price,
      int scenario,
      double[] kilowatts,
      double[] up,
      double[] down) {
    double money = price.weight(scenario) * energy.peakCost();
    double[] net = new double[price.slots];
    for (int slot = 0; slot < price.slots; slot++) {
      net[slot] = price.fixedKw(scenario, slot) + kilowatts[slot];
    }
    double highest = Arrays.stream(net).max().orElse(0);
    double peak = Math.max(energy.freePeakKw(), highest);
    int last = -1;
    int count = 0;
    for (int slot = 0; slot < price.slots; slot++) {
      if (net[slot] > peak - TOLERANCE_KW) {
        up[slot] += money;
        last = slot;
        count++;
      }
    }
    if (count == 1 && highest > energy.freePeakKw() + TOLERANCE_KW) {
      down[last] += money;
    }
  }
}
