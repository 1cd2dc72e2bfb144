package org.zerofactory.domain.ledger;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The factor series that account an amount of scope 1 or 2 once more in scope 3, category 3: what a
 * fuel's extraction and transport emitted, what the fuels of a power plant did, what a grid loses.
 *
 * <p>Source: GHG Protocol, Scope 3 Standard, table 5.4, category 3 (activities a, b and c).
 *
 * @param electricity of purchased electricity: supply of the plants' fuels, losses of the grid
 * @param naturalGas of metered natural gas
 * @param heat of metered heat
 * @param entries of fuels that people enter, by the factor series of the entry
 */
public record UpstreamSeries(
    List<String> electricity,
    List<String> naturalGas,
    List<String> heat,
    SortedMap<String, List<String>> entries) {

  public static final UpstreamSeries NONE =
      new UpstreamSeries(List.of(), List.of(), List.of(), new TreeMap<>());

  public UpstreamSeries {
    electricity = List.copyOf(electricity);
    naturalGas = List.copyOf(naturalGas);
    heat = List.copyOf(heat);
    TreeMap<String, List<String>> copy = new TreeMap<>();
    entries.forEach((series, upstream) -> copy.put(series, List.copyOf(upstream)));
    entries = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * By the series that account the amounts themselves, as {@link
   * org.zerofactory.domain.inventory.InventoryRules} takes them.
   *
   * @param factors the series of the meters
   * @param weighted series of single months, which stand for that of purchased electricity
   */
  SortedMap<String, List<String>> bySeries(SiteFactors factors, MonthFactors weighted) {
    TreeMap<String, List<String>> all = new TreeMap<>(entries);
    put(all, factors.naturalGas(), naturalGas);
    put(all, factors.heat(), heat);
    put(all, factors.location(), electricity);
    factors
        .location()
        .filter(of -> !electricity.isEmpty())
        .ifPresent(
            of ->
                weighted.seriesOf(of).forEach(month -> put(all, Optional.of(month), electricity)));
    return all;
  }

  private static void put(
      Map<String, List<String>> all, Optional<String> series, List<String> upstream) {
    series.filter(of -> !upstream.isEmpty()).ifPresent(of -> all.put(of, upstream));
  }
}
