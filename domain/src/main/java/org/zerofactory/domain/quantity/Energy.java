package org.zerofactory.domain.quantity;

import java.math.BigDecimal;

/** An amount of energy. Whole watt-hours keep sums exact, whatever the order of adding. */
public record Energy(long wattHours) implements Comparable<Energy> {

  public static final Energy ZERO = new Energy(0);

  public Energy plus(Energy other) {
    return new Energy(Math.addExact(wattHours, other.wattHours));
  }

  /** May be negative: a balance is the only place where that happens. */
  public Energy minus(Energy other) {
    return new Energy(Math.subtractExact(wattHours, other.wattHours));
  }

  public BigDecimal kilowattHours() {
    return BigDecimal.valueOf(wattHours, 3);
  }

  @Override
  public int compareTo(Energy other) {
    return Long.compare(wattHours, other.wattHours);
  }
}
