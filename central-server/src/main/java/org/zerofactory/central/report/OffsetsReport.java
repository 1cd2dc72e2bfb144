package org.zerofactory.central.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.zerofactory.domain.inventory.InventoryTotals;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.offset.CountedOffsets;
import org.zerofactory.domain.offset.OffsetCredit;
import org.zerofactory.domain.offset.OffsetStatement;
import org.zerofactory.domain.quantity.Carbon;

/** Carbon credits beside an inventory: a ledger of their own that no total knows. */
final class OffsetsReport {

  private OffsetsReport() {}

  /**
   * Null if the period holds no calendar year as a whole: credits are meant for years.
   *
   * @param years credits by year
   * @param totals of the inventory, which stay as they are
   */
  static Json of(SortedMap<Integer, CountedOffsets> years, InventoryTotals totals) {
    if (years.isEmpty()) {
      return Json.NULL;
    }
    CountedOffsets all = sum(years);
    Map<String, Json> fields = new HashMap<>();
    fields.put(
        "years", InventoryReport.array(years.keySet().stream().map(year -> Json.of((long) year))));
    fields.put("entries", InventoryReport.array(all.lines().stream().map(OffsetsReport::line)));
    fields.put("registeredKg", InventoryReport.text(all.registered()));
    fields.put("countedKg", InventoryReport.text(all.counted()));
    fields.put("removalKg", InventoryReport.text(all.removal()));
    fields.put("locationBased", beside(totals.scopes12Location(), all));
    fields.put("marketBased", beside(totals.scopes12Market(), all));
    return new Json.Obj(fields);
  }

  private static CountedOffsets sum(SortedMap<Integer, CountedOffsets> years) {
    List<CountedOffsets.Line> lines = new ArrayList<>();
    long counted = 0;
    long removal = 0;
    long registered = 0;
    for (CountedOffsets year : years.values()) {
      lines.addAll(year.lines());
      counted = Math.addExact(counted, year.counted());
      removal = Math.addExact(removal, year.removal());
      registered = Math.addExact(registered, year.registered());
    }
    return new CountedOffsets(lines, counted, removal, registered);
  }

  private static Json line(CountedOffsets.Line line) {
    OffsetCredit credit = line.entry().credit();
    Map<String, Json> fields = new HashMap<>();
    fields.put("id", Json.of(line.entry().id()));
    fields.put("year", Json.of((long) credit.year()));
    fields.put("serials", Json.of(credit.serials().toString()));
    fields.put("project", Json.of(credit.project()));
    fields.put("methodology", Json.of(credit.methodology()));
    fields.put("kind", Json.of(credit.kind().word()));
    fields.put("vintage", Json.of((long) credit.vintage()));
    fields.put("kg", InventoryReport.text(credit.kilograms()));
    fields.put("notCounted", line.refusal().map(why -> Json.of(why.word())).orElse(Json.NULL));
    return new Json.Obj(fields);
  }

  private static Json beside(Carbon gross, CountedOffsets offsets) {
    if (gross.micrograms() < 0) {
      return Json.NULL; // more was resold than bought: there is nothing to cover
    }
    OffsetStatement statement = OffsetStatement.of(gross, offsets);
    return new Json.Obj(
        Map.of(
            "grossUg", InventoryReport.carbon(statement.gross()),
            "offsetUg", InventoryReport.carbon(statement.offset()),
            "uncoveredUg", InventoryReport.carbon(statement.uncovered()),
            "surplusUg", InventoryReport.carbon(statement.surplus()),
            "tonnesNeeded", InventoryReport.text(statement.tonnesNeeded())));
  }
}
