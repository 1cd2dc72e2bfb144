package org.zerofactory.central.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** For monitors: is the program alive, can it serve, what are its figures. */
final class HealthRoutes {

  private final Doors doors;
  private final Blocking blocking;

  HealthRoutes(Doors doors, Blocking blocking) {
    this.doors = doors;
    this.blocking = blocking;
  }

  void mount(Router router) {
    router.get("/health/live").handler(context -> json(context, 200, "{\"status\":\"up\"}"));
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void ready(RoutingContext context) {
    blocking
        .workers()
        .executeBlocking(() -> doors.sites().get(), false)
        .onSuccess(sites -> json(context, 200, "{\"status\":\"up\",\"database\":\"up\"}"))
        .onFailure(failed -> json(context, 503, "{\"status\":\"down\",\"database\":\"down\"}"));
  }

  private void metrics(RoutingContext context) {
    blocking.answer(
        context,
        () -> doors.metrics().get(),
        text ->
            context
                .response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(text));
  }

  private static void json(RoutingContext context, int status, String body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body);
  }
}
