package org.zerofactory.domain.account;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.carbon.FactorSeries;

/**
 * How a site is accounted.
 *
 * @param location factors of the location-based result; empty if none is known for the place
 * @param residual factors for purchased electricity that no contract covers
 */
public record AccountingRules(
    Optional<FactorSeries> location,
    Optional<FactorSeries> residual,
    List<GreenPowerContract> greenPower,
    List<MeasuredMeasure> measures,
    List<LoadShiftPlan> loadShifts) {

  public AccountingRules {
    greenPower = List.copyOf(greenPower);
    measures = List.copyOf(measures);
    loadShifts = List.copyOf(loadShifts);
  }
}
