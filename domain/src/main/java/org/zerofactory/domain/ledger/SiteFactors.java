package org.zerofactory.domain.ledger;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.account.GreenPowerContract;
import org.zerofactory.domain.inventory.Uncertainties;

/**
 * The factor series that a site's meters are accounted with. What is empty has none, and a meter
 * that needs it is refused.
 *
 * @param location of purchased electricity, location-based
 * @param residual of purchased electricity that no contract covers
 * @param naturalGas burnt
 * @param heat bought, steam included
 * @param emissionsTrading electricity in the emissions trading scheme of the country
 * @param contracts of green power
 * @param uncertainties that the site states
 */
public record SiteFactors(
    Optional<String> location,
    Optional<String> residual,
    Optional<String> naturalGas,
    Optional<String> heat,
    Optional<String> emissionsTrading,
    List<GreenPowerContract> contracts,
    Uncertainties uncertainties) {

  public SiteFactors {
    contracts = List.copyOf(contracts);
  }
}
