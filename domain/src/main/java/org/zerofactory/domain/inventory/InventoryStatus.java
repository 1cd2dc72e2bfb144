package org.zerofactory.domain.inventory;

import java.util.Locale;
import java.util.Optional;

/** Where an inventory stands in its life. */
public enum InventoryStatus {
  /** Computed anew whenever its input changes. */
  DRAFT,
  /** Its bytes are fixed while another person reads it. */
  IN_REVIEW,
  /** Can't change any more. */
  PUBLISHED,
  /** A later inventory took its place; its bytes stay as they are. */
  RESTATED;

  /** The word in files, tables and requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<InventoryStatus> ofWord(String word) {
    for (InventoryStatus status : values()) {
      if (status.word().equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
