package org.zerofactory.edge;

/** A source or the centre does not answer; the message says which and what to do. */
final class NotReachableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotReachableException(String message) {
    super(message);
  }
}
