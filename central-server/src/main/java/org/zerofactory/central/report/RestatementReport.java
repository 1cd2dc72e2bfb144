package org.zerofactory.central.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.ledger.StoredInventory;
import org.zerofactory.domain.uncertainty.Materiality;

/** How an inventory differs from the published one, as JSON. */
public final class RestatementReport {

  private static final List<String> TOTALS =
      List.of("scope1Ug", "scope2LocationUg", "scope2MarketUg", "scope3Ug");
  private static final int TONNE_EXPONENT = 12;
  private static final int TONNE_DECIMALS = 3;

  private RestatementReport() {}

  /** What a restatement says of the inventory whose place it takes. */
  public static Json of(StoredInventory old, Json before, Json after) {
    Map<String, Json> fields = new HashMap<>(differences(before, after));
    fields.put("id", Json.of(old.version().id()));
    fields.put("sha256", Json.of(old.frozen().orElseThrow().hash().hex()));
    fields.put("changes", DiffReport.of(before, after));
    return new Json.Obj(fields);
  }

  /** What arrived after publication; empty if it changes nothing. */
  public static Optional<Json> advice(Json published, Json now) {
    boolean isSame = lines(published).equals(lines(now)) && market(published).equals(market(now));
    if (isSame) {
      return Optional.empty();
    }
    Map<String, Json> fields = new HashMap<>(differences(published, now));
    String tonnes = tonnes(totalUg(now) - totalUg(published));
    Optional<Materiality> materiality = DiffReport.materiality(published, now);
    Optional<Boolean> isMaterial = materiality.map(Materiality::isMaterial);
    fields.put("materiality", DiffReport.json(materiality));
    fields.put(
        "text",
        text(
            "Restatement advised: by "
                + tonnes
                + " t CO2e (location-based, all scopes)"
                + isMaterial.map(is -> is ? ", material" : ", not material").orElse(""),
            "建议重述：相差 "
                + tonnes
                + " 吨二氧化碳当量（基于位置，全部范围）"
                + isMaterial.map(is -> is ? "，具有实质性" : "，不具有实质性").orElse("")));
    fields.put("refusals", new Json.Arr(List.of()));
    return Optional.of(new Json.Obj(fields));
  }

  /** What was published can no longer be compiled. */
  public static Json refused(List<Refusal> refusals) {
    return new Json.Obj(
        Map.of(
            "text",
            text("Restatement advised: what is held now cannot be accounted", "建议重述：当前数据无法核算"),
            "refusals",
            InventoryReport.refusals(refusals)));
  }

  private static Json text(String english, String chinese) {
    return new Json.Obj(Map.of("en", Json.of(english), "zh", Json.of(chinese)));
  }

  private static Map<String, Json> differences(Json before, Json after) {
    Map<String, Json> fields = new HashMap<>();
    for (String name : TOTALS) {
      long difference = Math.subtractExact(total(after, name), total(before, name));
      fields.put(name, InventoryReport.text(difference));
    }
    fields.put("totalLocationUg", InventoryReport.text(totalUg(after) - totalUg(before)));
    return fields;
  }

  /** Scopes 1, 2 and 3, location-based. */
  private static long totalUg(Json report) {
    return Math.addExact(
        total(report, "scope1Ug"),
        Math.addExact(total(report, "scope2LocationUg"), total(report, "scope3Ug")));
  }

  private static long total(Json report, String name) {
    return Long.parseLong(inventory(report).object("totals").text(name));
  }

  private static List<Json> lines(Json report) {
    return inventory(report).array("lines");
  }

  private static List<Json> market(Json report) {
    return inventory(report).array("market");
  }

  private static JsonFields inventory(Json report) {
    return JsonFields.of("report", report).object("inventory");
  }

  private static String tonnes(long micrograms) {
    return BigDecimal.valueOf(micrograms, TONNE_EXPONENT)
        .setScale(TONNE_DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
