package org.zerofactory.domain.instrument;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The factor of purchased electricity that no instrument covers.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), hierarchy: the residual mix, and where there is
 * none the location-based average with the disclosure that it is missing. A residual factor of 0
 * (published for Austria) says that all was claimed, not that the rest is clean, and is never used.
 *
 * @param microgramsPerWattHour µg CO2e per Wh
 * @param alert {@code residual-missing} or {@code residual-zero}; empty if the residual mix is used
 * @param disclosure what a report must say; empty if the residual mix is used
 */
public record ResidualMix(
    long microgramsPerWattHour,
    HierarchyLevel level,
    Optional<String> alert,
    Optional<String> disclosure) {

  /**
   * @param residual factor of the residual mix; empty if none is published
   * @param gridAverage the location-based factor that takes its place
   */
  public static ResidualMix of(OptionalLong residual, long gridAverage) {
    if (residual.isPresent() && residual.getAsLong() > 0) {
      return new ResidualMix(
          residual.getAsLong(), HierarchyLevel.RESIDUAL_MIX, Optional.empty(), Optional.empty());
    }
    return new ResidualMix(
        gridAverage,
        HierarchyLevel.GRID_AVERAGE,
        Optional.of(residual.isPresent() ? "residual-zero" : "residual-missing"),
        Optional.of(
            residual.isPresent()
                ? "the published residual factor is 0, which cannot be: the grid average takes its"
                    + " place"
                : "no residual mix is available: the grid average takes its place"));
  }
}
