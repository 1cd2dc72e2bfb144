package org.zerofactory.domain.inventory;

import java.util.Locale;
import java.util.Optional;

/** Which way an activity goes; scope 2 counts what is purchased and consumed. */
public enum Flow {
  /** Bought or taken from stock and used here. */
  USED,
  /** Bought over a direct line from a plant of somebody else's, such as solar power on the roof. */
  DIRECT_LINE,
  /** Made here without emissions and used here: own solar power behind the meter. */
  OWN_GENERATION,
  /** Bought and passed on: leaves scope 2 and counts in scope 3, category 3. */
  RESOLD,
  /** Delivered to others from own generation; netted by GB/T 32150, never by the GHG Protocol. */
  EXPORTED;

  /** The word in files, tables and requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Flow> ofWord(String word) {
    for (Flow flow : values()) {
      if (flow.word().equals(word)) {
        return Optional.of(flow);
      }
    }
    return Optional.empty();
  }
}
