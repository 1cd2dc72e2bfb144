package org.zerofactory.schedule.grid;

import java.util.Map;

/**
 * One way to do an operation: a machine and a speed.
 *
 * @param machine number of the machine
 * @param kilowatts power of each slot of the run, without set-up; its length is the run's length,
 *     at least 1
 * @param family set-up family, an index into the machine's set-up matrix, -1 for none (no set-up
 *     before it, and the family before stays)
 * @param pausable whether it may rest in closed slots and go on after them; it draws the machine's
 *     standby power then and keeps the machine
 * @param cost money of the mode itself, such as wear or wages, 0 or more
 * @param uses resource number to units taken in every slot of the run that is not a pause
 */
public record GridMode(
    int machine,
    double[] kilowatts,
    int family,
    boolean pausable,
    double cost,
    Map<Integer, Integer> uses) {

  public GridMode {
    kilowatts = kilowatts.clone();
    uses = Map.copyOf(uses);
  }

  /** A mode without set-up, crew or cost of its own. */
  public static GridMode plain(int machine, double[] kilowatts) {
    return new GridMode(machine, kilowatts, -1, false, 0, Map.of());
  }

  /** Slots of the run, without set-up and pauses. */
  public int duration() {
    return kilowatts.length;
  }
}
