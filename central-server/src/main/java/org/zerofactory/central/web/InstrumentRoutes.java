package org.zerofactory.central.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.zerofactory.domain.instrument.Allocation;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.RegisterFault;
import org.zerofactory.domain.quantity.Energy;

/** The register of instruments, and the matching of a site's year with what it holds. */
final class InstrumentRoutes {

  private static final String ALL = "/api/v1/instruments";
  private static final String ONE = ALL + "/:id";
  private static final int BODY_LIMIT = SyncRoutes.WIRE_LIMIT;

  /** Faults told of one request. */
  private static final int FAULTS_SHOWN = 200;

  private static final int PAGE = 500;

  private final InstrumentDoors doors;
  private final Blocking blocking;
  private final Writes writes;

  InstrumentRoutes(InstrumentDoors doors, Blocking blocking, Writes writes) {
    this.doors = doors;
    this.blocking = blocking;
    this.writes = writes;
  }

  void mount(Router router) {
    router.get(ALL).handler(this::page);
    router.get(ONE).handler(context -> known(context, () -> doors.find().apply(id(context))));
    router
        .get(ONE + "/events")
        .handler(context -> known(context, () -> doors.events().apply(id(context))));
    writes.body(router.post(ALL), Writes.OBJECT_LIMIT).handler(this::issue);
    writes.body(router.post(ALL + "/import"), BODY_LIMIT).handler(this::importCsv);
    writes.body(router.post(ONE + "/allocations"), Writes.OBJECT_LIMIT).handler(this::allocate);
    writes.body(router.post(ONE + "/retirements"), Writes.OBJECT_LIMIT).handler(this::retire);
    router.get("/api/v1/sites/:site/matching").handler(this::matching);
  }

  private void page(RoutingContext context) {
    String after = Optional.ofNullable(context.request().getParam("after")).orElse("");
    int limit = (int) Parameters.whole(context, "limit", PAGE, 1, PAGE);
    blocking.answer(
        context, () -> doors.page().apply(after, limit), json -> send(context, 200, json));
  }

  private void known(RoutingContext context, Supplier<Optional<String>> door) {
    blocking.answer(
        context,
        () -> door.get().orElseThrow(() -> unknown(context)),
        json -> send(context, 200, json));
  }

  private void matching(RoutingContext context) {
    String site = Parameters.site(context);
    int year = Parameters.yearAsked(context);
    blocking.answer(
        context,
        () ->
            doors
                .matching()
                .apply(site, year)
                .orElseThrow(
                    () ->
                        new Problem(
                            404,
                            "no-data",
                            "expected a site and a year of which data is held, found "
                                + site
                                + ", "
                                + year)),
        json -> send(context, 200, json));
  }

  private void issue(RoutingContext context) {
    String person = Writes.person(context).name();
    Form form = new Form(values(context));
    Optional<Instrument> instrument = InstrumentForm.read(form);
    if (instrument.isEmpty()) {
      refuse(context, form.faults());
      return;
    }
    blocking.answer(
        context,
        () -> doors.issue().all(List.of(instrument.get()), person),
        faults -> {
          if (faults.isEmpty()) {
            known(context, 201, instrument.get().id());
          } else {
            refuse(context, faults.getOrDefault(0, List.of()));
          }
        });
  }

  private void known(RoutingContext context, int status, String id) {
    blocking.answer(
        context,
        () -> doors.find().apply(id).orElseThrow(() -> unknown(context)),
        json -> send(context, status, json));
  }

  private void importCsv(RoutingContext context) {
    String person = Writes.person(context).name();
    Writes.expectType(context, "text/csv");
    byte[] body = Writes.bytes(context);
    blocking.answer(
        context,
        () -> {
          InstrumentCsv csv = InstrumentCsv.read(body);
          List<InstrumentCsv.Fault> faults = new ArrayList<>(csv.faults());
          if (faults.isEmpty()) {
            doors
                .issue()
                .all(csv.instruments(), person)
                .forEach(
                    (index, found) ->
                        found.forEach(
                            fault ->
                                faults.add(new InstrumentCsv.Fault(csv.rows().get(index), fault))));
          }
          return faults.isEmpty() ? imported(csv) : rowFaults(faults);
        },
        answer -> {
          if (answer.containsKey("faults")) {
            refused(context, answer.getJsonArray("faults"));
          } else {
            send(context, 201, answer.encode());
          }
        });
  }

  private static JsonObject imported(InstrumentCsv csv) {
    JsonArray ids = new JsonArray();
    csv.instruments().forEach(instrument -> ids.add(instrument.id()));
    return new JsonObject().put("imported", ids.size()).put("ids", ids);
  }

  private static JsonObject rowFaults(List<InstrumentCsv.Fault> faults) {
    JsonArray json = new JsonArray();
    faults.stream()
        .limit(FAULTS_SHOWN)
        .forEach(fault -> json.add(json(fault.fault()).put("row", fault.row())));
    return new JsonObject().put("faults", json);
  }

  private void allocate(RoutingContext context) {
    String person = Writes.person(context).name();
    Form form = new Form(values(context));
    form.knowOnly(List.of("site", "month", "energyWh"));
    Allocation wanted =
        new Allocation(
            0,
            id(context),
            form.id("site"),
            form.month("month"),
            new Energy(form.whole("energyWh", 1)),
            Optional.empty(),
            Optional.empty());
    change(context, form, () -> doors.allocate().part(wanted, person));
  }

  private void retire(RoutingContext context) {
    String person = Writes.person(context).name();
    Form form = new Form(values(context));
    form.knowOnly(List.of("allocation", "date", "beneficiary", "reference"));
    long allocation = form.whole("allocation", 1);
    Allocation.Retirement retirement =
        new Allocation.Retirement(
            form.date("date"), form.text("beneficiary"), form.text("reference"));
    change(context, form, () -> doors.retire().part(id(context), allocation, retirement, person));
  }

  private void change(RoutingContext context, Form form, Supplier<InstrumentDoors.Change> door) {
    if (!form.faults().isEmpty()) {
      refuse(context, form.faults());
      return;
    }
    blocking.answer(
        context,
        door::get,
        change -> {
          if (!change.faults().isEmpty()) {
            refuse(context, change.faults());
          } else if (change.json().isEmpty()) {
            context.fail(unknown(context));
          } else {
            send(context, 201, change.json().get());
          }
        });
  }

  /** The body's fields as texts. */
  private static Map<String, String> values(RoutingContext context) {
    JsonObject json;
    try {
      json = new JsonObject(Buffer.buffer(Writes.bytes(context)));
    } catch (DecodeException | ClassCastException malformed) {
      throw new Problem(400, "invalid-body", "expected a JSON object: " + malformed.getMessage());
    }
    Map<String, String> values = new HashMap<>();
    for (String field : json.fieldNames()) {
      Object value = json.getValue(field);
      if (value instanceof JsonObject || value instanceof JsonArray) {
        throw new Problem(
            400, "invalid-body", "field " + field + ": expected a text, number or flag");
      }
      if (value != null) {
        values.put(field, value.toString());
      }
    }
    return values;
  }

  private static String id(RoutingContext context) {
    return String.valueOf(context.pathParam("id"));
  }

  private static Problem unknown(RoutingContext context) {
    return new Problem(
        404,
        "unknown-instrument",
        "expected an instrument, or a part of one, that the register holds, found "
            + context.request().path());
  }

  private static void refuse(RoutingContext context, List<RegisterFault> faults) {
    JsonArray json = new JsonArray();
    faults.stream().limit(FAULTS_SHOWN).forEach(fault -> json.add(json(fault)));
    refused(context, json);
  }

  private static JsonObject json(RegisterFault fault) {
    return new JsonObject()
        .put("field", fault.field())
        .put("code", fault.code())
        .put("detail", fault.detail());
  }

  private static void refused(RoutingContext context, JsonArray faults) {
    JsonObject first = faults.getJsonObject(0);
    String place = first.containsKey("row") ? "row " + first.getLong("row") + ", " : "";
    String detail = place + "field " + first.getString("field") + ": " + first.getString("detail");
    new Problem(422, "refused", detail)
        .send(context, "urn:zerofactory:error:refused", new JsonObject().put("faults", faults));
  }

  private static void send(RoutingContext context, int status, String json) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-cache")
        .end(json);
  }
}
