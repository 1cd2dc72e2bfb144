package org.zerofactory.central.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** The factor library: which factors there are, with key, source and verification. */
final class FactorRoutes {

  private static final Pattern REGION = Pattern.compile("[A-Za-z][A-Za-z0-9-]{1,39}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,127}");
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  private final FactorDoors doors;
  private final Blocking blocking;

  FactorRoutes(FactorDoors doors, Blocking blocking) {
    this.doors = doors;
    this.blocking = blocking;
  }

  void mount(Router router) {
    router.get("/api/v1/factors").handler(this::list);
    router.get("/api/v1/factors/:id").handler(this::one);
  }

  private void list(RoutingContext context) {
    var query =
        new FactorDoors.Query(
            text(context, "region", REGION, "a region such as CN, CN-HB or CN-grid-central"),
            text(context, "use", WORD, "a use such as location-based"),
            year(context),
            text(context, "series", WORD, "a series such as cn-national-average"));
    blocking.answer(
        context,
        () -> doors.list().apply(query),
        json -> ApiRoutes.send(context, json, "application/json"));
  }

  private void one(RoutingContext context) {
    String id = String.valueOf(context.pathParam("id"));
    if (!WORD.matcher(id).matches()) {
      throw Problem.parameter("id", id, "an id of small letters, digits and hyphens");
    }
    blocking.answer(
        context,
        () ->
            doors
                .one()
                .apply(id)
                .orElseThrow(
                    () ->
                        new Problem(
                            404,
                            "unknown-factor",
                            "expected a factor of the library, found \"" + id + "\"")),
        json -> ApiRoutes.send(context, json, "application/json"));
  }

  private static Optional<Integer> year(RoutingContext context) {
    if (context.request().getParam("year") == null) {
      return Optional.empty();
    }
    return Optional.of((int) Parameters.whole(context, "year", FIRST_YEAR, FIRST_YEAR, LAST_YEAR));
  }

  private static Optional<String> text(
      RoutingContext context, String name, Pattern pattern, String expected) {
    Optional<String> text = Optional.ofNullable(context.request().getParam(name));
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      throw Problem.parameter(name, text.get(), expected);
    }
    return text;
  }
}
