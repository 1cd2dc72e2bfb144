package org.zerofactory.domain.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.metering.Interval;

/**
 * A plan as canonical JSON (RFC 8785) and back: the same plan always gives the same bytes. Times
 * are epoch seconds, energy is Wh, power W, carbon g, money 10^-6 of the currency; all are whole.
 */
public final class ProductionPlanJson {

  private ProductionPlanJson() {}

  /** The plan as JSON; {@link Json#canonical()} gives its one text. */
  public static Json write(ProductionPlan plan) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("version", Json.of(1));
    fields.put("site", Json.of(plan.site()));
    fields.put("madeAt", time(plan.madeAt()));
    fields.put("from", time(plan.horizon().start()));
    fields.put("to", time(plan.horizon().end()));
    fields.put("profile", Json.of(plan.profile()));
    fields.put("currency", Json.of(plan.currency()));
    plan.sun().ifPresent(origin -> fields.put("sun", origin(origin)));
    plan.load().ifPresent(origin -> fields.put("load", origin(origin)));
    fields.put("operations", array(plan.operations(), ProductionPlanJson::operation));
    fields.put("expected", figures(plan.expected()));
    fields.put("littleSun", figures(plan.littleSun()));
    fields.put("late", array(plan.late(), ProductionPlanJson::late));
    fields.put("unplaceable", array(plan.unplaceable(), ProductionPlanJson::unplaceable));
    fields.put("dispatches", array(plan.dispatches(), ProductionPlanJson::dispatch));
    fields.put("roundedUpSeconds", Json.of(plan.roundedUpSeconds()));
    return new Json.Obj(fields);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JsonFormatException naming the field that is wrong
   */
  public static ProductionPlan read(String text) {
    return read(JsonFields.of("plan", JsonParser.parse(text)));
  }

  /**
   * Reads a plan inside other JSON.
   *
   * @throws JsonFormatException naming the field that is wrong
   */
  public static ProductionPlan read(JsonFields plan) {
    if (plan.integer("version") != 1) {
      throw new JsonFormatException(
          plan.place() + ".version: expected 1, found " + plan.integer("version"));
    }
    try {
      return new ProductionPlan(
          plan.text("site"),
          time(plan, "madeAt"),
          new Interval(time(plan, "from"), time(plan, "to")),
          plan.text("profile"),
          plan.text("currency"),
          origin(plan, "sun"),
          origin(plan, "load"),
          list(plan, "operations", ProductionPlanJson::operation),
          figures(plan.object("expected")),
          figures(plan.object("littleSun")),
          list(plan, "late", ProductionPlanJson::late),
          list(plan, "unplaceable", ProductionPlanJson::unplaceable),
          list(plan, "dispatches", ProductionPlanJson::dispatch),
          plan.integer("roundedUpSeconds"));
    } catch (IllegalArgumentException contradiction) {
      throw new JsonFormatException(plan.place() + ": " + contradiction.getMessage());
    }
  }

  private static Json operation(PlannedOperation of) {
    return new Json.Obj(
        Map.of(
            "order", Json.of(of.order()),
            "lot", Json.of(of.lot()),
            "segment", Json.of(of.segment()),
            "equipment", Json.of(of.equipment()),
            "mode", Json.of(of.mode()),
            "setupStart", time(of.setupStart()),
            "start", time(of.start()),
            "end", time(of.end()),
            "units", Json.of(of.units())));
  }

  private static PlannedOperation operation(JsonFields of) {
    return new PlannedOperation(
        of.text("order"),
        (int) of.integer("lot"),
        of.text("segment"),
        of.text("equipment"),
        of.text("mode"),
        time(of, "setupStart"),
        time(of, "start"),
        time(of, "end"),
        of.integer("units"));
  }

  private static Json figures(PlanFigures of) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("plannedWh", Json.of(of.plannedWh()));
    fields.put("importWh", Json.of(of.importWh()));
    fields.put("exportWh", Json.of(of.exportWh()));
    fields.put("curtailedWh", Json.of(of.curtailedWh()));
    fields.put("peakW", Json.of(of.peakW()));
    fields.put("overLimitW", Json.of(of.overLimitW()));
    fields.put("co2Grams", Json.of(of.co2Grams()));
    fields.put("energyMicros", Json.of(of.energyMicros()));
    fields.put("peakMicros", Json.of(of.peakMicros()));
    fields.put("tardinessMicros", Json.of(of.tardinessMicros()));
    fields.put("modeMicros", Json.of(of.modeMicros()));
    return new Json.Obj(fields);
  }

  private static PlanFigures figures(JsonFields of) {
    return new PlanFigures(
        of.integer("plannedWh"),
        of.integer("importWh"),
        of.integer("exportWh"),
        of.integer("curtailedWh"),
        of.integer("peakW"),
        of.integer("overLimitW"),
        of.integer("co2Grams"),
        of.integer("energyMicros"),
        of.integer("peakMicros"),
        of.integer("tardinessMicros"),
        of.integer("modeMicros"));
  }

  private static Json late(ProductionPlan.Late of) {
    return new Json.Obj(
        Map.of(
            "order", Json.of(of.order()),
            "due", time(of.due()),
            "end", time(of.end()),
            "firm", Json.of(of.firm())));
  }

  private static ProductionPlan.Late late(JsonFields of) {
    return new ProductionPlan.Late(
        of.text("order"), time(of, "due"), time(of, "end"), of.bool("firm"));
  }

  private static Json unplaceable(ProductionPlan.Unplaceable of) {
    return new Json.Obj(
        Map.of(
            "order", Json.of(of.order()),
            "limit", Json.of(of.limit()),
            "excess", Json.of(of.excess()),
            "unit", Json.of(of.unit()),
            "text", Json.of(of.text())));
  }

  private static ProductionPlan.Unplaceable unplaceable(JsonFields of) {
    return new ProductionPlan.Unplaceable(
        of.text("order"), of.text("limit"), of.integer("excess"), of.text("unit"), of.text("text"));
  }

  private static Json dispatch(ProductionPlan.Dispatch of) {
    return new Json.Obj(
        Map.of("id", Json.of(of.id()), "watts", array(of.watts(), watts -> Json.of(watts))));
  }

  private static ProductionPlan.Dispatch dispatch(JsonFields of) {
    return new ProductionPlan.Dispatch(
        of.text("id"),
        of.array("watts").stream()
            .map(
                value -> {
                  if (value instanceof Json.Int watts) {
                    return watts.value();
                  }
                  throw new JsonFormatException(
                      of.place() + ".watts: expected integers, found " + value.canonical());
                })
            .toList());
  }

  private static Json origin(ProductionPlan.Origin of) {
    return new Json.Obj(
        Map.of(
            "subject", Json.of(of.subject()),
            "madeAt", time(of.madeAt()),
            "source", Json.of(of.source())));
  }

  private static Optional<ProductionPlan.Origin> origin(JsonFields plan, String field) {
    if (!plan.has(field)) {
      return Optional.empty();
    }
    JsonFields of = plan.object(field);
    return Optional.of(
        new ProductionPlan.Origin(of.text("subject"), time(of, "madeAt"), of.text("source")));
  }

  private static Json time(Instant time) {
    return Json.of(time.getEpochSecond());
  }

  private static Instant time(JsonFields of, String field) {
    return Instant.ofEpochSecond(of.integer(field));
  }

  private static <T> Json array(List<T> items, Function<T, Json> write) {
    return new Json.Arr(items.stream().map(write).toList());
  }

  private static <T> List<T> list(JsonFields of, String field, Function<JsonFields, T> read) {
    return of.array(field).stream()
        .map(item -> read.apply(JsonFields.of(of.place() + "." + field, item)))
        .toList();
  }
}
