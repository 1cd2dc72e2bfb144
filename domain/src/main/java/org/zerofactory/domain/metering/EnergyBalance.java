package org.zerofactory.domain.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.zerofactory.domain.quantity.Energy;

/**
 * A site's electricity over a period: import + production - export = load.
 *
 * <p>Sums of balances are balances of sums, so a day is the sum of its quarter hours.
 *
 * @param gridImport drawn from the grid, 0 or more
 * @param gridExport delivered to the grid, 0 or more
 * @param production of the site's own generators, 0 or more
 */
public record EnergyBalance(Energy gridImport, Energy gridExport, Energy production) {

  public static final EnergyBalance ZERO = new EnergyBalance(Energy.ZERO, Energy.ZERO, Energy.ZERO);

  public EnergyBalance plus(EnergyBalance other) {
    return new EnergyBalance(
        gridImport.plus(other.gridImport),
        gridExport.plus(other.gridExport),
        production.plus(other.production));
  }

  /** Own production used on the site; negative only where meters contradict each other. */
  public Energy selfUse() {
    return production.minus(gridExport);
  }

  public Energy load() {
    return gridImport.plus(selfUse());
  }

  /** Self-use over production, 6 decimals half-even; empty without production. */
  public Optional<BigDecimal> selfConsumption() {
    return ratio(selfUse(), production);
  }

  /** Self-use over load, 6 decimals half-even; empty without load. */
  public Optional<BigDecimal> selfSufficiency() {
    return ratio(selfUse(), load());
  }

  private static Optional<BigDecimal> ratio(Energy part, Energy whole) {
    if (whole.wattHours() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(part.wattHours())
            .divide(BigDecimal.valueOf(whole.wattHours()), 6, RoundingMode.HALF_EVEN));
  }
}
