package org.zerofactory.domain.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zerofactory.domain.quantity.Carbon;

/**
 * Scope 2 of a period and the steps that lead to it. They add up exactly: location + pvSelfUse +
 * efficiency + loadShift is the reference; location - greenPower + residualStep is market.
 *
 * @param location location-based: import times the factor of place and time
 * @param market market-based: contracts at their factor, the rest at the residual factor
 * @param pvSelfUse avoided by own production, without the load shift's part of it
 * @param greenPower covered import at the location factor less the contracts' own
 * @param residualStep uncovered import times residual less location factor: no saving, but the
 *     difference of the two methods
 * @param factors used, in order of first use
 */
public record Emissions(
    Carbon location,
    Carbon market,
    Carbon pvSelfUse,
    Carbon greenPower,
    Carbon residualStep,
    Carbon efficiency,
    Carbon loadShift,
    List<FactorUse> factors) {

  public static final Emissions NONE =
      new Emissions(
          Carbon.ZERO,
          Carbon.ZERO,
          Carbon.ZERO,
          Carbon.ZERO,
          Carbon.ZERO,
          Carbon.ZERO,
          Carbon.ZERO,
          List.of());

  public Emissions {
    factors = List.copyOf(factors);
  }

  /** All that own sun, contracts, measures and the schedule saved. */
  public Carbon saved() {
    return pvSelfUse.plus(greenPower).plus(efficiency).plus(loadShift);
  }

  /** What the site itself saved, without what it bought: own sun, measures and the schedule. */
  public Carbon ownReduction() {
    return pvSelfUse.plus(efficiency).plus(loadShift);
  }

  /** What the location-based result would have been without own sun, measures and schedule. */
  public Carbon reference() {
    return location.plus(pvSelfUse).plus(efficiency).plus(loadShift);
  }

  public Emissions plus(Emissions other) {
    Set<FactorUse> uses = new LinkedHashSet<>(factors);
    uses.addAll(other.factors);
    return new Emissions(
        location.plus(other.location),
        market.plus(other.market),
        pvSelfUse.plus(other.pvSelfUse),
        greenPower.plus(other.greenPower),
        residualStep.plus(other.residualStep),
        efficiency.plus(other.efficiency),
        loadShift.plus(other.loadShift),
        List.copyOf(uses));
  }
}
