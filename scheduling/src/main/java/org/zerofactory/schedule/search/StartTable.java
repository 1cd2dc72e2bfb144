package org.zerofactory.schedule.search;

import java.util.Arrays;

/** Where a run of one length may begin on one calendar, and where it then ends. */
final class StartTable {

  /** Later than any slot. */
  static final int NEVER = Integer.MAX_VALUE / 4;

  private final int duration;
  private final int[] end;
  private final int[] next;
  private final int[] last;

  StartTable(boolean[] open, int duration, boolean pausable) {
    int slots = open.length;
    this.end = new int[slots];
    this.next = new int[slots + 1];
    this.last = new int[slots + 1];
    this.duration = duration;
    Arrays.fill(end, -1);
    for (int slot = 0; slot < slots; slot++) {
      end[slot] = pausable ? pausedEnd(open, duration, slot) : plainEnd(open, duration, slot);
    }
    fillNext(slots);
    fillLast(slots);
  }

  private StartTable(StartTable other, int start) {
    int slots = other.end.length;
    this.duration = other.duration;
    this.end = other.end.clone();
    this.next = new int[slots + 1];
    this.last = new int[slots + 1];
    end[start] = Math.min(slots, start + duration);
    fillNext(slots);
    fillLast(slots);
  }

  /** The same, with a run that begins at {@code start} against the calendar. */
  StartTable with(int start) {
    return new StartTable(this, start);
  }

  private void fillNext(int slots) {
    next[slots] = NEVER;
    for (int slot = slots - 1; slot >= 0; slot--) {
      next[slot] = end[slot] >= 0 ? slot : next[slot + 1];
    }
  }

  private void fillLast(int slots) {
    Arrays.fill(last, -1);
    for (int slot = 0; slot < slots; slot++) {
      if (end[slot] >= 0) {
        last[end[slot]] = Math.max(last[end[slot]], slot);
      }
    }
    for (int slot = 1; slot <= slots; slot++) {
      last[slot] = Math.max(last[slot], last[slot - 1]);
    }
  }

  private static int plainEnd(boolean[] open, int duration, int start) {
    if (start + duration > open.length) {
      return -1;
    }
    for (int slot = start; slot < start + duration; slot++) {
      if (!open[slot]) {
        return -1;
      }
    }
    return start + duration;
  }

  private static int pausedEnd(boolean[] open, int duration, int start) {
    if (!open[start]) {
      return -1;
    }
    int left = duration;
    for (int slot = start; slot < open.length; slot++) {
      left -= open[slot] ? 1 : 0;
      if (left == 0) {
        return slot + 1;
      }
    }
    return -1;
  }

  /** Slot after the run that begins at {@code start}, which must be possible. */
  int end(int start) {
    return end[start];
  }

  /** Whether a run may begin there. */
  boolean possible(int start) {
    return start >= 0 && start < end.length && end[start] >= 0;
  }

  /** First possible start at or after the slot, {@link #NEVER} if there is none. */
  int next(int slot) {
    return slot >= next.length ? NEVER : next[Math.max(0, slot)];
  }

  /** Last possible start whose run ends at or before the slot, -1 if there is none. */
  int last(int slot) {
    return slot < 0 ? -1 : last[Math.min(slot, last.length - 1)];
  }
}
