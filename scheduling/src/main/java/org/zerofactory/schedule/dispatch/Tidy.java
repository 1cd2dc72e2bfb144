package org.zerofactory.schedule.dispatch;

import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * Turns nearly exact values into exact rows: every limit holds, a battery charges or discharges but
 * not both, and powers that differ from nothing or from a limit by less than a millionth of it are
 * put there.
 */
final class Tidy {

  private static final double SNAP = 1e-8;

  private Tidy() {}

  /**
   * Follows the stored energy. Where the program charges and discharges at once, the difference
   * alone gives the same stored energy and takes less.
   *
   * @param storedKwh wanted energy after each slot
   */
  static double[] battery(GridBattery battery, double[] storedKwh, double hours) {
    int slots = storedKwh.length;
    double[] row = new double[slots];
    double stored = battery.initialKwh();
    for (int slot = 0; slot < slots; slot++) {
      double wanted = snap(storedKwh[slot], battery);
      row[slot] = power(battery, wanted - stored, hours);
      stored = after(battery, stored, row[slot], hours);
    }
    double missing = battery.finalKwh() - stored;
    for (int slot = slots - 1; slot >= 0 && missing > 0; slot--) {
      missing = topUp(battery, row, slot, missing, hours);
    }
    return row;
  }

  private static double snap(double kwh, GridBattery battery) {
    double near = SNAP * (battery.maximumKwh() - battery.minimumKwh());
    if (kwh < battery.minimumKwh() + near) {
      return battery.minimumKwh();
    }
    return kwh > battery.maximumKwh() - near ? battery.maximumKwh() : kwh;
  }

  private static double power(GridBattery battery, double change, double hours) {
    if (change >= 0) {
      return snap(change / hours / battery.chargeEfficiency(), battery.chargeKw());
    }
    return -snap(-change * battery.dischargeEfficiency() / hours, battery.dischargeKw());
  }

  private static double snap(double power, double most) {
    if (power < SNAP * most) {
      return 0;
    }
    return power > most * (1 - SNAP) ? most : power;
  }

  private static double after(GridBattery battery, double stored, double power, double hours) {
    double change =
        power >= 0
            ? power * battery.chargeEfficiency() * hours
            : power / battery.dischargeEfficiency() * hours;
    return stored + change;
  }

  /** Adds energy in the last slots, as far as power and room allow; returns what still lacks. */
  private static double topUp(
      GridBattery battery, double[] row, int slot, double missing, double hours) {
    double stored = battery.initialKwh();
    double highest = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < row.length; at++) {
      stored = after(battery, stored, row[at], hours);
      highest = at >= slot ? Math.max(highest, stored) : highest;
    }
    double room = Math.min(missing, battery.maximumKwh() - highest);
    if (room <= 0) {
      return missing;
    }
    double wanted =
        (row[slot] >= 0
                ? row[slot] * battery.chargeEfficiency() * hours
                : row[slot] / battery.dischargeEfficiency() * hours)
            + room;
    double power =
        wanted >= 0
            ? Math.min(battery.chargeKw(), wanted / hours / battery.chargeEfficiency())
            : wanted * battery.dischargeEfficiency() / hours;
    double gained = after(battery, 0, power, hours) - after(battery, 0, row[slot], hours);
    row[slot] = power;
    return missing - gained;
  }

  /**
   * @param kilowatts wanted power in each slot of the window
   */
  static double[] flexible(FlexibleLoad load, double[] kilowatts, double hours, int slots) {
    double[] row = new double[slots];
    double left = load.energyKwh() / hours;
    for (int slot = load.fromSlot(); slot < load.toSlot(); slot++) {
      double wanted = Math.max(0, Math.min(load.maximumKw(), kilowatts[slot - load.fromSlot()]));
      row[slot] = snap(wanted, load.maximumKw());
      left -= row[slot];
    }
    for (int pass = 0; pass < 2; pass++) {
      for (int slot = load.fromSlot(); slot < load.toSlot() && left != 0; slot++) {
        boolean between = row[slot] > 0 && row[slot] < load.maximumKw();
        if (between || pass == 1) {
          double moved = Math.max(-row[slot], Math.min(load.maximumKw() - row[slot], left));
          row[slot] += moved;
          left -= moved;
        }
      }
    }
    return row;
  }
}
