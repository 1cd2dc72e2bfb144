package org.zerofactory.domain.schedule;

import java.time.Instant;

/**
 * What is to be made by when (ISA-95: job order, operations request).
 *
 * @param product id of its operations definition
 * @param quantity units, 1 or more
 * @param release before which it can't begin
 * @param due by which it should have ended, after {@code release}
 * @param firm whether {@code due} is a hard rule
 * @param priority 1 (most urgent) to 9; says what lateness costs
 */
public record ProductionOrder(
    String id,
    String product,
    long quantity,
    Instant release,
    Instant due,
    boolean firm,
    int priority) {

  public static final int LOWEST_PRIORITY = 9;
}
