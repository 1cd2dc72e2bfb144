package org.zerofactory.domain.factor;

/** A set of potentials says nothing of a gas. A missing potential is never a silent zero. */
public final class MissingPotentialException extends RuntimeException {

  public MissingPotentialException(String edition, Gas gas) {
    super("the potentials of " + edition + " have no value for " + gas.word());
  }
}
