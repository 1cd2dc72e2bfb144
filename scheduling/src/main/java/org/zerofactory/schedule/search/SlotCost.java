package org.zerofactory.schedule.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.zerofactory.schedule.grid.SlotEnergy;

/** What the machines' load of a slot costs: the mean over the scenarios, convex in the load. */
final class SlotCost {

  private final int scenarios;
  private final double[] weight;
  private final double[][] base;
  private final double[] importCost;
  private final double[] exportRevenue;
  private final double exportLimit;

  /**
   * Kinks of each slot's cost in the load, rising; between them it is {@code level + slope x load}.
   */
  private final double[] kink;

  private final double[] level;
  private final double[] slope;
  private final int kinksPerSlot;
  final double importLimit;
  final double peakCost;
  final double freePeak;

  SlotCost(SlotEnergy energy, double slotHours) {
    List<SlotEnergy.Scenario> all = energy.scenarios();
    this.scenarios = all.size();
    this.weight = all.stream().mapToDouble(SlotEnergy.Scenario::weight).toArray();
    this.base = all.stream().map(scenario -> scenario.baseKw().clone()).toArray(double[][]::new);
    this.importCost = scaled(energy.importCost(), slotHours);
    this.exportRevenue = scaled(energy.exportRevenue(), slotHours);
    this.exportLimit = energy.exportLimitKw();
    this.importLimit = energy.importLimitKw();
    this.peakCost = energy.peakCost();
    this.freePeak = energy.freePeakKw();
    this.kinksPerSlot = (Double.isInfinite(exportLimit) ? 1 : 2) * scenarios;
    this.kink = new double[importCost.length * kinksPerSlot];
    this.level = new double[importCost.length * (kinksPerSlot + 1)];
    this.slope = new double[level.length];
    for (int slot = 0; slot < importCost.length; slot++) {
      fillPieces(slot);
    }
  }

  private void fillPieces(int slot) {
    double[] kinks = new double[kinksPerSlot];
    for (int scenario = 0; scenario < scenarios; scenario++) {
      kinks[scenario] = -base[scenario][slot];
      if (kinksPerSlot > scenarios) {
        kinks[scenarios + scenario] = -exportLimit - base[scenario][slot];
      }
    }
    Arrays.sort(kinks);
    System.arraycopy(kinks, 0, kink, slot * kinksPerSlot, kinksPerSlot);
    for (int piece = 0; piece <= kinksPerSlot; piece++) {
      double until = piece < kinksPerSlot ? kinks[piece] : Double.POSITIVE_INFINITY;
      for (int scenario = 0; scenario < scenarios; scenario++) {
        add(slot, piece, scenario, until);
      }
    }
  }

  /** A scenario's part of the piece of loads up to {@code until}. */
  private void add(int slot, int piece, int scenario, double until) {
    int cell = slot * (kinksPerSlot + 1) + piece;
    double net = base[scenario][slot] + until;
    if (net > 1e-9) {
      slope[cell] += weight[scenario] * importCost[slot];
      level[cell] += weight[scenario] * importCost[slot] * base[scenario][slot];
    } else if (net > -exportLimit + 1e-9) {
      slope[cell] += weight[scenario] * exportRevenue[slot];
      level[cell] += weight[scenario] * exportRevenue[slot] * base[scenario][slot];
    } else {
      level[cell] -= weight[scenario] * exportRevenue[slot] * exportLimit;
    }
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int slot = 0; slot < scaled.length; slot++) {
      scaled[slot] *= factor;
    }
    return scaled;
  }

  int slots() {
    return importCost.length;
  }

  int scenarios() {
    return scenarios;
  }

  double weight(int scenario) {
    return weight[scenario];
  }

  /** Net power of a slot in a scenario, kW. */
  double net(int scenario, int slot, double load) {
    return base[scenario][slot] + load;
  }

  /** Money for the slot at the machines' load in kW; nothing behind the horizon. */
  double of(int slot, double load) {
    if (slot >= importCost.length) {
      return 0;
    }
    int first = slot * kinksPerSlot;
    int piece = 0;
    while (piece < kinksPerSlot && load > kink[first + piece]) {
      piece++;
    }
    int cell = first + slot + piece;
    return level[cell] + slope[cell] * load;
  }

  /** Whether energy costs anything in any slot: if not, only time matters. */
  boolean isFree() {
    for (double cost : importCost) {
      if (cost > 0) {
        return false;
      }
    }
    return peakCost == 0;
  }

  /** Import above the connection's limit in the first scenario, kW. */
  double excess(int slot, double load) {
    return slot >= importCost.length ? 0 : Math.max(0, base[0][slot] + load - importLimit);
  }

  /**
   * Least money for pouring load into slots in any amounts, the cheapest first.
   *
   * @param room most load per slot, kW
   * @param amount sum of the loads of all slots, kW
   */
  double poured(double[] room, double amount) {
    List<double[]> widths = new ArrayList<>();
    for (int slot = 0; slot < room.length; slot++) {
      double from = 0;
      for (int piece = 0; piece <= kinksPerSlot && from < room[slot]; piece++) {
        double kinkOrRoom = piece < kinksPerSlot ? kink[slot * kinksPerSlot + piece] : room[slot];
        double until = Math.min(room[slot], kinkOrRoom);
        if (until > from) {
          widths.add(new double[] {slope[slot * (kinksPerSlot + 1) + piece], until - from});
          from = until;
        }
      }
    }
    widths.sort(Comparator.comparingDouble(piece -> piece[0]));
    double left = amount;
    double sum = 0;
    for (double[] piece : widths) {
      double taken = Math.min(left, piece[1]);
      sum += taken * piece[0];
      left -= taken;
    }
    return sum;
  }
}
