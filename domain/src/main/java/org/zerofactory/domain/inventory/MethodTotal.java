package org.zerofactory.domain.inventory;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.quantity.Carbon;

/**
 * The total of scopes 1 and 2 by one method, location-based.
 *
 * @param parts that add up to the total; what was delivered to others is below zero
 */
public record MethodTotal(AccountingMethod method, SortedMap<Part, Carbon> parts) {

  /** What a total is made of. */
  public enum Part {
    COMBUSTION,
    PROCESS,
    /** Refrigerants and other leaks; GB/T 32150's sum has no such part. */
    FUGITIVE,
    PURCHASED_POWER,
    PURCHASED_HEAT,
    EXPORTED_POWER,
    EXPORTED_HEAT;

    /** The word in files and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public MethodTotal {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /**
   * The parts of both, added.
   *
   * @throws IllegalArgumentException if the methods differ
   */
  MethodTotal plus(MethodTotal other) {
    if (method != other.method) {
      throw new IllegalArgumentException(method + " can't be added to " + other.method);
    }
    SortedMap<Part, Carbon> sum = new TreeMap<>(parts);
    other.parts.forEach((part, carbon) -> sum.merge(part, carbon, Carbon::plus));
    return new MethodTotal(method, sum);
  }

  public Carbon total() {
    return parts.values().stream().reduce(Carbon.ZERO, Carbon::plus);
  }
}
