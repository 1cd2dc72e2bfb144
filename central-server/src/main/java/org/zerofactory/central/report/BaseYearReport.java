package org.zerofactory.central.report;

import java.util.List;
import java.util.Map;
import org.zerofactory.domain.inventory.BaseYear;
import org.zerofactory.domain.inventory.ChangeCauses;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.ledger.BaseYearChoice;
import org.zerofactory.domain.quantity.Carbon;

/** Whether the base year must be recalculated, as JSON. */
public final class BaseYearReport {

  private BaseYearReport() {}

  /**
   * Compares the published base year with what data, rules and boundary of today say of it. Each
   * part of the difference has its cause; the sizes of those that count are what the threshold is
   * for.
   */
  public static Json of(BaseYearChoice choice, String id, Json published, Json now) {
    Carbon total = total(published);
    if (total.micrograms() <= 0) {
      return refused(
          List.of(
              new Refusal(
                  Refusal.Kind.MISSING_FACTOR,
                  "inventory " + id,
                  "expected a base year with emissions, found none")));
    }
    BaseYear year = new BaseYear(choice.year(), id, total, choice.thresholdPercent());
    Carbon effect = total(now).minus(total);
    List<ChangeCauses.Part> parts = DiffReport.causes(published, now);
    BaseYear.Judgement judgement = year.judge(ChangeCauses.triggers(parts));
    return new Json.Obj(
        Map.of(
            "isNeeded", Json.of(judgement.isRecalculated()),
            "effectUg", InventoryReport.carbon(effect),
            "cumulativeUg", InventoryReport.carbon(judgement.effect()),
            "causes", DiffReport.causes(parts),
            "totalUg", InventoryReport.carbon(total),
            "thresholdPercent", Json.of(choice.thresholdPercent().toPlainString()),
            "refusals", new Json.Arr(List.of())));
  }

  /** The base year cannot be compiled any more. */
  public static Json refused(List<Refusal> refusals) {
    return new Json.Obj(
        Map.of("isNeeded", Json.NULL, "refusals", InventoryReport.refusals(refusals)));
  }

  private static Carbon total(Json report) {
    JsonFields totals = JsonFields.of("report", report).object("inventory").object("totals");
    return carbon(totals, "scope1Ug")
        .plus(carbon(totals, "scope2LocationUg"))
        .plus(carbon(totals, "scope3Ug"));
  }

  private static Carbon carbon(JsonFields totals, String name) {
    return new Carbon(Long.parseLong(totals.text(name)));
  }
}
