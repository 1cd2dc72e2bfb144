package org.zerofactory.central.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.fleet.SiteOverview;

/** The interface {@code /api/v1}: parses the request, shapes the answer, calculates nothing. */
final class ApiRoutes {

  private static final String SITE = "/api/v1/sites/:site";

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
    router.get(SITE + "/days/:date").handler(this::day);
    router.get(SITE + "/years/:year").handler(context -> ofYear(context, doors.year()::apply));
    router
        .get(SITE + "/years/:year/meters")
        .handler(context -> ofYear(context, doors.yearMeters()::apply));
    router.get(SITE + "/blocks/:sequence").handler(this::block);
    router.get(SITE + "/checkpoint").handler(this::checkpoint);
    router.get(SITE + "/journal.jsonl").handler(journal::send);
  }

  private interface OfSite {
    Optional<String> apply(String site);
  }

  private interface OfYear {
    Optional<String> apply(String site, int year);
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

  private void ofYear(RoutingContext context, OfYear door) {
    String site = Parameters.site(context);
    int year = Parameters.year(context);
    text(context, () -> door.apply(site, year));
  }

  private void text(RoutingContext context, Answer answer) {
    blocking.answer(
        context,
        () -> {
          try {
            return answer.get().orElseThrow(() -> none(context));
          } catch (MissingFactorException missing) {
            // never a silent zero: the energy is there, what it emitted can't be told
            throw new Problem(409, "missing-factor", "expected a factor: " + missing.getMessage());
          }
        },
        json -> TaggedAnswers.send(context, json, "application/json"));
  }

  private Problem none(RoutingContext context) {
    return TaggedAnswers.none(context, doors);
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
        line -> TaggedAnswers.send(context, line, "application/json"));
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
        note -> TaggedAnswers.send(context, note, "text/plain; charset=utf-8"));
  }

  private static void openApi(RoutingContext context) {
    try (InputStream stream = ApiRoutes.class.getResourceAsStream("/openapi.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("openapi.yaml is not packaged");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      TaggedAnswers.send(context, text, "application/yaml");
    } catch (IOException unreadable) {
      throw new UncheckedIOException("openapi.yaml", unreadable);
    }
  }
}
