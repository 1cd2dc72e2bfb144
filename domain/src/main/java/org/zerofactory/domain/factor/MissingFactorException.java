package org.zerofactory.domain.factor;

import java.time.Instant;

/** No factor of a series is valid at an instant. A missing factor is never a silent zero. */
public final class MissingFactorException extends RuntimeException {

  public MissingFactorException(String series, Instant instant) {
    super("series " + series + " has no factor valid at " + instant);
  }

  /**
   * No factor stands for an amount.
   *
   * @param reason names series, amount and why
   */
  public MissingFactorException(String reason) {
    super(reason);
  }
}
