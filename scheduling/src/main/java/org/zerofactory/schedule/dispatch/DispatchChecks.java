package org.zerofactory.schedule.dispatch;

import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/** Refuses what no dispatch can fulfil, and says by how much. */
final class DispatchChecks {

  private static final double TOLERANCE_KWH = 1e-9;

  private DispatchChecks() {}

  static void check(SlotEnergy energy, double slotHours, double[] machineKw) {
    int slots = energy.importCost().length;
    if (!(slotHours > 0) || !Double.isFinite(slotHours)) {
      throw new IllegalArgumentException("slotHours: expected more than 0, got " + slotHours);
    }
    if (machineKw.length != slots) {
      throw new IllegalArgumentException(
          "machineKw: expected %d slots, got %d".formatted(slots, machineKw.length));
    }
    for (int slot = 0; slot < slots; slot++) {
      if (!Double.isFinite(machineKw[slot])) {
        throw new IllegalArgumentException(
            "machineKw of slot %d: expected a finite power, got %s"
                .formatted(slot, machineKw[slot]));
      }
    }
    energy.flexibleLoads().forEach(load -> window(load, slots, slotHours));
    energy.batteries().forEach(battery -> reachable(battery, slots, slotHours));
  }

  private static void window(FlexibleLoad load, int slots, double hours) {
    if (load.fromSlot() < 0 || load.toSlot() > slots || load.fromSlot() >= load.toSlot()) {
      throw new IllegalArgumentException(
          "flexible load %s: expected a window inside slots 0 to %d, got %d to %d"
              .formatted(load.id(), slots, load.fromSlot(), load.toSlot()));
    }
    double most = (load.toSlot() - load.fromSlot()) * hours * load.maximumKw();
    if (load.energyKwh() > most + TOLERANCE_KWH * Math.max(1, most)) {
      throw new IllegalArgumentException(
          "flexible load %s: its window of %d slots holds %.3f kWh at %.3f kW, %.3f kWh too little"
              .formatted(
                  load.id(),
                  load.toSlot() - load.fromSlot(),
                  most,
                  load.maximumKw(),
                  load.energyKwh() - most));
    }
  }

  private static void reachable(GridBattery battery, int slots, double hours) {
    double most =
        battery.initialKwh() + slots * hours * battery.chargeKw() * battery.chargeEfficiency();
    if (battery.finalKwh() > most + TOLERANCE_KWH * Math.max(1, most)) {
      throw new IllegalArgumentException(
          "battery %s: charging throughout reaches %.3f kWh, %.3f kWh less than its final energy"
              .formatted(battery.id(), most, battery.finalKwh() - most));
    }
  }
}
