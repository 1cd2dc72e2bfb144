package org.zerofactory.rules;

import java.util.List;
import org.zerofactory.domain.inventory.Uncertainties;

/**
 * How one site is accounted.
 *
 * @param locationSeries id of the factor series of the location-based result
 * @param residualSeries id of the factor series for what no contract covers
 * @param uncertainties that the site states of its amounts and factors
 */
public record SiteAccounts(
    String site,
    String locationSeries,
    String residualSeries,
    List<GreenPower> greenPower,
    List<EfficiencyMeasure> efficiencyMeasures,
    List<LoadShift> loadShifts,
    Uncertainties uncertainties) {

  public SiteAccounts {
    greenPower = List.copyOf(greenPower);
    efficiencyMeasures = List.copyOf(efficiencyMeasures);
    loadShifts = List.copyOf(loadShifts);
  }
}
