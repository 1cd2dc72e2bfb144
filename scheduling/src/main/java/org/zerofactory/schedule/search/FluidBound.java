package org.zerofactory.schedule.search;

import java.util.Arrays;

/**
 * A cost below which no plan can be: every operation takes the mode with the least energy, and
 * energy flows freely, in any amounts, into the cheapest slots up to the power of the machines that
 * are open in them. Cheap and valid; weak where due dates or machines bind.
 */
final class FluidBound {

  private FluidBound() {}

  static double of(Layout at, SlotCost price) {
    double energy = 0;
    double modes = 0;
    double[] strongest = new double[at.machines];
    for (int operation = 0; operation < at.operations; operation++) {
      double least = Double.POSITIVE_INFINITY;
      double cheapest = Double.POSITIVE_INFINITY;
      int end = at.firstMode[operation] + at.modeCount[operation];
      for (int mode = at.firstMode[operation]; mode < end; mode++) {
        double off = at.offKw[at.machineOf[mode]];
        double sum = Arrays.stream(at.kilowatts[mode]).map(kw -> kw + off).sum();
        least = Math.min(least, sum);
        cheapest = Math.min(cheapest, at.modeCost[mode]);
        int machine = at.machineOf[mode];
        double highest = Arrays.stream(at.kilowatts[mode]).max().orElse(0) + off;
        strongest[machine] = Math.max(strongest[machine], highest);
      }
      energy += least;
      modes += cheapest;
    }
    return modes + fluid(at, price, energy, strongest);
  }

  /**
   * Pours {@code energy} in kW slots, the cheapest marginal first; marginals rise with the load.
   */
  private static double fluid(Layout at, SlotCost price, double energy, double[] strongest) {
    double[] room = new double[at.horizon];
    double base = 0;
    double step = 0;
    for (int slot = 0; slot < at.horizon; slot++) {
      base += price.of(slot, 0);
      for (int machine = 0; machine < at.machines; machine++) {
        room[slot] += at.open(machine, slot, slot + 1) ? strongest[machine] : 0;
      }
      step += room[slot];
    }
    if (energy == 0 || step == 0) {
      return base;
    }
    return base + price.poured(room, Math.min(energy, step));
  }
}
