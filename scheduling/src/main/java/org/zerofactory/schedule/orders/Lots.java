package org.zerofactory.schedule.orders;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.domain.schedule.OperationsDefinition;

/** Splits an order into as few lots as the largest lot allows, as equal as whole units can be. */
final class Lots {

  private Lots() {}

  /** Units of each lot; the larger ones first. */
  static List<Long> of(long quantity, OperationsDefinition definition) {
    long count = Math.max(1, -Math.floorDiv(-quantity, definition.maximumLot()));
    List<Long> lots = new ArrayList<>();
    for (long lot = 0; lot < count; lot++) {
      lots.add(quantity / count + (lot < quantity % count ? 1 : 0));
    }
    return lots;
  }

  /** Units that the smallest lot lacks to the least that is made in one go, 0 if none. */
  static long missing(List<Long> lots, OperationsDefinition definition) {
    return Math.max(0, definition.minimumLot() - lots.get(lots.size() - 1));
  }
}
