package org.zerofactory.domain.schedule;

import java.util.List;

/**
 * How a product is made: its routing (ISA-95: operations definition).
 *
 * @param product id, which orders name
 * @param minimumLot fewest units that are made in one go, 1 or more
 * @param maximumLot most units of one lot, such as what an oven holds; larger orders are split
 * @param segments in any order that suits reading; {@code after} says what comes first
 */
public record OperationsDefinition(
    String product, long minimumLot, long maximumLot, List<ProcessSegment> segments) {

  public OperationsDefinition {
    segments = List.copyOf(segments);
  }
}
