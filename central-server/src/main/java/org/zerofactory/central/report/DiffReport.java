package org.zerofactory.central.report;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zerofactory.domain.inventory.BaseYear;
import org.zerofactory.domain.inventory.ChangeCauses;
import org.zerofactory.domain.inventory.ChangeSplit;
import org.zerofactory.domain.inventory.DiffLine;
import org.zerofactory.domain.inventory.InventoryBasis;
import org.zerofactory.domain.inventory.InventoryDiff;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.uncertainty.Materiality;

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
    boolean isOnePeriod = period(old).equals(period(now));
    InventoryDiff.Side marketBefore = new InventoryDiff.Side(DiffLine.marketOfJson(old), from(old));
    InventoryDiff.Side marketAfter = new InventoryDiff.Side(DiffLine.marketOfJson(now), from(now));
    InventoryBasis basisBefore = basis(before);
    InventoryBasis basisAfter = basis(after);
    return new Json.Obj(
        Map.of(
            "location",
            side(basisBefore, lines(old), basisAfter, lines(now), isOnePeriod),
            "marketElectricity",
            side(basisBefore, marketBefore, basisAfter, marketAfter, isOnePeriod)));
  }

  /**
   * Whether the differences of two published forms of one period are material: location-based, all
   * scopes.
   *
   * @return empty if the one before states nothing above 0
   */
  static Optional<Materiality> materiality(Json before, Json after) {
    return location(inventory(before), inventory(after)).materiality(Materiality.DEFAULT_PERCENT);
  }

  private static InventoryDiff location(Json old, Json now) {
    return diff(lines(old), lines(now));
  }

  /** Why the location-based figures of two published forms differ, all scopes. */
  static List<ChangeCauses.Part> causes(Json before, Json after) {
    return ChangeCauses.of(
        basis(before), lines(inventory(before)), basis(after), lines(inventory(after)));
  }

  private static InventoryDiff.Side lines(Json inventory) {
    return new InventoryDiff.Side(DiffLine.ofJson(inventory), from(inventory));
  }

  private static InventoryBasis basis(Json report) {
    JsonFields fields = JsonFields.of("report", report);
    return InventoryBasis.ofJson(
        inventory(report), Optional.ofNullable(fields.object().entries().get("organisation")));
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

  private static Json period(Json inventory) {
    return JsonFields.of("inventory", inventory).object("period").object();
  }

  /** Null where the periods differ, for growth is no misstatement, or nothing was stated. */
  static Json json(Optional<Materiality> materiality) {
    return materiality
        .<Json>map(
            of ->
                new Json.Obj(
                    Map.of(
                        "thresholdPercent",
                        Json.of(Materiality.DEFAULT_PERCENT.toPlainString()),
                        "thresholdUg",
                        carbon(of.limit()),
                        "grossUg",
                        carbon(of.gross()),
                        "netUg",
                        carbon(of.net()),
                        "isMaterial",
                        Json.of(of.isMaterial()))))
        .orElse(Json.NULL);
  }

  private static Json side(
      InventoryBasis basisBefore,
      InventoryDiff.Side before,
      InventoryBasis basisAfter,
      InventoryDiff.Side after,
      boolean isOnePeriod) {
    InventoryDiff diff = diff(before, after);
    Map<String, Json> fields = new HashMap<>(effects(diff.split()));
    fields.put("beforeUg", carbon(diff.before()));
    fields.put("afterUg", carbon(diff.after()));
    fields.put("differenceUg", carbon(diff.after().minus(diff.before())));
    fields.put(
        "materiality",
        json(isOnePeriod ? diff.materiality(Materiality.DEFAULT_PERCENT) : Optional.empty()));
    fields.put("causes", causes(ChangeCauses.of(basisBefore, before, basisAfter, after)));
    fields.put("sites", sites(before, after));
    fields.put("changes", InventoryReport.array(diff.changes().stream().map(DiffReport::change)));
    return new Json.Obj(fields);
  }

  /** Parts by their cause, those that may lead to a recalculation of a base year first. */
  static Json causes(List<ChangeCauses.Part> parts) {
    return InventoryReport.array(
        Arrays.stream(BaseYear.Cause.values())
            .filter(cause -> parts.stream().anyMatch(part -> part.cause() == cause))
            .map(
                cause ->
                    cause(cause, parts.stream().filter(part -> part.cause() == cause).toList())));
  }

  private static Json cause(BaseYear.Cause cause, List<ChangeCauses.Part> parts) {
    Carbon effect = parts.stream().map(ChangeCauses.Part::effect).reduce(Carbon.ZERO, Carbon::plus);
    return new Json.Obj(
        Map.of(
            "cause", Json.of(cause.word()),
            "counts", Json.of(cause.counts()),
            "effectUg", carbon(effect),
            "parts", InventoryReport.array(parts.stream().map(DiffReport::part))));
  }

  private static Json part(ChangeCauses.Part part) {
    return new Json.Obj(
        Map.of(
            "site", Json.of(part.site()),
            "category", Json.of(part.category()),
            "source", Json.of(part.source()),
            "effectUg", carbon(part.effect()),
            "reason", Json.of(part.reason())));
  }

  /** Each site's figures on both sides, the unchanged ones too. */
  private static Json sites(InventoryDiff.Side before, InventoryDiff.Side after) {
    Map<String, Carbon> old = bySite(before);
    Map<String, Carbon> now = bySite(after);
    TreeSet<String> sites = new TreeSet<>(old.keySet());
    sites.addAll(now.keySet());
    return InventoryReport.array(
        sites.stream()
            .map(
                site -> {
                  Carbon was = old.getOrDefault(site, Carbon.ZERO);
                  Carbon is = now.getOrDefault(site, Carbon.ZERO);
                  return new Json.Obj(
                      Map.of(
                          "site", Json.of(site),
                          "beforeUg", carbon(was),
                          "afterUg", carbon(is),
                          "differenceUg", carbon(is.minus(was))));
                }));
  }

  private static Map<String, Carbon> bySite(InventoryDiff.Side side) {
    Map<String, Carbon> sums = new HashMap<>();
    side.lines().forEach(line -> sums.merge(line.site(), line.carbon(), Carbon::plus));
    return sums;
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
