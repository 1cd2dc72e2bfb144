package org.zerofactory.domain.journal;

/** How the centre answers a batch (docs/formats.md, section 3). */
public sealed interface BatchVerdict {

  /**
   * Continues the journal and is to be applied.
   *
   * @param tip where the journal stands afterwards
   * @param key with which the checkpoint is signed: the agent's from now on
   */
  record Accepted(JournalTip tip, long epoch, VerificationKey key) implements BatchVerdict {}

  /** All of it is already held; the tip is that of the held journal. */
  record Repeated(JournalTip tip) implements BatchVerdict {}

  /** Starts later than the next block. */
  record Gap(long expected) implements BatchVerdict {}

  /** Starts at or below the held journal's end and goes beyond it. */
  record Overlap(long expected) implements BatchVerdict {}

  /** Another history than the one held: for a person to decide. */
  record Fork(long sequence, String held, String found) implements BatchVerdict {}

  /**
   * Signed with a key that is not the site's.
   *
   * @param fingerprint of the key that a block of the batch names; empty text if none does
   */
  record UnknownKey(String fingerprint) implements BatchVerdict {}

  /** A block, the chain, the checkpoint or the batch itself is broken. */
  record Invalid(long sequence, String expected) implements BatchVerdict {}

  /** Larger than the cap, in bytes. */
  record TooLarge(long limit) implements BatchVerdict {}

  /** The queue of batches to apply is full. */
  record Busy(long retryAfterSeconds) implements BatchVerdict {}

  /** Whether the bytes are kept aside for a person. */
  default boolean isQuarantined() {
    return this instanceof Fork || this instanceof UnknownKey;
  }

  /** The word in answers, metrics and logs. */
  default String word() {
    if (this instanceof Accepted) {
      return "accepted";
    } else if (this instanceof Repeated) {
      return "repeated";
    } else if (this instanceof Gap) {
      return "gap";
    } else if (this instanceof Overlap) {
      return "overlap";
    } else if (this instanceof Fork) {
      return "fork";
    } else if (this instanceof UnknownKey) {
      return "unknown-key";
    } else if (this instanceof Invalid) {
      return "invalid-block";
    }
    return this instanceof TooLarge ? "too-large" : "busy";
  }
}
