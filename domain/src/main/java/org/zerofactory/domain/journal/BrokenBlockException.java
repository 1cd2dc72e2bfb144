package org.zerofactory.domain.journal;

/** A block breaks a rule of the journal; stays inside the judgement of a batch. */
final class BrokenBlockException extends RuntimeException {

  final long sequence;

  BrokenBlockException(long sequence, String message) {
    super(message);
    this.sequence = sequence;
  }
}
