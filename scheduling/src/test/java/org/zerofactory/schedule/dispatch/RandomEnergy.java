package org.zerofactory.schedule.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;
import org.zerofactory.schedule.grid.SlotEnergy.Scenario;

/** Small problems with everything that a dispatch may meet, and awkward corners on purpose. */
record RandomEnergy(SlotEnergy energy, double hours, double[] machineKw) {

  static RandomEnergy of(long seed) {
    Random random = new Random(seed);
    int slots = 1 + random.nextInt(24);
    double hours = random.nextBoolean() ? 0.25 : 1;
    double[] imports = new double[slots];
    double[] exports = new double[slots];
    double[] machines = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      imports[slot] = random.nextInt(4) == 0 ? 0.5 : random.nextInt(5) * 0.3;
      exports[slot] = random.nextBoolean() ? 0 : imports[slot] * random.nextInt(3) / 2.0;
      machines[slot] = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
    }
    List<GridBattery> batteries = new ArrayList<>();
    for (int number = random.nextInt(3); number > 0; number--) {
      batteries.add(battery(random, "B" + number, slots * hours));
    }
    List<FlexibleLoad> loads = new ArrayList<>();
    for (int number = random.nextInt(4); number > 0; number--) {
      loads.add(load(random, "F" + number, slots, hours));
    }
    double none = Double.POSITIVE_INFINITY;
    SlotEnergy energy =
        new SlotEnergy(
            scenarios(random, slots),
            imports,
            exports,
            random.nextBoolean() ? none : random.nextInt(30),
            random.nextInt(3) > 0 ? none : 30 + random.nextInt(60),
            random.nextBoolean() ? 0 : random.nextInt(20),
            random.nextInt(50),
            batteries,
            loads);
    return new RandomEnergy(energy, hours, machines);
  }

  private static List<Scenario> scenarios(Random random, int slots) {
    int count = random.nextBoolean() ? 1 : 3;
    List<Scenario> scenarios = new ArrayList<>();
    for (int scenario = 0; scenario < count; scenario++) {
      double[] base = new double[slots];
      for (int slot = 0; slot < slots; slot++) {
        base[slot] = random.nextInt(100) - 60;
      }
      double weight = count == 1 ? 1 : scenario == 0 ? 0.5 : 0.25;
      scenarios.add(new Scenario("S" + scenario, weight, base));
    }
    return scenarios;
  }

  private static GridBattery battery(Random random, String id, double hours) {
    double least = random.nextInt(3) * 5;
    double most = least + random.nextInt(4) * 20;
    double initial = least + (most - least) * random.nextInt(5) / 4;
    double charge = random.nextInt(4) * 10;
    double in = 1 - 0.05 * random.nextInt(4);
    double reach = Math.min(most, initial + charge * in * hours);
    double last = least + (reach - least) * random.nextInt(3) / 2;
    double out = 1 - 0.05 * random.nextInt(4);
    double wear = random.nextInt(3) * 0.04;
    return new GridBattery(
        id, least, most, initial, last, charge, random.nextInt(4) * 10, in, out, wear);
  }

  private static FlexibleLoad load(Random random, String id, int slots, double hours) {
    int from = random.nextInt(slots);
    int to = from + 1 + random.nextInt(slots - from);
    double most = random.nextInt(4) * 5;
    double kwh = (to - from) * hours * most * random.nextInt(5) / 4;
    return new FlexibleLoad(id, from, to, kwh, most);
  }
}
