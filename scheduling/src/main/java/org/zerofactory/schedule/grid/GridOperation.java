package org.zerofactory.schedule.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a job.
 *
 * @param predecessors operations of the same job, by their number in it, all smaller than its own
 * @param modes where and how it may run; at least one
 * @param maximumWaitSlots most slots between the latest end of its predecessors and its beginning,
 *     {@link Integer#MAX_VALUE} for no limit
 * @param waitsIn number of the resource (a buffer) of which it takes one unit from the latest end
 *     of its predecessors until it begins, -1 for none
 * @param fixed where it stays because it runs or was decided, or null
 * @param previous where the plan in force has it, or null
 * @param moveCost money if it is not exactly where {@code previous} says (stability)
 */
public record GridOperation(
    String id,
    List<Integer> predecessors,
    List<GridMode> modes,
    int maximumWaitSlots,
    int waitsIn,
    @Nullable Placement fixed,
    @Nullable Placement previous,
    double moveCost) {

  public GridOperation {
    predecessors = List.copyOf(predecessors);
    modes = List.copyOf(modes);
  }

  /** An operation without waiting limits that is not yet placed. */
  public static GridOperation free(String id, List<Integer> predecessors, List<GridMode> modes) {
    return new GridOperation(id, predecessors, modes, Integer.MAX_VALUE, -1, null, null, 0);
  }

  /**
   * Mode and first slot of an operation.
   *
   * @param mode number in {@link GridOperation#modes}
   * @param start first slot of the run, after the set-up
   */
  public record Placement(int mode, int start) {}
}
