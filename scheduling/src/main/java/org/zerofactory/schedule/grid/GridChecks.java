package org.zerofactory.schedule.grid;

import java.util.List;

/** Refuses a problem that contradicts itself, with the place and what was expected. */
final class GridChecks {

  private static final int MAXIMUM_SLOTS = 100_000;

  private GridChecks() {}

  static void check(
      int slots,
      double slotHours,
      List<GridMachine> machines,
      List<GridResource> resources,
      List<GridJob> jobs,
      List<List<Integer>> flowLines,
      SlotEnergy energy,
      double makespanCost) {
    expect(slots >= 1 && slots <= MAXIMUM_SLOTS, "slots", slots, "1 to 100000");
    expect(slotHours > 0 && Double.isFinite(slotHours), "slotHours", slotHours, "more than 0");
    amount("makespanCost", makespanCost);
    machines.forEach(machine -> machine(machine, slots));
    for (GridResource resource : resources) {
      String place = "resource " + resource.id();
      expect(
          resource.capacity().length == slots, place, resource.capacity().length, slots + " slots");
      for (int capacity : resource.capacity()) {
        expect(capacity >= 0, place + " capacity", capacity, "0 or more");
      }
    }
    jobs.forEach(job -> job(job, machines, resources.size()));
    jobs.forEach(job -> fixed(job, slots));
    for (List<Integer> line : flowLines) {
      for (int machine : line) {
        expect(machine >= 0 && machine < machines.size(), "flow line", machine, "a machine");
      }
    }
    energy(energy, slots);
  }

  private static void machine(GridMachine machine, int slots) {
    String place = "machine " + machine.id();
    expect(
        machine.open().length == slots, place + " open", machine.open().length, slots + " slots");
    int families = machine.setup().length;
    for (int[] row : machine.setup()) {
      expect(row.length == families, place + " setup row", row.length, families + " families");
      for (int length : row) {
        expect(length >= 0, place + " setup", length, "0 slots or more");
      }
    }
    int initial = machine.initialFamily();
    expect(
        initial >= -1 && initial < Math.max(1, families), place + " family", initial, "a family");
    amount(place + " setupKw", machine.setupKw());
    amount(place + " standbyKw", machine.standbyKw());
    amount(place + " offKw", machine.offKw());
    amount(place + " warmUpKw", machine.warmUpKw());
    expect(machine.warmUpSlots() >= 0, place + " warmUpSlots", machine.warmUpSlots(), "0 or more");
  }

  private static void job(GridJob job, List<GridMachine> machines, int resources) {
    String place = "job " + job.id();
    expect(job.releaseSlot() >= 0, place + " releaseSlot", job.releaseSlot(), "0 or more");
    amount(place + " tardinessCost", job.tardinessCost());
    for (int number = 0; number < job.operations().size(); number++) {
      GridOperation operation = job.operations().get(number);
      String at = place + " operation " + operation.id();
      for (int before : operation.predecessors()) {
        expect(before >= 0 && before < number, at + " predecessor", before, "less than " + number);
      }
      expect(!operation.modes().isEmpty(), at + " modes", 0, "at least one");
      expect(
          operation.maximumWaitSlots() >= 0,
          at + " wait",
          operation.maximumWaitSlots(),
          "0 or more");
      int buffer = operation.waitsIn();
      expect(buffer >= -1 && buffer < resources, at + " buffer", buffer, "a resource");
      amount(at + " moveCost", operation.moveCost());
      operation.modes().forEach(mode -> mode(at, mode, machines, resources));
      placement(at + " fixed", operation.fixed(), operation.modes().size());
      placement(at + " previous", operation.previous(), operation.modes().size());
    }
  }

  private static void fixed(GridJob job, int slots) {
    for (GridOperation operation : job.operations()) {
      var at = operation.fixed();
      if (at != null) {
        String place = "job " + job.id() + " operation " + operation.id() + " fixed start";
        String expected = "0 to " + (slots - 1);
        expect(at.start() >= 0 && at.start() < slots, place, at.start(), expected);
      }
    }
  }

  private static void placement(
      String place, GridOperation.@org.jspecify.annotations.Nullable Placement at, int modes) {
    if (at != null) {
      expect(
          at.mode() >= 0 && at.mode() < modes, place + " mode", at.mode(), "0 to " + (modes - 1));
    }
  }

  private static void mode(String place, GridMode mode, List<GridMachine> machines, int resources) {
    int machine = mode.machine();
    expect(machine >= 0 && machine < machines.size(), place + " machine", machine, "a machine");
    expect(mode.duration() >= 1, place + " duration", mode.duration(), "at least 1 slot");
    for (double kilowatts : mode.kilowatts()) {
      amount(place + " kilowatts", kilowatts);
    }
    amount(place + " mode cost", mode.cost());
    int families = machines.get(machine).setup().length;
    expect(
        mode.family() >= -1 && mode.family() < families || families == 0 && mode.family() <= 0,
        place + " family",
        mode.family(),
        "a family of " + machines.get(machine).id());
    mode.uses()
        .forEach(
            (resource, units) -> {
              expect(
                  resource >= 0 && resource < resources, place + " uses", resource, "a resource");
              expect(units >= 1, place + " units", units, "1 or more");
            });
  }

  private static void energy(SlotEnergy energy, int slots) {
    expect(!energy.scenarios().isEmpty(), "scenarios", 0, "at least one");
    double sum = 0;
    for (SlotEnergy.Scenario scenario : energy.scenarios()) {
      String place = "scenario " + scenario.name();
      expect(scenario.weight() > 0, place + " weight", scenario.weight(), "more than 0");
      sum += scenario.weight();
      expect(scenario.baseKw().length == slots, place, scenario.baseKw().length, slots + " slots");
      for (double kilowatts : scenario.baseKw()) {
        expect(Double.isFinite(kilowatts), place + " baseKw", kilowatts, "a finite power");
      }
    }
    expect(Math.abs(sum - 1) < 1e-9, "weights of the scenarios", sum, "a sum of 1");
    expect(
        energy.importCost().length == slots,
        "importCost",
        energy.importCost().length,
        slots + " slots");
    expect(
        energy.exportRevenue().length == slots,
        "exportRevenue",
        energy.exportRevenue().length,
        slots + " slots");
    for (int slot = 0; slot < slots; slot++) {
      double cost = energy.importCost()[slot];
      double revenue = energy.exportRevenue()[slot];
      amount("importCost of slot " + slot, cost);
      expect(
          revenue >= 0 && revenue <= cost,
          "exportRevenue of slot " + slot,
          revenue,
          "0 to " + cost);
    }
    expect(energy.exportLimitKw() >= 0, "exportLimitKw", energy.exportLimitKw(), "0 or more");
    expect(energy.importLimitKw() >= 0, "importLimitKw", energy.importLimitKw(), "0 or more");
    amount("peakCost", energy.peakCost());
    amount("freePeakKw", energy.freePeakKw());
    energy.batteries().forEach(GridChecks::battery);
    for (SlotEnergy.FlexibleLoad load : energy.flexibleLoads()) {
      String place = "flexible load " + load.id();
      expect(
          load.fromSlot() >= 0 && load.toSlot() <= slots && load.fromSlot() < load.toSlot(),
          place + " window",
          load.fromSlot(),
          "a window inside the horizon");
      amount(place + " energyKwh", load.energyKwh());
      amount(place + " maximumKw", load.maximumKw());
    }
  }

  private static void battery(SlotEnergy.GridBattery battery) {
    String place = "battery " + battery.id();
    amount(place + " minimumKwh", battery.minimumKwh());
    amount(place + " chargeKw", battery.chargeKw());
    amount(place + " dischargeKw", battery.dischargeKw());
    amount(place + " wearCost", battery.wearCost());
    double least = battery.minimumKwh();
    double most = battery.maximumKwh();
    expect(most >= least, place + " maximumKwh", most, "at least " + least);
    double initial = battery.initialKwh();
    expect(
        initial >= least && initial <= most, place + " initialKwh", initial, least + " to " + most);
    double last = battery.finalKwh();
    expect(last >= least && last <= most, place + " finalKwh", last, least + " to " + most);
    efficiency(place + " chargeEfficiency", battery.chargeEfficiency());
    efficiency(place + " dischargeEfficiency", battery.dischargeEfficiency());
  }

  private static void efficiency(String place, double value) {
    expect(value > 0 && value <= 1, place, value, "more than 0 to 1");
  }

  private static void amount(String place, double value) {
    expect(value >= 0 && Double.isFinite(value), place, value, "0 or more and finite");
  }

  private static void expect(boolean holds, String place, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(place + ": expected " + expected + ", got " + value);
    }
  }
}
