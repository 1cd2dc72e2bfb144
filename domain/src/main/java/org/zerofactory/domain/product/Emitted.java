package org.zerofactory.domain.product;

import org.zerofactory.domain.quantity.Carbon;

/** Scope 2 emissions by both methods; they are never added to each other. */
public record Emitted(Carbon location, Carbon market) {

  public static final Emitted NONE = new Emitted(Carbon.ZERO, Carbon.ZERO);

  public Emitted plus(Emitted other) {
    return new Emitted(location.plus(other.location), market.plus(other.market));
  }
}
