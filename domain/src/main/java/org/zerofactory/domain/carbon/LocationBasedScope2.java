package org.zerofactory.domain.carbon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * Location-based scope 2 of purchased electricity.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6: activity data times the grid-average
 * factor of the place and time of consumption. Exported energy is never subtracted.
 */
public final class LocationBasedScope2 {

  private LocationBasedScope2() {}

  /** Grid import of one interval. */
  public record GridImport(Interval interval, Energy energy) {}

  /**
   * Sums the energy of each factor exactly, then multiplies once per factor. Nothing is rounded.
   *
   * @throws MissingFactorException if an import begins when no factor is valid
   */
  public static Carbon of(List<GridImport> gridImports, FactorSeries grid) {
    Map<EmissionFactor, Energy> energyByFactor = new LinkedHashMap<>();
    for (GridImport gridImport : gridImports) {
      EmissionFactor factor = grid.at(gridImport.interval().start()).factor();
      energyByFactor.merge(factor, gridImport.energy(), Energy::plus);
    }
    return energyByFactor.entrySet().stream()
        .map(entry -> entry.getKey().times(entry.getValue()))
        .reduce(Carbon.ZERO, Carbon::plus);
  }
}
