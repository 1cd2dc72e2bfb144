package org.zerofactory.schedule.grid;

import java.util.List;

/**
 * A production order (ISA-95: job order) as the search sees it.
 *
 * @param releaseSlot first slot in which it may begin
 * @param dueSlot slot before whose beginning it should have ended; {@code slots} of the problem or
 *     more if it is due later than the horizon
 * @param firm whether the due slot is a hard rule
 * @param tardinessCost money per slot that it ends after {@code dueSlot}
 * @param operations in their order; each names its predecessors
 */
public record GridJob(
    String id,
    int releaseSlot,
    int dueSlot,
    boolean firm,
    double tardinessCost,
    List<GridOperation> operations) {

  public GridJob {
    operations = List.copyOf(operations);
  }
}
