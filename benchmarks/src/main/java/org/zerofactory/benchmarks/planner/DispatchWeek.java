package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;
import org.zerofactory.schedule.grid.SlotEnergy.Scenario;

/**
 * A made-up week of 672 quarter hours: 400 kW of sun at the most, night, day and evening prices, a
 * peak charge, an import limit, batteries of 200 kWh and more, and chargers with a window each.
 *
 * @param machineKw what the machines draw
 */
record DispatchWeek(SlotEnergy energy, double[] machineKw) {

  static final double SLOT_HOURS = 0.25;
  private static final int SLOTS = 672;
  private static final int DAY = 96;
  private static final double[] SUN = {1, 0.6, 1.25};

  static DispatchWeek of(int scenarios, int batteries, int loads, long seed) {
    Random random = new Random(seed);
    double[] imports = new double[SLOTS];
    double[] exports = new double[SLOTS];
    double[] machines = new double[SLOTS];
    double level = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      int quarter = slot % DAY;
      imports[slot] = quarter < 28 ? 0.35 : quarter >= 72 && quarter < 88 ? 1.3 : 0.8;
      exports[slot] = 0.3;
      level = random.nextInt(6) == 0 ? 40 * random.nextInt(5) : level;
      machines[slot] = quarter > 24 && quarter < 88 ? level : 0;
    }
    SlotEnergy energy =
        new SlotEnergy(
            scenarios(random, scenarios),
            imports,
            exports,
            150,
            420,
            30,
            150,
            batteries(batteries),
            loads(random, loads));
    return new DispatchWeek(energy, machines);
  }

  private static List<Scenario> scenarios(Random random, int count) {
    double[] load = new double[SLOTS];
    double[] sun = new double[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      int quarter = slot % DAY;
      load[slot] = 80 + 9 * random.nextGaussian() + (quarter > 28 && quarter < 80 ? 120 : 0);
      double height = Math.max(0, Math.sin((quarter - 24) / 48.0 * Math.PI));
      sun[slot] = 400 * height * (0.6 + 0.4 * random.nextDouble());
    }
    List<Scenario> scenarios = new ArrayList<>();
    for (int scenario = 0; scenario < count; scenario++) {
      double[] base = load.clone();
      for (int slot = 0; slot < SLOTS; slot++) {
        base[slot] -= SUN[scenario] * sun[slot];
      }
      double weight = count == 1 ? 1 : scenario == 0 ? 0.5 : 0.5 / (count - 1);
      scenarios.add(new Scenario("sun " + SUN[scenario], weight, base));
    }
    return scenarios;
  }

  private static List<GridBattery> batteries(int count) {
    List<GridBattery> batteries = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      double most = 200 + 50 * number;
      double power = 100 + 10 * number;
      double wear = 0.05 * (number + 1);
      batteries.add(
          new GridBattery("B" + number, 20, most, 100, 100, power, power, 0.95, 0.94, wear));
    }
    return batteries;
  }

  private static List<FlexibleLoad> loads(Random random, int count) {
    List<FlexibleLoad> loads = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int from = number * DAY + 20;
      int to = from + 20 + random.nextInt(40);
      double most = 20 + 10 * number;
      double kwh = (to - from) * SLOT_HOURS * most * (0.2 + 0.6 * random.nextDouble());
      loads.add(new FlexibleLoad("F" + number, from, to, kwh, most));
    }
    return loads;
  }
}
