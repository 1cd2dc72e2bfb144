package org.zerofactory.central.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.zerofactory.domain.product.RunFault;

/** The production log, products and their footprints: parses, shapes, calculates nothing. */
final class ProductRoutes {

  private static final String SITE = "/api/v1/sites/:site";
  private static final int BODY_LIMIT = 4 << 20;

  /** Faults told in one answer. */
  private static final int FAULT_LIMIT = 1_000;

  /** Days of one question; longer times are asked year by year. */
  private static final int DAY_LIMIT = 366;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Doors doors;
  private final Blocking blocking;
  private final Writes writes;

  ProductRoutes(Doors doors, Blocking blocking, Writes writes) {
    this.doors = doors;
    this.blocking = blocking;
    this.writes = writes;
  }

  void mount(Router router) {
    writes
        .body(router.post(SITE + "/production-runs"), BODY_LIMIT)
        .handler(context -> post(context, "application/json", false));
    writes
        .body(router.post(SITE + "/production-runs/import"), BODY_LIMIT)
        .handler(context -> post(context, "text/csv", true));
    router.get(SITE + "/production-runs").handler(this::runs);
    router.get(SITE + "/products").handler(this::products);
    router.get(SITE + "/products/months/:year").handler(this::months);
    router.get(SITE + "/products/:product/footprint").handler(this::footprint);
    router.get(SITE + "/orders/:order").handler(this::order);
  }

  private void post(RoutingContext context, String type, boolean isCsv) {
    String site = Parameters.site(context);
    Writes.expectType(context, type);
    String person = Writes.person(context).name();
    byte[] body = Writes.bytes(context);
    blocking.answer(
        context,
        () ->
            doors
                .products()
                .post()
                .of(site, person, body, isCsv)
                .orElseThrow(() -> Problem.unknownSite(site)),
        result -> answer(context, result));
  }

  private static void answer(RoutingContext context, ProductDoors.Result result) {
    List<RunFault> faults = result.faults();
    if (faults.isEmpty()) {
      TaggedAnswers.send(context, result.json(), "application/json");
      return;
    }
    JsonArray all = new JsonArray();
    faults.stream()
        .limit(FAULT_LIMIT)
        .forEach(
            fault ->
                all.add(
                    new JsonObject()
                        .put("row", fault.row())
                        .put("column", fault.column())
                        .put("detail", fault.detail())));
    RunFault first = faults.get(0);
    new Problem(
            422,
            "runs-refused",
            faults.size()
                + " faults, nothing was stored; row "
                + first.row()
                + " "
                + first.column()
                + ": "
                + first.detail())
        .send(context, "urn:zerofactory:error:runs-refused", new JsonObject().put("faults", all));
  }

  private void runs(RoutingContext context) {
    String site = Parameters.site(context);
    Days days = days(context);
    text(context, () -> doors.products().runs().of(site, days.from(), days.to()));
  }

  private void products(RoutingContext context) {
    String site = Parameters.site(context);
    Days days = days(context);
    text(context, () -> doors.products().period().of(site, days.from(), days.to()));
  }

  private void months(RoutingContext context) {
    String site = Parameters.site(context);
    int year = Parameters.year(context);
    text(context, () -> doors.products().year().of(site, year));
  }

  private void order(RoutingContext context) {
    String site = Parameters.site(context);
    String order = name(context, "order");
    text(context, () -> doors.products().order().of(site, order));
  }

  private void footprint(RoutingContext context) {
    String site = Parameters.site(context);
    String product = name(context, "product");
    Days days = days(context);
    String method = context.request().getParam("method", "location");
    if (!method.equals("location") && !method.equals("market")) {
      throw Problem.parameter("method", method, "location or market");
    }
    boolean isMarket = method.equals("market");
    blocking.answer(
        context,
        () ->
            document(
                context,
                doors.products().footprint().of(site, product, days.from(), days.to(), isMarket)),
        json -> TaggedAnswers.send(context, json, "application/json"));
  }

  private String document(RoutingContext context, ProductDoors.Answer answer) {
    if (answer instanceof ProductDoors.Answer.Document document) {
      return document.json();
    } else if (answer instanceof ProductDoors.Answer.Incomplete incomplete) {
      throw new Problem(409, "footprint-incomplete", incomplete.reason());
    }
    throw none(context);
  }

  private void text(RoutingContext context, Supplier<Optional<String>> answer) {
    blocking.answer(
        context,
        () -> answer.get().orElseThrow(() -> none(context)),
        json -> TaggedAnswers.send(context, json, "application/json"));
  }

  private Problem none(RoutingContext context) {
    return TaggedAnswers.none(context, doors);
  }

  private static String name(RoutingContext context, String parameter) {
    String name = String.valueOf(context.pathParam(parameter));
    if (!NAME.matcher(name).matches()) {
      throw Problem.parameter(parameter, name, "1 to 64 letters, digits, dots, hyphens");
    }
    return name;
  }

  private record Days(LocalDate from, LocalDate to) {}

  /** A month, or two days of which the second is the one after the last. */
  private static Days days(RoutingContext context) {
    String month = context.request().getParam("month");
    if (month != null) {
      LocalDate first = Parameters.date("month", month, month + "-01", "a month such as 2025-06");
      return new Days(first, first.plusMonths(1));
    }
    LocalDate from = date(context, "from");
    LocalDate to = date(context, "to");
    if (!to.isAfter(from) || to.isAfter(from.plusDays(DAY_LIMIT))) {
      throw Problem.parameter(
          "to",
          to.toString(),
          "a date after " + from + " and at most " + DAY_LIMIT + " days later");
    }
    return new Days(from, to);
  }

  private static LocalDate date(RoutingContext context, String name) {
    String text = String.valueOf(context.request().getParam(name));
    return Parameters.date(name, text, text, "a date such as 2025-06-30, or month instead");
  }
}
