package org.zerofactory.domain.inventory;

/** A step in the life of an inventory is not allowed; a published one can't change. */
public final class RefusedTransitionException extends RuntimeException {

  public RefusedTransitionException(String inventory, String reason) {
    super("inventory " + inventory + ": " + reason);
  }
}
