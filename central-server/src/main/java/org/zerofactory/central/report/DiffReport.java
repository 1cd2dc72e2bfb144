package org.zerofactory.central.report;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.zerofactory.domain.inventory.ChangeSplit;
import org.zerofactory.domain.inventory.DiffLine;
import org.zerofactory.domain.inventory.InventoryDiff;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.quantity.Carbon;

/** What changed between two inventories, down to the meter and month, as JSON. */
public final class DiffReport {

  private DiffReport() {}

  /**
   * Compares the published forms of two inventories.
   *
   * @param before canonical JSON of {@link InventoryReport}
   * @throws org.zerofactory.domain.journal.JsonFormatException if one is no such form
   */
  public static Json of(Json before, Json after) {
    Json old = inventory(before);
    Json now = inventory(after);
    InventoryDiff location =
        diff(
            new InventoryDiff.Side(DiffLine.ofJson(old), from(old)),
            new InventoryDiff.Side(DiffLine.ofJson(now), from(now)));
    InventoryDiff market =
        diff(
            new InventoryDiff.Side(DiffLine.marketOfJson(old), from(old)),
            new InventoryDiff.Side(DiffLine.marketOfJson(now), from(now)));
    return new Json.Obj(Map.of("location", side(location), "marketElectricity", side(market)));
  }

  private static InventoryDiff diff(InventoryDiff.Side before, InventoryDiff.Side after) {
    return InventoryDiff.of(before, after, ChangeSplit.Convention.SHAPLEY);
  }

  private static Json inventory(Json report) {
    return JsonFields.of("report", report).object("inventory").object();
  }

  private static YearMonth from(Json inventory) {
    return YearMonth.parse(JsonFields.of("inventory", inventory).object("period").text("from"));
  }

  private static Json side(InventoryDiff diff) {
    Map<String, Json> fields = new HashMap<>(effects(diff.split()));
    fields.put("beforeUg", carbon(diff.before()));
    fields.put("afterUg", carbon(diff.after()));
    fields.put("differenceUg", carbon(diff.after().minus(diff.before())));
    fields.put("changes", InventoryReport.array(diff.changes().stream().map(DiffReport::change)));
    return new Json.Obj(fields);
  }

  private static Json change(InventoryDiff.Change change) {
    InventoryDiff.Key key = change.key();
    Map<String, Json> fields = new HashMap<>(effects(change.split()));
    fields.put("kind", Json.of(change.kind().name().toLowerCase(java.util.Locale.ROOT)));
    fields.put("site", Json.of(key.site()));
    fields.put("place", Json.of(key.place()));
    fields.put("source", Json.of(key.source()));
    fields.put("category", Json.of(key.category()));
    fields.put("flow", Json.of(key.flow()));
    fields.put("unit", Json.of(key.unit().word()));
    fields.put("month", Json.of(key.month()));
    fields.put("beforeAmount", InventoryReport.text(change.before().amount()));
    fields.put("afterAmount", InventoryReport.text(change.after().amount()));
    fields.put("beforeUg", carbon(change.before().carbon()));
    fields.put("afterUg", carbon(change.after().carbon()));
    fields.put("differenceUg", carbon(change.difference()));
    fields.put("factorsBefore", texts(change.factorsBefore()));
    fields.put("factorsAfter", texts(change.factorsAfter()));
    return new Json.Obj(fields);
  }

  private static Map<String, Json> effects(ChangeSplit split) {
    return Map.of("activityUg", carbon(split.activity()), "factorUg", carbon(split.factor()));
  }

  private static Json texts(SortedSet<String> texts) {
    return InventoryReport.array(texts.stream().map(Json::of));
  }

  private static Json carbon(Carbon carbon) {
    return InventoryReport.carbon(carbon);
  }
}
