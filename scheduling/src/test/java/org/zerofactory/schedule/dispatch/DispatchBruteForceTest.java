package org.zerofactory.schedule.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;
import org.zerofactory.schedule.grid.SlotEnergy.Scenario;

/** Small cases of whole numbers, where trying every whole power finds the least cost. */
class DispatchBruteForceTest {

  private static final int SLOTS = 4;

  // without losses and peak, an optimum has whole powers if all limits and loads are whole
  @Test
  void noWholePowersAreCheaper() {
    for (int seed = 0; seed < 60; seed++) {
      SlotEnergy energy = energy(new Random(seed), 1, 0);

      Dispatch dispatch = Dispatch.of(energy, 1, new double[SLOTS]);

      double least = new BruteForce(energy).least();
      assertThat(dispatch.cost()).as("seed %d", seed).isCloseTo(least, within(1e-4));
    }
  }

  // with losses and a peak the optimum may lie between whole powers, and below all of them
  @Test
  void noWholePowersAreCheaperWithLossesAndPeak() {
    for (int seed = 0; seed < 60; seed++) {
      SlotEnergy energy = energy(new Random(seed), 0.5, 3);

      Dispatch dispatch = Dispatch.of(energy, 1, new double[SLOTS]);

      double least = new BruteForce(energy).least();
      assertThat(dispatch.cost()).as("seed %d", seed).isLessThan(least + 1e-4);
    }
  }

  private static SlotEnergy energy(Random random, double efficiency, double peakCost) {
    double[] imports = new double[SLOTS];
    double[] exports = new double[SLOTS];
    double[] sunny = new double[SLOTS];
    double[] dull = new double[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      imports[slot] = 1 + random.nextInt(5);
      exports[slot] = random.nextInt(2);
      sunny[slot] = random.nextInt(8) - 5;
      dull[slot] = sunny[slot] + random.nextInt(3);
    }
    GridBattery battery =
        new GridBattery("B", 0, 4, 2, random.nextInt(3), 2, 2, efficiency, efficiency, 0.25);
    return new SlotEnergy(
        List.of(new Scenario("sunny", 0.5, sunny), new Scenario("dull", 0.5, dull)),
        imports,
        exports,
        2,
        Double.POSITIVE_INFINITY,
        peakCost,
        1,
        List.of(battery),
        List.of(new FlexibleLoad("F", 1, 4, 3, 2)));
  }

  /** Tries every whole power of the battery and the flexible load. */
  private static final class BruteForce {

    private final SlotEnergy energy;
    private final GridBattery battery;
    private final SlotPrice price;
    private double least = Double.POSITIVE_INFINITY;

    BruteForce(SlotEnergy energy) {
      this.energy = energy;
      this.battery = energy.batteries().get(0);
      this.price = new SlotPrice(energy, 1, new double[SLOTS]);
    }

    double least() {
      place(0, battery.initialKwh(), 3, new double[SLOTS], new double[SLOTS]);
      return least;
    }

    private void place(int slot, double stored, int left, double[] power, double[] load) {
      if (slot == SLOTS) {
        if (left == 0 && stored >= battery.finalKwh()) {
          Rows rows = new Rows(List.of(power), List.of(load));
          least = Math.min(least, rows.cost(energy, price));
        }
        return;
      }
      for (int kilowatts = -2; kilowatts <= 2; kilowatts++) {
        double after =
            stored
                + (kilowatts > 0
                    ? kilowatts * battery.chargeEfficiency()
                    : kilowatts / battery.dischargeEfficiency());
        for (int given = 0; given <= (slot == 0 ? 0 : Math.min(2, left)); given++) {
          if (after >= 0 && after <= battery.maximumKwh()) {
            power[slot] = kilowatts;
            load[slot] = given;
            place(slot + 1, after, left - given, power, load);
          }
        }
      }
    }
  }
}
