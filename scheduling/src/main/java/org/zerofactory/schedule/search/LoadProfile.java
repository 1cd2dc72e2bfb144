package org.zerofactory.schedule.search;

import java.util.Arrays;

/**
 * The machines' load per slot and what it costs, kept up to date by adding and taking away; every
 * change since {@link #begin} can be taken back exactly.
 */
final class LoadProfile {

  private final SlotCost price;
  private final double[] load;

  /** Cost of each slot at its load. */
  private final double[] costs;

  private final boolean limited;
  private final double always;
  private final double[] peaks;
  private int[] changedSlots = new int[256];
  private double[] oldLoads = new double[256];
  private double[] oldCosts = new double[256];
  private int changes;
  private double cost;
  private double excess;
  private double oldCost;
  private double oldExcess;
  private double peak;
  private double oldPeak;
  private boolean peakKnown;

  LoadProfile(SlotCost price, int slots, double always) {
    this.price = price;
    this.always = always;
    this.load = new double[slots];
    this.costs = new double[slots];
    this.limited = Double.isFinite(price.importLimit);
    this.peaks = new double[price.scenarios()];
    reset();
  }

  /** Empty: only what is drawn in every slot. */
  void reset() {
    Arrays.fill(load, always);
    recount();
    begin();
  }

  /** Counts all slots anew, so that rounding does not add up over millions of changes. */
  void recount() {
    cost = 0;
    excess = 0;
    for (int slot = 0; slot < load.length; slot++) {
      costs[slot] = price.of(slot, load[slot]);
      cost += costs[slot];
      excess += limited ? price.excess(slot, load[slot]) : 0;
    }
    peakKnown = false;
  }

  void begin() {
    peakCost();
    changes = 0;
    oldCost = cost;
    oldExcess = excess;
    oldPeak = peak;
  }

  void rollback() {
    while (changes > 0) {
      changes--;
      load[changedSlots[changes]] = oldLoads[changes];
      costs[changedSlots[changes]] = oldCosts[changes];
    }
    cost = oldCost;
    excess = oldExcess;
    peak = oldPeak;
    peakKnown = true;
  }

  void add(int slot, double kilowatts) {
    double old = load[slot];
    double now = old + kilowatts;
    if (changes == changedSlots.length) {
      changedSlots = Arrays.copyOf(changedSlots, 2 * changes);
      oldLoads = Arrays.copyOf(oldLoads, 2 * changes);
      oldCosts = Arrays.copyOf(oldCosts, 2 * changes);
    }
    changedSlots[changes] = slot;
    oldLoads[changes] = old;
    oldCosts[changes++] = costs[slot];
    load[slot] = now;
    double costNow = price.of(slot, now);
    cost += costNow - costs[slot];
    costs[slot] = costNow;
    if (limited) {
      excess += price.excess(slot, now) - price.excess(slot, old);
    }
    peakKnown = false;
  }

  double load(int slot) {
    return load[slot];
  }

  /** Money that more load in a slot costs, without the peak. */
  double marginal(int slot, double kilowatts) {
    return price.of(slot, load[slot] + kilowatts) - costs[slot];
  }

  /** Money for energy and peak. */
  double cost() {
    return cost + peakCost();
  }

  /** Sum of kW above the connection's limit. */
  double excess() {
    return excess < 1e-6 ? 0 : excess;
  }

  private double peakCost() {
    if (price.peakCost == 0) {
      return 0;
    }
    if (!peakKnown) {
      peak = 0;
      for (int scenario = 0; scenario < peaks.length; scenario++) {
        double highest = price.freePeak;
        for (int slot = 0; slot < price.slots(); slot++) {
          highest = Math.max(highest, price.net(scenario, slot, load[slot]));
        }
        peak += price.weight(scenario) * (highest - price.freePeak) * price.peakCost;
      }
      peakKnown = true;
    }
    return peak;
  }
}
