package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zerofactory.schedule.grid.GridMachine;

/**
 * What one machine does over the horizon: its runs in order, their set-ups and its power in every
 * slot. Plain definition, from nothing.
 *
 * @param runs in the order of their starts
 * @param setupSlots slots of set-up before each run
 */
record MachineDay(GridMachine machine, List<PlacedRun> runs, int[] setupSlots) {

  static MachineDay of(GridMachine machine, int number, List<PlacedRun> all) {
    List<PlacedRun> runs = new ArrayList<>();
    for (PlacedRun run : all) {
      if (run.mode().machine() == number) {
        runs.add(run);
      }
    }
    runs.sort(Comparator.comparingInt(PlacedRun::start).thenComparingInt(PlacedRun::number));
    int[] setups = new int[runs.size()];
    int family = machine.initialFamily();
    for (int i = 0; i < setups.length; i++) {
      int next = runs.get(i).mode().family();
      if (next >= 0 && machine.setup().length > 0) {
        setups[i] = family < 0 ? 0 : machine.setup()[family][next];
        family = next;
      }
    }
    return new MachineDay(machine, runs, setups);
  }

  /** First slot that the run occupies, with its set-up. */
  int occupiedFrom(int position) {
    return runs.get(position).start() - setupSlots[position];
  }

  /** Adds the machine's power to {@code kilowatts}, one value per slot. */
  void addPower(double[] kilowatts) {
    for (int slot = 0; slot < kilowatts.length; slot++) {
      kilowatts[slot] += machine.offKw();
    }
    for (int i = 0; i < runs.size(); i++) {
      PlacedRun run = runs.get(i);
      int worked = 0;
      for (int slot = run.start(); slot < run.end(); slot++) {
        boolean works = run.worked()[slot - run.start()];
        double power = works ? run.mode().kilowatts()[worked++] : machine.standbyKw();
        insteadOfOff(kilowatts, slot, slot + 1, power);
      }
      int from = occupiedFrom(i);
      insteadOfOff(kilowatts, from, run.start(), machine.setupKw());
      if (i == 0) {
        insteadOfOff(kilowatts, from - machine.warmUpSlots(), from, machine.warmUpKw());
      } else {
        gap(kilowatts, runs.get(i - 1).end(), from);
      }
    }
  }

  /** Stands by, or is off and warms up again, whatever takes less energy; at a tie stands by. */
  private void gap(double[] kilowatts, int from, int to) {
    int slots = to - from;
    int warmUp = machine.warmUpSlots();
    double standby = (machine.standbyKw() - machine.offKw()) * slots;
    double off = (machine.warmUpKw() - machine.offKw()) * warmUp;
    if (slots < warmUp || standby <= off) {
      insteadOfOff(kilowatts, from, to, machine.standbyKw());
    } else {
      insteadOfOff(kilowatts, to - warmUp, to, machine.warmUpKw());
    }
  }

  private void insteadOfOff(double[] kilowatts, int from, int to, double power) {
    for (int slot = Math.max(0, from); slot < Math.min(kilowatts.length, to); slot++) {
      kilowatts[slot] += power - machine.offKw();
    }
  }
}
