package org.zerofactory.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A mass of CO2 equivalent. Whole micrograms: 15,000 t are 1.5e16 of them, far inside a long. */
public record Carbon(long micrograms) implements Comparable<Carbon> {

  public static final Carbon ZERO = new Carbon(0);

  public Carbon plus(Carbon other) {
    return new Carbon(Math.addExact(micrograms, other.micrograms));
  }

  /** May be negative: a saving that turned out to be a loss shows so. */
  public Carbon minus(Carbon other) {
    return new Carbon(Math.subtractExact(micrograms, other.micrograms));
  }

  /** Exact: nothing is rounded. */
  public BigDecimal kilograms() {
    return BigDecimal.valueOf(micrograms, 9);
  }

  /** Exact: nothing is rounded. */
  public BigDecimal tonnes() {
    return BigDecimal.valueOf(micrograms, 12);
  }

  /** Whole tonnes, rounded up: what offsets are bought in. */
  public long wholeTonnesUp() {
    return tonnes().setScale(0, RoundingMode.CEILING).longValueExact();
  }

  @Override
  public int compareTo(Carbon other) {
    return Long.compare(micrograms, other.micrograms);
  }
}
