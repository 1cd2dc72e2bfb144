package org.zerofactory.central.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.journal.Hash;

/** The interface {@code /api/v1}: parses the request, shapes the answer, calculates nothing. */
final class ApiRoutes {

  private static final String SITE = "/api/v1/sites/:site";
  private static final int ETAG_LENGTH = 32;

  private final Doors doors;
  private final Blocking blocking;
  private final JournalStream journal;

  ApiRoutes(Doors doors, Blocking blocking) {
    this.doors = doors;
    this.blocking = blocking;
    this.journal = new JournalStream(doors, blocking);
  }

  void mount(Router router) {
    router
        .get("/api/v1/sites")
        .handler(context -> text(context, () -> Optional.of(doors.sites().get())));
    router
        .get("/api/v1/edges")
        .handler(context -> text(context, () -> Optional.of(doors.edges().get())));
    router.get("/api/v1/openapi.yaml").handler(ApiRoutes::openApi);
    router.get(SITE + "/now").handler(context -> ofSite(context, doors.now()::apply));
    router.get(SITE + "/meters").handler(context -> ofSite(context, doors.meters()::apply));
    router.get(SITE + "/alarms").handler(context -> ofSite(context, doors.alarms()::apply));
    router.get(SITE + "/days/:date").handler(this::day);
    router.get(SITE + "/years/:year").handler(this::year);
    router.get(SITE + "/blocks/:sequence").handler(this::block);
    router.get(SITE + "/checkpoint").handler(this::checkpoint);
    router.get(SITE + "/journal.jsonl").handler(journal::send);
  }

  private interface OfSite {
    Optional<String> apply(String site);
  }

  private interface Answer {
    Optional<String> get();
  }

  private void ofSite(RoutingContext context, OfSite door) {
    String site = Parameters.site(context);
    text(context, () -> door.apply(site));
  }

  private void day(RoutingContext context) {
    String site = Parameters.site(context);
    var date = Parameters.date(context);
    text(context, () -> doors.day().apply(site, date));
  }

  private void year(RoutingContext context) {
    String site = Parameters.site(context);
    int year = Parameters.year(context);
    text(context, () -> doors.year().apply(site, year));
  }

  private void text(RoutingContext context, Answer answer) {
    blocking.answer(
        context,
        () -> answer.get().orElseThrow(() -> none(context)),
        json -> send(context, json, "application/json"));
  }

  /** Tells an unknown site from a known one that has nothing for the request. */
  private Problem none(RoutingContext context) {
    String site = String.valueOf(context.pathParam("site"));
    return doors.site().apply(site).isEmpty()
        ? Problem.unknownSite(site)
        : new Problem(
            404,
            "no-data",
            "expected a time of which data is held, found " + context.request().path());
  }

  private void block(RoutingContext context) {
    String site = Parameters.site(context);
    long sequence = Parameters.sequence(context);
    blocking.answer(
        context,
        () -> {
          List<String> lines = doors.lines().of(site, sequence, 1);
          if (lines.isEmpty()) {
            throw none(context);
          }
          return lines.get(0);
        },
        line -> send(context, line, "application/json"));
  }

  private void checkpoint(RoutingContext context) {
    String site = Parameters.site(context);
    blocking.answer(
        context,
        () ->
            doors
                .site()
                .apply(site)
                .map(SiteOverview::checkpoint)
                .orElseThrow(() -> Problem.unknownSite(site)),
        note -> send(context, note, "text/plain; charset=utf-8"));
  }

  private static void openApi(RoutingContext context) {
    try (InputStream stream = ApiRoutes.class.getResourceAsStream("/openapi.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("openapi.yaml is not packaged");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      send(context, text, "application/yaml");
    } catch (IOException unreadable) {
      throw new UncheckedIOException("openapi.yaml", unreadable);
    }
  }

  static void send(RoutingContext context, String text, String type) {
    Buffer body = Buffer.buffer(text);
    String tag = '"' + Hash.of(body.getBytes()).hex().substring(0, ETAG_LENGTH) + '"';
    var response = context.response().putHeader("ETag", tag).putHeader("Cache-Control", "no-cache");
    if (EntityTags.matches(context.request().getHeader("If-None-Match"), tag)) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Type", type).end(body);
    }
  }
}
