package org.zerofactory.schedule.search;

import org.zerofactory.schedule.grid.GridMachine;

/** Adds and removes what an operation draws, takes and costs at its place. */
final class Footprint {

  private final PlanState plan;
  private final Layout at;
  private final ResourceUse use;
  private final int horizon;

  private double modes;
  private double moves;
  private double tardiness;
  private long late;
  private long waiting;
  private long overflow;
  private long squeezed;
  private int makespan;

  private double oldModes;
  private double oldMoves;
  private double oldTardiness;
  private long oldLate;
  private long oldWaiting;
  private long oldOverflow;
  private long oldSqueezed;
  private int oldMakespan;

  Footprint(PlanState plan, ResourceUse use) {
    this.plan = plan;
    this.at = plan.at;
    this.use = use;
    this.horizon = at.horizon;
  }

  double money() {
    return modes + moves + tardiness + makespan * at.problem.makespanCost();
  }

  double slotsBroken() {
    return late + waiting + overflow + squeezed;
  }

  double overflow() {
    return overflow;
  }

  void begin() {
    oldModes = modes;
    oldMoves = moves;
    oldTardiness = tardiness;
    oldLate = late;
    oldWaiting = waiting;
    oldOverflow = overflow;
    oldSqueezed = squeezed;
    oldMakespan = makespan;
  }

  void rollback() {
    modes = oldModes;
    moves = oldMoves;
    tardiness = oldTardiness;
    late = oldLate;
    waiting = oldWaiting;
    overflow = oldOverflow;
    squeezed = oldSqueezed;
    makespan = oldMakespan;
  }

  void reset() {
    modes = 0;
    moves = 0;
    tardiness = 0;
    late = 0;
    waiting = 0;
    overflow = 0;
    squeezed = 0;
    makespan = 0;
    begin();
  }

  void add(int operation) {
    apply(operation, 1);
  }

  void remove(int operation) {
    apply(operation, -1);
  }

  private void apply(int operation, int sign) {
    int mode = plan.mode(operation);
    int start = plan.start(operation);
    int end = plan.end(operation);
    int machine = at.machineOf[mode];
    run(mode, start, end, machine, sign);
    if (at.coupled[machine]) {
      gap(operation, machine, sign);
    }
    if (at.resourcesUsed[mode].length > 0) {
      resources(mode, start, end, machine, sign);
    }
    if (at.waits[operation]) {
      waiting(operation, start, sign);
    }
    modes += sign * at.modeCost[mode];
    overflow += sign * Math.max(0, end - horizon);
    moves += sign * at.costOfMove(operation, mode, start);
  }

  private void run(int mode, int start, int end, int machine, int sign) {
    double[] kilowatts = at.kilowatts[mode];
    if (end - start == kilowatts.length) {
      for (int step = 0; step < kilowatts.length; step++) {
        plan.profile.add(start + step, sign * kilowatts[step]);
      }
      return;
    }
    int step = 0;
    double resting = sign * at.standbyKw[machine];
    for (int slot = start; slot < end; slot++) {
      if (at.open(machine, slot, slot + 1)) {
        plan.profile.add(slot, sign * kilowatts[step++]);
      } else if (resting != 0) {
        plan.profile.add(slot, resting);
      }
    }
  }

  private void gap(int operation, int machine, int sign) {
    GridMachine of = at.machine[machine];
    int ready = plan.ready(operation);
    squeezed += sign * squeezed(operation, machine, ready);
    for (int slot = Math.max(0, ready); slot < plan.start(operation); slot++) {
      plan.profile.add(slot, sign * at.setupKw[machine]);
    }
    int earlier = plan.previous(operation);
    int warm = of.warmUpSlots();
    if (earlier == PlanState.NONE) {
      draw(Math.max(0, ready - warm), Math.max(0, ready), sign * at.warmUpKw[machine]);
      return;
    }
    int from = plan.end(earlier);
    int length = ready - from;
    if (length <= 0) {
      return;
    }
    double on = length * at.standbyKw[machine];
    double off = warm * at.warmUpKw[machine];
    if (length >= warm && off < on) {
      draw(ready - warm, ready, sign * at.warmUpKw[machine]);
    } else {
      draw(from, ready, sign * at.standbyKw[machine]);
    }
  }

  /**
   * Slots that a set-up lacks: another neighbour than before may ask for a longer one than there is
   * room for.
   */
  private int squeezed(int operation, int machine, int ready) {
    int earlier = plan.previous(operation);
    int free = earlier == PlanState.NONE ? 0 : plan.end(earlier);
    return Math.max(0, free - ready) + at.closed(machine, ready, plan.start(operation));
  }

  private void draw(int from, int to, double kilowatts) {
    if (kilowatts != 0) {
      for (int slot = from; slot < to; slot++) {
        plan.profile.add(slot, kilowatts);
      }
    }
  }

  private void resources(int mode, int start, int end, int machine, int sign) {
    int[] resources = at.resourcesUsed[mode];
    boolean pauses = end - start != at.duration[mode];
    for (int slot = start; slot < end; slot++) {
      if (!pauses || at.open(machine, slot, slot + 1)) {
        for (int index = 0; index < resources.length; index++) {
          use.add(resources[index], slot, sign * at.unitsUsed[mode][index]);
        }
      }
    }
  }

  boolean fits(int mode, int start) {
    int[] resources = at.resourcesUsed[mode];
    int end = at.starts[mode].end(start);
    for (int index = 0; index < resources.length; index++) {
      for (int slot = start; slot < end; slot++) {
        if (at.open(at.machineOf[mode], slot, slot + 1)
            && !use.fits(resources[index], slot, at.unitsUsed[mode][index])) {
          return false;
        }
      }
    }
    return true;
  }

  private void waiting(int operation, int start, int sign) {
    int from = plan.predecessorsEnd(operation);
    if (from == PlanState.NONE) {
      return;
    }
    if (at.waitsIn[operation] >= 0) {
      for (int slot = from; slot < start; slot++) {
        use.add(at.waitsIn[operation], slot, sign);
      }
    }
    waiting += sign * Math.max(0L, (long) start - from - at.maximumWait[operation]);
  }

  void jobMoved(int job, int from, int to) {
    int before = Math.max(0, from - at.due[job]);
    int now = Math.max(0, to - at.due[job]);
    tardiness += (now - before) * at.tardinessCost[job];
    late += at.firm[job] ? now - before : 0;
  }

  void settleMakespan() {
    if (at.problem.makespanCost() == 0) {
      return;
    }
    makespan = 0;
    for (int machine = 0; machine < at.machines; machine++) {
      int last = plan.last(machine);
      makespan = last == PlanState.NONE ? makespan : Math.max(makespan, plan.end(last));
    }
  }
}
