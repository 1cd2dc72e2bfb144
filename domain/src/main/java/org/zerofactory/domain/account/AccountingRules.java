package org.zerofactory.domain.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.savings.RegressionMeasure;

/**
 * How a site is accounted.
 *
 * @param location factors of the location-based result; empty if none is known for the place
 * @param residual factors for purchased electricity that no contract covers
 * @param regressions measures whose baseline is a regression
 * @param notCounted ids of measures that would count energy twice, with the reason
 */
public record AccountingRules(
    Optional<FactorSeries> location,
    Optional<FactorSeries> residual,
    List<GreenPowerContract> greenPower,
    List<MeasuredMeasure> measures,
    List<LoadShiftPlan> loadShifts,
    List<RegressionMeasure> regressions,
    Map<String, String> notCounted) {

  public AccountingRules {
    greenPower = List.copyOf(greenPower);
    measures = List.copyOf(measures);
    loadShifts = List.copyOf(loadShifts);
    regressions = List.copyOf(regressions);
    notCounted = Map.copyOf(notCounted);
  }

  /** Without regressions, all measures counted. */
  public AccountingRules(
      Optional<FactorSeries> location,
      Optional<FactorSeries> residual,
      List<GreenPowerContract> greenPower,
      List<MeasuredMeasure> measures,
      List<LoadShiftPlan> loadShifts) {
    this(location, residual, greenPower, measures, loadShifts, List.of(), Map.of());
  }
}
