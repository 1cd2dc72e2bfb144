package org.zerofactory.domain.fleet;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Energy that an alarm says was wasted, with what it emitted and cost. The energy is an estimate in
 * whole watt-hours; the products with factor and price are exact.
 *
 * @param wattHours all of it
 * @param micrograms CO2e of what has a factor, with the location-based factor of its time
 * @param withoutFactor Wh for whose time there is no factor: not in {@code micrograms}
 * @param nanoYuan cost of what has a price, in 10^-9 yuan
 * @param withoutPrice Wh for whose time there is no price: not in {@code nanoYuan}
 */
public record WasteSum(
    long wattHours, long micrograms, long withoutFactor, long nanoYuan, long withoutPrice) {

  public static final WasteSum NONE = new WasteSum(0, 0, 0, 0, 0);

  /** 1 fen is 10^7 nano-yuan. */
  private static final int FEN_DECIMALS = 7;

  /**
   * @throws ArithmeticException if a sum leaves the range of a long
   */
  public WasteSum plus(WasteSum other) {
    return new WasteSum(
        Math.addExact(wattHours, other.wattHours),
        Math.addExact(micrograms, other.micrograms),
        Math.addExact(withoutFactor, other.withoutFactor),
        Math.addExact(nanoYuan, other.nanoYuan),
        Math.addExact(withoutPrice, other.withoutPrice));
  }

  /** Cost in whole fen, half to even. */
  public long fen() {
    return BigDecimal.valueOf(nanoYuan, FEN_DECIMALS)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
