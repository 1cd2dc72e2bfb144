package org.zerofactory.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Figures as a table shows them: each rounded half to even, the total from the unrounded parts. The
 * shown parts then need not add up to the shown total, and the table says by how much.
 *
 * <p>Source: GB/T 8170, rules of rounding off for numerical values (half to even; from memory,
 * unverified).
 *
 * @param difference shown total - sum of shown parts; a table with another than 0 notes "rounding"
 */
public record RoundedTable(List<BigDecimal> parts, BigDecimal total, BigDecimal difference) {

  public RoundedTable {
    parts = List.copyOf(parts);
  }

  /**
   * @param exact unrounded parts
   * @param places decimals shown
   */
  public static RoundedTable of(List<BigDecimal> exact, int places) {
    List<BigDecimal> shown = exact.stream().map(part -> rounded(part, places)).toList();
    BigDecimal total = rounded(exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add), places);
    BigDecimal sum = shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new RoundedTable(shown, total, total.subtract(sum));
  }

  /** Half to even. */
  public static BigDecimal rounded(BigDecimal exact, int places) {
    return exact.setScale(places, RoundingMode.HALF_EVEN);
  }
}
