package org.zerofactory.domain.account;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.instrument.MatchingRule;

/**
 * By what a site's consumption is matched.
 *
 * @param rest factors of what no instrument covers, as the rule wants them; empty if there are none
 * @param gridMillionths carbon-free share of the grid, in millionths: none, one for all hours, or
 *     one for each hour of the local day
 * @param gridSource where that share is from; empty if none is given
 */
public record MatchingBasis(
    MatchingRule rule,
    Optional<FactorSeries> rest,
    List<Long> gridMillionths,
    Optional<String> gridSource) {

  /**
   * @throws IllegalArgumentException if there are not 0, 1 or 24 shares
   */
  public MatchingBasis {
    gridMillionths = List.copyOf(gridMillionths);
    if (!List.of(0, 1, 24).contains(gridMillionths.size())) {
      throw new IllegalArgumentException(
          "expected 0, 1 or 24 grid shares, but were " + gridMillionths.size());
    }
  }
}
