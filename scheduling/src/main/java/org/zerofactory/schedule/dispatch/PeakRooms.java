package org.zerofactory.schedule.dispatch;

import java.util.Arrays;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * Which slots can make the peak of which scenario. A slot that stays below the least possible peak
 * whatever the devices do is left out.
 *
 * @param scenarios of the peaks that can be changed at all
 * @param price money per kW of each peak
 * @param range kW from the least to the highest possible peak of each
 * @param firstOfSlot first room of each slot, one more at the end
 * @param peakOfRoom index into {@code scenarios}
 * @param belowLeast kW from the slot's fixed power up to the least possible peak
 * @param constant money for the least possible peaks
 */
record PeakRooms(
    int[] scenarios,
    double[] price,
    double[] range,
    int[] firstOfSlot,
    int[] peakOfRoom,
    double[] belowLeast,
    double constant) {

  /**
   * @param low least power of all devices together
   * @param high highest power of all devices together
   */
  static PeakRooms of(SlotEnergy energy, SlotPrice price, double low, double high) {
    int count = 0;
    int[] scenarios = new int[price.scenarios];
    double[] least = new double[price.scenarios];
    double[] range = new double[price.scenarios];
    double[] prices = new double[price.scenarios];
    double constant = 0;
    for (int scenario = 0; scenario < price.scenarios; scenario++) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int slot = 0; slot < price.slots; slot++) {
        highest = Math.max(highest, price.fixedKw(scenario, slot));
      }
      double money = price.weight(scenario) * energy.peakCost();
      double from = Math.max(energy.freePeakKw(), highest + low);
      double to = Math.max(energy.freePeakKw(), highest + high);
      constant += money * (from - energy.freePeakKw());
      if (money > 0 && to > from) {
        scenarios[count] = scenario;
        least[count] = from;
        range[count] = to - from;
        prices[count++] = money;
      }
    }
    int[] first = new int[price.slots + 1];
    int[] peakOfRoom = new int[price.slots * count];
    double[] below = new double[price.slots * count];
    int rooms = 0;
    for (int slot = 0; slot < price.slots; slot++) {
      for (int peak = 0; peak < count; peak++) {
        double fixed = price.fixedKw(scenarios[peak], slot);
        if (fixed + high > least[peak]) {
          peakOfRoom[rooms] = peak;
          below[rooms++] = least[peak] - fixed;
        }
      }
      first[slot + 1] = rooms;
    }
    return new PeakRooms(
        Arrays.copyOf(scenarios, count),
        Arrays.copyOf(prices, count),
        Arrays.copyOf(range, count),
        first,
        Arrays.copyOf(peakOfRoom, rooms),
        Arrays.copyOf(below, rooms),
        constant);
  }
}
