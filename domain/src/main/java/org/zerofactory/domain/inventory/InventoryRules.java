package org.zerofactory.domain.inventory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.factor.GwpSet;

/**
 * How an inventory is accounted.
 *
 * @param method whose total is the headline; the others are stated beside it
 * @param upstream for a factor series of scope 1 or 2, the series that account the same amount in
 *     scope 3, category 3: extraction and transport of a fuel, losses of a grid
 * @param residual by site, the series for purchased power that no instrument covers; a site that is
 *     not there falls back to its location-based factor, disclosed
 * @param emissionsTrading by site, the scheme's electricity series; a site that is not there has no
 *     such total
 */
public record InventoryRules(
    AccountingMethod method,
    GwpSet potentials,
    SortedMap<String, List<String>> upstream,
    SortedMap<String, String> residual,
    SortedMap<String, String> emissionsTrading,
    Uncertainties uncertainties) {

  public InventoryRules {
    TreeMap<String, List<String>> copy = new TreeMap<>();
    upstream.forEach((series, upstreamSeries) -> copy.put(series, List.copyOf(upstreamSeries)));
    upstream = Collections.unmodifiableSortedMap(copy);
    residual = Collections.unmodifiableSortedMap(new TreeMap<>(residual));
    emissionsTrading = Collections.unmodifiableSortedMap(new TreeMap<>(emissionsTrading));
  }

  /** GHG Protocol without upstream series or stated doubts. */
  public static InventoryRules ghgProtocol(GwpSet potentials, Map<String, String> residual) {
    return new InventoryRules(
        AccountingMethod.GHG_PROTOCOL,
        potentials,
        new TreeMap<>(),
        new TreeMap<>(residual),
        new TreeMap<>(),
        Uncertainties.NONE);
  }
}
