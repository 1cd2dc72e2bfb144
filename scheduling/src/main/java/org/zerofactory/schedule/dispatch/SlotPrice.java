package org.zerofactory.schedule.dispatch;

import java.util.Arrays;
import java.util.List;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * What power beside base and machines costs in a slot: the mean over the scenarios by weight, plain
 * definition. Import above the connection's limit has a price so high that it is only paid where
 * nothing else helps.
 */
final class SlotPrice {

  final int slots;
  final double hours;
  final int scenarios;
  private final SlotEnergy energy;
  private final double[] weight;
  private final double[][] fixedKw;
  private final double overLimitPrice;

  /**
   * @param machineKw power of the machines, and of everything else that is decided, per slot
   */
  SlotPrice(SlotEnergy energy, double hours, double[] machineKw) {
    this.energy = energy;
    this.hours = hours;
    this.slots = machineKw.length;
    List<SlotEnergy.Scenario> all = energy.scenarios();
    this.scenarios = all.size();
    this.weight = all.stream().mapToDouble(SlotEnergy.Scenario::weight).toArray();
    this.fixedKw = new double[scenarios][];
    for (int scenario = 0; scenario < scenarios; scenario++) {
      fixedKw[scenario] = all.get(scenario).baseKw().clone();
      for (int slot = 0; slot < slots; slot++) {
        fixedKw[scenario][slot] += machineKw[slot];
      }
    }
    this.overLimitPrice = overLimitPrice();
  }

  /** More than a kW less import can cost by way of all batteries' losses, wear and a peak. */
  private double overLimitPrice() {
    double dearest = dearest();
    double losses = 1;
    for (GridBattery battery : energy.batteries()) {
      dearest += battery.wearCost() * hours;
      losses /= battery.chargeEfficiency() * battery.dischargeEfficiency();
    }
    return 4 * (dearest + energy.peakCost()) * Math.min(losses, 100) + 1e-6;
  }

  /** Money per kW in the slot with the dearest import; of the peak, or 1, if import is free. */
  double dearest() {
    double dearest = Arrays.stream(energy.importCost()).max().orElse(0) * hours;
    if (dearest > 0) {
      return dearest;
    }
    return energy.peakCost() > 0 ? energy.peakCost() : 1;
  }

  double weight(int scenario) {
    return weight[scenario];
  }

  /** Net power in kW without batteries and flexible loads. */
  double fixedKw(int scenario, int slot) {
    return fixedKw[scenario][slot];
  }

  /** Money for the energy of a slot, without peak and limit. */
  double energyCost(int slot, double kilowatts) {
    double sum = 0;
    for (int scenario = 0; scenario < scenarios; scenario++) {
      double net = fixedKw[scenario][slot] + kilowatts;
      double perHour =
          net >= 0
              ? net * energy.importCost()[slot]
              : Math.max(net, -energy.exportLimitKw()) * energy.exportRevenue()[slot];
      sum += weight[scenario] * perHour * hours;
    }
    return sum;
  }

  /** {@link #energyCost} with the price of import above the limit. */
  double of(int slot, double kilowatts) {
    return energyCost(slot, kilowatts) + overLimitPrice * excessKw(slot, kilowatts);
  }

  /** Import above the connection's limit in the scenario that is planned for. */
  double excessKw(int slot, double kilowatts) {
    return Math.max(0, fixedKw[0][slot] + kilowatts - energy.importLimitKw());
  }

  /** Money for the peak if these are the powers of all slots. */
  double peakCost(double[] kilowatts) {
    double sum = 0;
    for (int scenario = 0; scenario < scenarios; scenario++) {
      double highest = energy.freePeakKw();
      for (int slot = 0; slot < slots; slot++) {
        highest = Math.max(highest, fixedKw[scenario][slot] + kilowatts[slot]);
      }
      sum += weight[scenario] * energy.peakCost() * (highest - energy.freePeakKw());
    }
    return sum;
  }

  /**
   * Powers between {@code low} and {@code high} where the cost of a slot bends, with both ends,
   * rising.
   */
  double[] bends(int slot, double low, double high) {
    double[] bends = new double[2 * scenarios + 3];
    int count = 0;
    bends[count++] = low;
    bends[count++] = high;
    for (int scenario = 0; scenario < scenarios; scenario++) {
      count = bend(bends, count, -fixedKw[scenario][slot], low, high);
      double full = -fixedKw[scenario][slot] - energy.exportLimitKw();
      count = bend(bends, count, full, low, high);
    }
    count = bend(bends, count, energy.importLimitKw() - fixedKw[0][slot], low, high);
    Arrays.sort(bends, 0, count);
    return Arrays.copyOf(bends, count);
  }

  private static int bend(double[] bends, int count, double at, double low, double high) {
    if (at > low && at < high) {
      bends[count] = at;
      return count + 1;
    }
    return count;
  }
}
