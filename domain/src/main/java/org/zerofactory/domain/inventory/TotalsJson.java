package org.zerofactory.domain.inventory;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.quantity.Carbon;

/** Totals as canonical JSON. */
final class TotalsJson {

  private TotalsJson() {}

  static Json of(InventoryTotals totals) {
    return new Json.Obj(
        Map.ofEntries(
            Map.entry("biogenicCo2Ug", Json.of(Long.toString(totals.biogenicMicrograms()))),
            Map.entry("byCategoryUg", sums(totals.byCategory(), SourceCategory::word)),
            Map.entry("byIsoCategoryUg", sums(totals.byIsoCategory(), Object::toString)),
            Map.entry("byMonthUg", sums(totals.byMonth(), Object::toString)),
            Map.entry("byPlaceUg", sums(totals.byPlace(), Function.identity())),
            Map.entry("byScope3CategoryUg", sums(totals.byScope3Category(), Object::toString)),
            Map.entry("bySiteUg", sums(totals.bySite(), Function.identity())),
            Map.entry("gasesByScopeUg", gases(totals.gasesByScope())),
            Map.entry("scope1Ug", InventoryJson.carbon(totals.scope1())),
            Map.entry("scope2LocationUg", InventoryJson.carbon(totals.scope2Location())),
            Map.entry("scope2MarketUg", InventoryJson.carbon(totals.scope2Market())),
            Map.entry("scope3Ug", InventoryJson.carbon(totals.scope3()))));
  }

  private static Json gases(SortedMap<Integer, SortedMap<Gas.Family, Carbon>> byScope) {
    Map<String, Json> fields = new TreeMap<>();
    byScope.forEach((scope, gases) -> fields.put(scope.toString(), sums(gases, Gas.Family::name)));
    return new Json.Obj(fields);
  }

  private static <K> Json sums(Map<K, Carbon> sums, Function<K, String> word) {
    Map<String, Json> fields = new TreeMap<>();
    sums.forEach((key, carbon) -> fields.put(word.apply(key), InventoryJson.carbon(carbon)));
    return new Json.Obj(fields);
  }
}
