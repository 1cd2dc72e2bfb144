package org.zerofactory.rules;

import java.util.List;
import org.zerofactory.domain.product.ProductRules;

/**
 * How one site is accounted.
 *
 * @param locationSeries id of the factor series of the location-based result
 * @param residualSeries id of the factor series for what no contract covers
 * @param products how load is divided among products, and what is stated about them
 */
public record SiteAccounts(
    String site,
    String locationSeries,
    String residualSeries,
    List<GreenPower> greenPower,
    List<EfficiencyMeasure> efficiencyMeasures,
    List<LoadShift> loadShifts,
    ProductRules products) {

  public SiteAccounts {
    greenPower = List.copyOf(greenPower);
    efficiencyMeasures = List.copyOf(efficiencyMeasures);
    loadShifts = List.copyOf(loadShifts);
  }
}
