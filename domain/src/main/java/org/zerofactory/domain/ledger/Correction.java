package org.zerofactory.domain.ledger;

/**
 * What an entry replaces, and why. The old entry stays as it is; it counts until the new one is
 * approved.
 *
 * @param entry number of the entry that is replaced
 */
public record Correction(long entry, String reason) {

  /**
   * @throws IllegalArgumentException if there is no reason
   */
  public Correction {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a correction needs a reason");
    }
  }
}
