package org.zerofactory.domain.quantity;

import java.math.BigDecimal;

/**
 * An amount of energy as mass of standard coal (29307.6 kJ/kg, GB/T 2589). Whole µg keep sums
 * exact.
 */
public record StandardCoal(long micrograms) {

  public static final StandardCoal ZERO = new StandardCoal(0);
  public static final long MICROGRAMS_PER_GRAM = 1_000_000;

  private static final int TONNE_DECIMALS = 12;

  public StandardCoal plus(StandardCoal other) {
    return new StandardCoal(Math.addExact(micrograms, other.micrograms));
  }

  public StandardCoal minus(StandardCoal other) {
    return new StandardCoal(Math.subtractExact(micrograms, other.micrograms));
  }

  /** Exact: tonnes of coal equivalent (tce). */
  public BigDecimal tonnes() {
    return BigDecimal.valueOf(micrograms, TONNE_DECIMALS);
  }
}
