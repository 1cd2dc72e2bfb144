package org.zerofactory.rules;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.instrument.MatchingRule;

/**
 * By what rule a site's instruments match its consumption, and who claims.
 *
 * @param province ISO 3166-2 code of the site
 * @param claimants names that certificates are retired for, beside the site's own
 * @param gridMillionths carbon-free share of the grid in millionths: none, one, or one for each
 *     hour of the local day
 * @param gridSource where that share is from
 */
public record MarketBasis(
    MatchingRule rule,
    Optional<String> province,
    List<String> claimants,
    List<Long> gridMillionths,
    Optional<String> gridSource) {

  /** Of a site whose accounts file says nothing of it. */
  public static final MarketBasis DEFAULT =
      new MarketBasis(
          MatchingRule.GUIDANCE_2015, Optional.empty(), List.of(), List.of(), Optional.empty());

  public MarketBasis {
    claimants = List.copyOf(claimants);
    gridMillionths = List.copyOf(gridMillionths);
  }
}
