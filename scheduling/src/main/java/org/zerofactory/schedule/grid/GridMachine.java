package org.zerofactory.schedule.grid;

import java.util.Arrays;

/**
 * A machine (ISA-95: equipment, work unit) that does one operation at a time.
 *
 * <p>Between its operations it stands by or is switched off, whatever takes less energy: a gap of
 * {@code g} slots draws {@code standbyKw} throughout, or {@code offKw} with {@code warmUpKw} in the
 * last {@code warmUpSlots} of it. Before its first and after its last operation it is off; the
 * warm-up before the first operation is drawn in the slots before it (as far as the horizon has
 * them).
 *
 * @param id name for messages
 * @param open one flag per slot: whether it may work in it
 * @param setup set-up slots by {@code [family before][family after]}, square, 0 on the diagonal or
 *     not; empty if there are no families. A set-up directly precedes its operation and occupies
 *     the machine; the first operation of the horizon is set up from {@code initialFamily}
 * @param setupKw power while being set up
 * @param initialFamily family it is set up for at slot 0, -1 for "needs no first set-up"
 * @param standbyKw power between operations when left on
 * @param offKw power when off
 * @param warmUpSlots slots from off to ready, 0 if at once
 * @param warmUpKw power while warming up
 */
public record GridMachine(
    String id,
    boolean[] open,
    int[][] setup,
    double setupKw,
    int initialFamily,
    double standbyKw,
    double offKw,
    int warmUpSlots,
    double warmUpKw) {

  public GridMachine {
    open = open.clone();
    setup = Arrays.stream(setup).map(int[]::clone).toArray(int[][]::new);
  }

  /** A machine without set-ups that draws nothing when it does not work, open all the time. */
  public static GridMachine plain(String id, int slots) {
    boolean[] open = new boolean[slots];
    Arrays.fill(open, true);
    return new GridMachine(id, open, new int[0][], 0, -1, 0, 0, 0, 0);
  }
}
