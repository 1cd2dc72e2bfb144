package org.zerofactory.domain.factor;

/** A factor is offered for something that it does not describe. */
public final class WrongUseException extends RuntimeException {

  public WrongUseException(String message) {
    super(message);
  }
}
