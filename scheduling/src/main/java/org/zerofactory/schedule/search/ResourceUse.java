package org.zerofactory.schedule.search;

import java.util.List;
import org.zerofactory.schedule.grid.GridResource;

/** Units of each resource taken per slot, and by how much they exceed what there is. */
final class ResourceUse {

  private final int slots;
  private final int[] capacity;
  private final Cells used;
  private long over;
  private long oldOver;

  /**
   * @param slots of the search, which may go beyond those of the resources; there is no limit there
   */
  ResourceUse(List<GridResource> resources, int slots) {
    this.slots = slots;
    this.capacity = new int[resources.size() * slots];
    this.used = new Cells(capacity.length);
    for (int number = 0; number < resources.size(); number++) {
      int[] of = resources.get(number).capacity();
      for (int slot = 0; slot < slots; slot++) {
        capacity[number * slots + slot] = slot < of.length ? of[slot] : Integer.MAX_VALUE / 2;
      }
    }
    reset();
  }

  void reset() {
    used.fill(0);
    over = 0;
    begin();
  }

  void begin() {
    used.begin();
    oldOver = over;
  }

  void rollback() {
    used.rollback();
    over = oldOver;
  }

  void add(int resource, int slot, int units) {
    int cell = resource * slots + slot;
    int before = used.get(cell);
    used.set(cell, before + units);
    over += Math.max(0, before + units - capacity[cell]) - Math.max(0, before - capacity[cell]);
  }

  boolean fits(int resource, int slot, int units) {
    int cell = resource * slots + slot;
    return used.get(cell) + units <= capacity[cell];
  }

  /** Sum of units above capacity over all slots. */
  long over() {
    return over;
  }
}
