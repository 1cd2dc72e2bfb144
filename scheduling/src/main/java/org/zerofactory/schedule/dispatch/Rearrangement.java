package org.zerofactory.schedule.dispatch;

import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * Improves the one-sided prices of slots by moving energy: a kW more in a slot may be taken from a
 * battery that gets it back when that is cheaper, or from a flexible load that gets it later.
 * Passes over all devices are repeated until nothing changes, so chains over several devices are
 * found.
 */
final class Rearrangement {

  private static final int MAXIMUM_PASSES = 12;
  private static final double TOLERANCE = 1e-6;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final SlotEnergy energy;
  private final double hours;
  private final Dispatch dispatch;
  private final double[] up;
  private final double[] down;
  private final int slots;
  private boolean changed;

  Rearrangement(SlotEnergy energy, double hours, Dispatch dispatch, double[] up, double[] down) {
    this.energy = energy;
    this.hours = hours;
    this.dispatch = dispatch;
    this.up = up;
    this.down = down;
    this.slots = up.length;
  }

  void relax() {
    changed = true;
    for (int pass = 0; pass < MAXIMUM_PASSES && changed; pass++) {
      changed = false;
      for (int number = 0; number < energy.batteries().size(); number++) {
        battery(energy.batteries().get(number), dispatch.batteryKw().get(number));
      }
      for (int number = 0; number < energy.flexibleLoads().size(); number++) {
        flexible(energy.flexibleLoads().get(number), dispatch.flexibleKw().get(number));
      }
    }
  }

  private void flexible(FlexibleLoad load, double[] row) {
    double near = TOLERANCE * load.maximumKw();
    double least = NEVER;
    double most = -NEVER;
    for (int slot = load.fromSlot(); slot < load.toSlot(); slot++) {
      least = row[slot] < load.maximumKw() - near ? Math.min(least, up[slot]) : least;
      most = row[slot] > near ? Math.max(most, down[slot]) : most;
    }
    for (int slot = load.fromSlot(); slot < load.toSlot(); slot++) {
      if (row[slot] > near) {
        lower(slot, least);
      }
      if (row[slot] < load.maximumKw() - near) {
        raise(slot, most);
      }
    }
  }

  private void battery(GridBattery battery, double[] row) {
    double[] stored = stored(battery, row);
    boolean[] canHoldMore = new boolean[slots];
    boolean[] canHoldLess = new boolean[slots];
    double near = TOLERANCE * (battery.maximumKwh() - battery.minimumKwh());
    for (int slot = 0; slot < slots; slot++) {
      double least = slot + 1 < slots ? battery.minimumKwh() : battery.finalKwh();
      canHoldMore[slot] = stored[slot] < battery.maximumKwh() - near;
      canHoldLess[slot] = stored[slot] > least + near;
    }
    double[] cost = new double[slots];
    double[] worth = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      cost[slot] = toStore(battery, row[slot], slot);
      worth[slot] = toTake(battery, row[slot], slot);
    }
    double[] replace = best(cost, canHoldMore, canHoldLess);
    double[] use = best(negative(worth), canHoldLess, canHoldMore);
    for (int slot = 0; slot < slots; slot++) {
      draws(battery, row[slot], slot, replace[slot], -use[slot]);
    }
  }

  /**
   * Least cost of a stored kW slot made good in another slot: in an earlier one while all between
   * can hold more, in a later one while all between can hold less, or never if the end can.
   */
  private double[] best(double[] cost, boolean[] more, boolean[] less) {
    double[] best = new double[slots];
    double earlier = NEVER;
    for (int slot = 0; slot < slots; slot++) {
      best[slot] = earlier;
      double here = Math.min(cost[slot], earlier);
      earlier = more[slot] ? here : NEVER;
    }
    double later = less[slots - 1] ? 0 : NEVER;
    for (int slot = slots - 1; slot >= 0; slot--) {
      best[slot] = Math.min(best[slot], later);
      double here = Math.min(cost[slot], later);
      later = slot > 0 && less[slot - 1] ? here : NEVER;
    }
    return best;
  }

  private static double[] negative(double[] values) {
    double[] negative = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      negative[i] = -values[i];
    }
    return negative;
  }

  /** Cost of one more stored kW slot by charging more or discharging less in this slot. */
  private double toStore(GridBattery battery, double power, int slot) {
    if (power < -TOLERANCE * battery.dischargeKw()) {
      return (up[slot] - battery.wearCost() * hours) * battery.dischargeEfficiency();
    }
    boolean canCharge = power < battery.chargeKw() * (1 - TOLERANCE);
    return canCharge ? up[slot] / battery.chargeEfficiency() : NEVER;
  }

  /** Saving by one stored kW slot less: discharging more or charging less in this slot. */
  private double toTake(GridBattery battery, double power, int slot) {
    if (power > TOLERANCE * battery.chargeKw()) {
      return down[slot] / battery.chargeEfficiency();
    }
    boolean canDischarge = -power < battery.dischargeKw() * (1 - TOLERANCE);
    return canDischarge
        ? (down[slot] - battery.wearCost() * hours) * battery.dischargeEfficiency()
        : -NEVER;
  }

  /** A kW more in the slot comes from the battery, a kW less goes into it. */
  private void draws(GridBattery battery, double power, int slot, double replace, double use) {
    double wear = battery.wearCost() * hours;
    boolean charges = power > TOLERANCE * battery.chargeKw();
    boolean discharges = power < -TOLERANCE * battery.dischargeKw();
    if (charges) {
      lower(slot, replace * battery.chargeEfficiency());
    } else if (-power < battery.dischargeKw() * (1 - TOLERANCE)) {
      lower(slot, replace / battery.dischargeEfficiency() + wear);
    }
    if (discharges) {
      raise(slot, use / battery.dischargeEfficiency() + wear);
    } else if (power < battery.chargeKw() * (1 - TOLERANCE)) {
      raise(slot, use * battery.chargeEfficiency());
    }
  }

  private void lower(int slot, double price) {
    if (price < up[slot] - TOLERANCE * Math.max(1e-3, Math.abs(price))) {
      up[slot] = price;
      changed = true;
    }
  }

  private void raise(int slot, double price) {
    if (price > down[slot] + TOLERANCE * Math.max(1e-3, Math.abs(price))) {
      down[slot] = price;
      changed = true;
    }
  }

  private double[] stored(GridBattery battery, double[] row) {
    double[] stored = new double[slots];
    double kwh = battery.initialKwh();
    for (int slot = 0; slot < slots; slot++) {
      kwh +=
          row[slot] >= 0
              ? row[slot] * hours * battery.chargeEfficiency()
              : row[slot] * hours / battery.dischargeEfficiency();
      stored[slot] = kwh;
    }
    return stored;
  }
}
