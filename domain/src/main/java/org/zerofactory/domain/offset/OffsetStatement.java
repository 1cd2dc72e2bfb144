package org.zerofactory.domain.offset;

import org.zerofactory.domain.quantity.Carbon;

/**
 * Offsets beside the gross figure, which they never touch.
 *
 * <p>Source: GHG Protocol Corporate Standard: emissions are reported independent of any trades; ISO
 * 14068-1:2023 (public summaries): the residual is offset.
 *
 * @param gross as inventoried, the same with and without credits
 * @param offset countable credits
 * @param uncovered gross that no credit covers, 0 or more
 * @param surplus credits beyond gross, 0 or more
 * @param tonnesNeeded whole tonnes that cover gross, rounded up: credits are whole tonnes
 */
public record OffsetStatement(
    Carbon gross, Carbon offset, Carbon uncovered, Carbon surplus, long tonnesNeeded) {

  private static final long MICROGRAMS_PER_KILOGRAM = 1_000_000_000L;
  private static final long MICROGRAMS_PER_TONNE = 1_000_000_000_000L;

  /**
   * @throws IllegalArgumentException if the gross figure is negative
   */
  public static OffsetStatement of(Carbon gross, CountedOffsets offsets) {
    if (gross.micrograms() < 0) {
      throw new IllegalArgumentException("expected gross emissions of 0 or more");
    }
    Carbon offset = new Carbon(Math.multiplyExact(offsets.counted(), MICROGRAMS_PER_KILOGRAM));
    long difference = Math.subtractExact(gross.micrograms(), offset.micrograms());
    return new OffsetStatement(
        gross,
        offset,
        new Carbon(Math.max(0, difference)),
        new Carbon(Math.max(0, Math.negateExact(difference))),
        Math.floorDiv(gross.micrograms() + MICROGRAMS_PER_TONNE - 1, MICROGRAMS_PER_TONNE));
  }
}
