package org.zerofactory.schedule.search;

/**
 * What it would cost to have an operation at a place, beside all that is placed: its set-up and
 * run, lateness and the move. Peak, mode and what the machine draws in gaps are left out.
 */
final class PlaceCost {

  private final PlanState plan;
  private final Layout at;
  private final double firmPrice;

  /**
   * @param firmPrice money for a slot of firm lateness, or behind the horizon
   */
  PlaceCost(PlanState plan, double firmPrice) {
    this.plan = plan;
    this.at = plan.at;
    this.firmPrice = firmPrice;
  }

  /**
   * @param setup slots of set-up before the start
   * @param enough a cost from which on the exact one does not matter
   */
  double of(int operation, int mode, int start, int setup, double enough) {
    int machine = at.machineOf[mode];
    int end = at.starts[mode].end(start);
    double cost = lateness(operation, end) + at.costOfMove(operation, mode, start);
    for (int slot = start - setup; slot < start; slot++) {
      cost += plan.profile.marginal(slot, at.setupKw[machine]);
    }
    double[] kilowatts = at.kilowatts[mode];
    boolean rests = end - start != kilowatts.length;
    int step = 0;
    for (int slot = start; slot < end && cost < enough; slot++) {
      boolean works = !rests || at.open(machine, slot, slot + 1);
      cost += plan.profile.marginal(slot, works ? kilowatts[step++] : at.standbyKw[machine]);
    }
    return cost;
  }

  private double lateness(int operation, int end) {
    int job = at.jobOf[operation];
    double beyond = firmPrice * Math.max(0, end - at.horizon);
    int late = end - at.due[job];
    if (late <= 0 || at.after[operation].length > 0) {
      return beyond;
    }
    return beyond + late * (at.firm[job] ? firmPrice : at.tardinessCost[job]);
  }
}
