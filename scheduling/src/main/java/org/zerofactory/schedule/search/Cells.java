package org.zerofactory.schedule.search;

import java.util.Arrays;

/** Whole numbers whose changes since {@link #begin} can be taken back. */
final class Cells {

  private final int[] value;
  private int[] changed = new int[256];
  private int[] old = new int[256];
  private int changes;

  Cells(int size) {
    this.value = new int[size];
    Arrays.fill(value, -1);
  }

  int get(int cell) {
    return value[cell];
  }

  void set(int cell, int to) {
    if (changes == changed.length) {
      changed = Arrays.copyOf(changed, 2 * changes);
      old = Arrays.copyOf(old, 2 * changes);
    }
    changed[changes] = cell;
    old[changes++] = value[cell];
    value[cell] = to;
  }

  void begin() {
    changes = 0;
  }

  void rollback() {
    while (changes > 0) {
      changes--;
      value[changed[changes]] = old[changes];
    }
  }

  void fill(int to) {
    Arrays.fill(value, to);
    changes = 0;
  }
}
