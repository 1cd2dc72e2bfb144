package org.zerofactory.domain.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.zerofactory.domain.quantity.Carbon;

/**
 * What an order, a product or any group of jobs took.
 *
 * @param direct drawn by its machines while they ran for it
 * @param shared its part of shared loads
 */
public record JobAccount(Output output, Amounts direct, Amounts shared) {

  public static final JobAccount NONE = new JobAccount(Output.NONE, Amounts.NONE, Amounts.NONE);

  /** Decimals of a kilogram per unit: whole micrograms. */
  private static final int DECIMALS = 9;

  public JobAccount plus(JobAccount other) {
    return new JobAccount(
        output.plus(other.output), direct.plus(other.direct), shared.plus(other.shared));
  }

  public Amounts total() {
    return direct.plus(shared);
  }

  /** Kilograms for each good piece, half-even to the microgram; empty without good pieces. */
  public Optional<BigDecimal> kilogramsPerUnit(Carbon carbon) {
    return perUnit(carbon, output.good());
  }

  static Optional<BigDecimal> perUnit(Carbon carbon, long units) {
    if (units == 0) {
      return Optional.empty();
    }
    return Optional.of(
        carbon.kilograms().divide(BigDecimal.valueOf(units), DECIMALS, RoundingMode.HALF_EVEN));
  }
}
