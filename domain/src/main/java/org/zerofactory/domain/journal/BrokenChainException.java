package org.zerofactory.domain.journal;

/** A block does not follow the journal it is said to belong to. */
public final class BrokenChainException extends RuntimeException {

  private final long sequence;

  public BrokenChainException(long sequence, String message) {
    super("block " + sequence + ": " + message);
    this.sequence = sequence;
  }

  /** The sequence that the offending block carries. */
  public long sequence() {
    return sequence;
  }
}
