package org.zerofactory.domain.product;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether the parts of a product footprint add up to its total.
 *
 * <p>Source: PACT Technical Specifications 3.0.0 with its published examples: what reproduces them
 * is fossil + land-use change + fossil and biogenic land management; the sum that the text
 * documents does not. So a deviation is a warning, no refusal.
 *
 * @param total excluding biogenic uptake, kg for the declared unit, as all others
 */
public record FootprintSums(
    BigDecimal total,
    BigDecimal fossil,
    BigDecimal landUseChange,
    BigDecimal landManagementFossil,
    BigDecimal landManagementBiogenic) {

  /** What to tell a person, if the parts do not add up. */
  public Optional<String> warning() {
    BigDecimal sum =
        fossil.add(landUseChange).add(landManagementFossil).add(landManagementBiogenic);
    if (sum.compareTo(total) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "pcfExcludingBiogenicUptake is "
            + total.toPlainString()
            + " but its parts add up to "
            + sum.toPlainString());
  }
}
