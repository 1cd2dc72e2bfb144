package org.zerofactory.rules;

import java.util.List;
import org.zerofactory.domain.inventory.Uncertainties;
import org.zerofactory.domain.ledger.UpstreamSeries;
import org.zerofactory.domain.product.ProductRules;
import org.zerofactory.domain.savings.RegressionMeasure;

/**
 * How one site is accounted.
 *
 * @param locationSeries id of the factor series of the location-based result
 * @param residualSeries id of the factor series for what no contract covers
 * @param market how instruments match consumption
 * @param efficiencyMeasures measures with a ratio to one driver as baseline
 * @param regressionMeasures measures with a regression as baseline
 * @param products how load is divided among products, and what is stated about them
 * @param uncertainties that the site states of its amounts and factors
 * @param upstream series of scope 3, category 3, of what meters and people state
 */
public record SiteAccounts(
    String site,
    String locationSeries,
    String residualSeries,
    List<GreenPower> greenPower,
    List<EfficiencyMeasure> efficiencyMeasures,
    List<RegressionMeasure> regressionMeasures,
    List<LoadShift> loadShifts,
    MarketBasis market,
    ProductRules products,
    Uncertainties uncertainties,
    UpstreamSeries upstream) {

  public SiteAccounts {
    greenPower = List.copyOf(greenPower);
    efficiencyMeasures = List.copyOf(efficiencyMeasures);
    regressionMeasures = List.copyOf(regressionMeasures);
    loadShifts = List.copyOf(loadShifts);
  }
}
