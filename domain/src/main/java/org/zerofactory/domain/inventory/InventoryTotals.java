package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.quantity.Carbon;

/**
 * Sums of lines. All groupings are location-based and hold all scopes; the market-based scope 2
 * stands beside its location-based twin and is never added to it.
 *
 * @param byCategory of the sources
 * @param byScope3Category 1 to 15
 * @param byIsoCategory ISO 14064-1:2018 categories, 1 to 6
 * @param gasesByScope kinds of gases of each scope
 * @param byPlace by line, {@code site/line}, or the site for what serves it all
 * @param biogenicMicrograms CO2 from biomass, µg, outside the scopes
 */
public record InventoryTotals(
    Carbon scope1,
    Carbon scope2Location,
    Carbon scope2Market,
    Carbon scope3,
    SortedMap<SourceCategory, Carbon> byCategory,
    SortedMap<Integer, Carbon> byScope3Category,
    SortedMap<Integer, Carbon> byIsoCategory,
    SortedMap<Integer, SortedMap<Gas.Family, Carbon>> gasesByScope,
    SortedMap<String, Carbon> bySite,
    SortedMap<String, Carbon> byPlace,
    SortedMap<YearMonth, Carbon> byMonth,
    long biogenicMicrograms) {

  /** Sums in any order; nothing is rounded. */
  public static InventoryTotals of(
      List<InventoryLine> lines, List<MarketLine> market, GwpSet potentials) {
    SortedMap<Integer, Carbon> byScope = grouped(lines, line -> line.category().scope());
    List<InventoryLine> scope3 = lines.stream().filter(l -> l.category().scope() == 3).toList();
    Carbon bought =
        lines.stream()
            .filter(line -> line.category().scope() == 2)
            .filter(line -> line.category() != SourceCategory.ELECTRICITY)
            .map(InventoryLine::carbon)
            .reduce(Carbon.ZERO, Carbon::plus);
    return new InventoryTotals(
        byScope.getOrDefault(1, Carbon.ZERO),
        byScope.getOrDefault(2, Carbon.ZERO),
        market.stream().map(MarketLine::carbon).reduce(bought, Carbon::plus),
        byScope.getOrDefault(3, Carbon.ZERO),
        grouped(lines, InventoryLine::category),
        grouped(scope3, line -> line.category().scope3Category()),
        grouped(lines, line -> line.category().isoCategory()),
        gases(lines, potentials),
        grouped(lines, line -> line.place().site()),
        grouped(lines, InventoryTotals::linePath),
        grouped(lines, InventoryLine::month),
        lines.stream().mapToLong(InventoryLine::biogenicMicrograms).reduce(0, Math::addExact));
  }

  /** The sum of both, exact in any order. */
  public InventoryTotals plus(InventoryTotals other) {
    SortedMap<Integer, SortedMap<Gas.Family, Carbon>> gases = new TreeMap<>(gasesByScope);
    other.gasesByScope.forEach(
        (scope, families) -> gases.merge(scope, families, InventoryTotals::added));
    return new InventoryTotals(
        scope1.plus(other.scope1),
        scope2Location.plus(other.scope2Location),
        scope2Market.plus(other.scope2Market),
        scope3.plus(other.scope3),
        added(byCategory, other.byCategory),
        added(byScope3Category, other.byScope3Category),
        added(byIsoCategory, other.byIsoCategory),
        Collections.unmodifiableSortedMap(gases),
        added(bySite, other.bySite),
        added(byPlace, other.byPlace),
        added(byMonth, other.byMonth),
        Math.addExact(biogenicMicrograms, other.biogenicMicrograms));
  }

  private static <K> SortedMap<K, Carbon> added(
      SortedMap<K, Carbon> one, SortedMap<K, Carbon> other) {
    SortedMap<K, Carbon> sums = new TreeMap<>(one);
    other.forEach((key, carbon) -> sums.merge(key, carbon, Carbon::plus));
    return Collections.unmodifiableSortedMap(sums);
  }

  /** Scopes 1 and 2, location-based. */
  public Carbon scopes12Location() {
    return scope1.plus(scope2Location);
  }

  /** Scopes 1 and 2, market-based. */
  public Carbon scopes12Market() {
    return scope1.plus(scope2Market);
  }

  private static String linePath(InventoryLine line) {
    return line.place().site() + line.place().line().map(name -> "/" + name).orElse("");
  }

  private static <K extends Comparable<K>> SortedMap<K, Carbon> grouped(
      List<InventoryLine> lines, Function<InventoryLine, K> key) {
    SortedMap<K, Carbon> sums = new TreeMap<>();
    lines.forEach(line -> sums.merge(key.apply(line), line.carbon(), Carbon::plus));
    return Collections.unmodifiableSortedMap(sums);
  }

  private static SortedMap<Integer, SortedMap<Gas.Family, Carbon>> gases(
      List<InventoryLine> lines, GwpSet potentials) {
    SortedMap<Integer, SortedMap<Gas.Family, Carbon>> byScope = new TreeMap<>();
    for (InventoryLine line : lines) {
      SortedMap<Gas.Family, Carbon> families =
          byScope.computeIfAbsent(line.category().scope(), scope -> new TreeMap<>());
      for (Gas gas : line.gases().micrograms().keySet()) {
        families.merge(gas.family(), line.gases().carbon(gas, potentials), Carbon::plus);
      }
    }
    return Collections.unmodifiableSortedMap(byScope);
  }
}
