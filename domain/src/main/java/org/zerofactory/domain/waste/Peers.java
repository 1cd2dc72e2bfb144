package org.zerofactory.domain.waste;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;

/**
 * How many registers of the same quantity, role and parent are seen and move in a quarter hour.
 * Counted once for all of them: a site may have a thousand.
 */
final class Peers {

  /** What is compared with each other. */
  record Group(MeterRole role, Optional<String> parent, Quantity quantity) {
    static Group of(MeterDescription meter, Quantity quantity) {
      return new Group(meter.role(), meter.parent(), quantity);
    }
  }

  private static final class Count {
    private int seen;
    private int moving;
  }

  private final Map<Group, Count> counts = new HashMap<>();

  void add(Group group, OptionalDouble amount) {
    if (amount.isPresent()) {
      Count count = counts.computeIfAbsent(group, key -> new Count());
      count.seen++;
      count.moving += amount.getAsDouble() != 0 ? 1 : 0;
    }
  }

  /**
   * Share of the others that move.
   *
   * @param own what the register itself counted, which is left out
   */
  OptionalDouble movingShare(Group group, OptionalDouble own) {
    Count count = counts.getOrDefault(group, new Count());
    int seen = count.seen - (own.isPresent() ? 1 : 0);
    int moving = count.moving - (own.orElse(0) != 0 ? 1 : 0);
    return seen == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) moving / seen);
  }
}
