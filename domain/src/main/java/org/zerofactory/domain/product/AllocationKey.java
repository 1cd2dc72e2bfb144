package org.zerofactory.domain.product;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * By what a shared load is divided among the orders that ran in the same quarter hour.
 *
 * <p>Source: ISO 14067:2018 and GHG Protocol Product Standard (2011), allocation by a physical
 * relationship where one is known (from memory, unverified); the key is the site's own statement.
 */
public enum AllocationKey {
  /** Machine time of the order. */
  RUN_TIME("run-time"),
  /** Pieces, good and scrap, spread evenly over each run's time. */
  PIECES("pieces"),
  /** Energy that the order's machines drew for it. */
  ENERGY("energy"),
  /** Compressed air that the order's machines took: metered, or by a stated rate. */
  AIR_VOLUME("air-volume"),
  /** Not divided: it stays unallocated. */
  NONE("none");

  private final String word;

  AllocationKey(String word) {
    this.word = word;
  }

  /** The word in files. */
  public String word() {
    return word;
  }

  public static Optional<AllocationKey> ofWord(String word) {
    return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(AllocationKey::word).toList();
  }
}
