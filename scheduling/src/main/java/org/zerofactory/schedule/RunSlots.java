package org.zerofactory.schedule;

import org.zerofactory.schedule.grid.GridMode;

/** When a run works and when it rests: plain definition. */
final class RunSlots {

  private RunSlots() {}

  /**
   * Whether each slot from {@code start} is worked, up to and with the last worked one. A pausable
   * run rests in closed slots; slots outside the horizon count as open.
   */
  static boolean[] of(GridMode mode, boolean[] open, int start) {
    if (!mode.pausable()) {
      boolean[] all = new boolean[mode.duration()];
      java.util.Arrays.fill(all, true);
      return all;
    }
    int left = mode.duration();
    int length = 0;
    while (left > 0) {
      if (isOpen(open, start + length)) {
        left--;
      }
      length++;
    }
    boolean[] worked = new boolean[length];
    for (int i = 0; i < length; i++) {
      worked[i] = isOpen(open, start + i);
    }
    return worked;
  }

  static boolean isOpen(boolean[] open, int slot) {
    return slot < 0 || slot >= open.length || open[slot];
  }
}
