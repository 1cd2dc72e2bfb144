package org.zerofactory.domain.ledger;

import java.util.Optional;
import org.zerofactory.domain.account.AccountingRules;
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
 * @param accounting what covers the import of a month, and what was sold of own generation
 * @param uncertainties that the site states
 * @param upstream series of scope 3, category 3
 */
public record SiteFactors(
    Optional<String> location,
    Optional<String> residual,
    Optional<String> naturalGas,
    Optional<String> heat,
    Optional<String> emissionsTrading,
    AccountingRules accounting,
    Uncertainties uncertainties,
    UpstreamSeries upstream) {}
