package org.zerofactory.domain.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an entry stands. Only an approved one is accounted. */
public enum EntryStatus {
  /** Waits for a second person. */
  ENTERED,
  APPROVED,
  REJECTED,
  /** Was replaced by a correction that was approved. */
  CORRECTED;

  /** The word in requests and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EntryStatus> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
