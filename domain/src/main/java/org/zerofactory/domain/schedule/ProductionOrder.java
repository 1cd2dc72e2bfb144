package org.zerofactory.domain.schedule;

import java.time.Instant;
import java.util.List;

/**
 * What is to be made by when (ISA-95: job order, operations request).
 *
 * @param product id of its operations definition
 * @param quantity units, 1 or more
 * @param release before which it can't begin
 * @param due by which it should have ended, after {@code release}
 * @param firm whether {@code due} is a hard rule
 * @param priority 1 (most urgent) to 9; says what lateness costs
 * @param equipment the only machines that may make it; empty for any (ISA-95: equipment
 *     requirement)
 */
public record ProductionOrder(
    String id,
    String product,
    long quantity,
    Instant release,
    Instant due,
    boolean firm,
    int priority,
    List<String> equipment) {

  public static final int LOWEST_PRIORITY = 9;

  public ProductionOrder {
    equipment = List.copyOf(equipment);
  }

  /** How a segment may be done for this order: its machines bind the segments that they can do. */
  public List<SpeedMode> modesOf(ProcessSegment segment) {
    List<SpeedMode> allowed =
        segment.modes().stream().filter(mode -> equipment.contains(mode.equipment())).toList();
    return allowed.isEmpty() ? segment.modes() : allowed;
  }
}
