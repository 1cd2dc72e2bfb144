package org.zerofactory.central.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmQuery;

/** Alarms, who saw them, and what they wasted: parses the request, calculates nothing. */
final class AlarmRoutes {

  private static final String SITE = "/api/v1/sites/:site";
  private static final int BODY_LIMIT = 4_096;
  private static final long MOST_NUMBER = 999_999_999_999_999L;
  private static final int NOTE_LIMIT = 500;

  private final AlarmDoors doors;
  private final Blocking blocking;
  private final Writes writes;

  AlarmRoutes(AlarmDoors doors, Blocking blocking, Writes writes) {
    this.doors = doors;
    this.blocking = blocking;
    this.writes = writes;
  }

  void mount(Router router) {
    router.get(SITE + "/alarms").handler(this::list);
    router.get(SITE + "/waste").handler(this::waste);
    writes
        .body(router.post(SITE + "/alarms/:number/acknowledgement"), BODY_LIMIT)
        .handler(this::acknowledge);
  }

  private void list(RoutingContext context) {
    String site = Parameters.site(context);
    var query =
        new AlarmQuery(
            word(context, "state", AlarmQuery.State.values()).orElse(AlarmQuery.State.ALL),
            word(context, "severity", Alarm.Severity.values()),
            Instant.ofEpochMilli(Parameters.whole(context, "from", 0, 0, 253_402_300_799_000L)),
            sortedByMoney(context));
    answer(context, site, () -> doors.list().apply(site, query));
  }

  private void waste(RoutingContext context) {
    String site = Parameters.site(context);
    int year = Parameters.yearAsked(context);
    answer(context, site, () -> doors.waste().apply(site, year));
  }

  private void acknowledge(RoutingContext context) {
    String site = Parameters.site(context);
    long number = Parameters.number(context, "number", MOST_NUMBER);
    String person = Writes.person(context).name();
    String note = note(context);
    blocking.answer(
        context,
        () -> doors.acknowledge().of(site, number, person, note),
        answer -> sendAcknowledged(context, site, number, answer));
  }

  private static void sendAcknowledged(
      RoutingContext context, String site, long number, AlarmDoors.Answer answer) {
    switch (answer.kind()) {
      case NOTED -> send(context, answer.text());
      case SOMEBODY_ELSE_WAS_FIRST ->
          throw new Problem(
              409,
              "already-acknowledged",
              "expected an alarm that nobody has seen, but " + answer.text() + " was first");
      case NO_SUCH_ALARM ->
          throw new Problem(
              404, "no-data", "expected an alarm of site " + site + ", found number " + number);
    }
  }

  private static String note(RoutingContext context) {
    try {
      JsonObject body = context.body().isEmpty() ? new JsonObject() : context.body().asJsonObject();
      Object note = body == null ? null : body.getValue("note", "");
      boolean isSound = body != null && body.fieldNames().stream().allMatch("note"::equals);
      if (isSound && note instanceof String text && text.length() <= NOTE_LIMIT) {
        return text;
      }
    } catch (DecodeException | ClassCastException malformed) {
      // told below, with what was expected
    }
    throw new Problem(
        400,
        "invalid-body",
        "body: expected {\"note\": \"...\"} with at most " + NOTE_LIMIT + " characters");
  }

  private static boolean sortedByMoney(RoutingContext context) {
    String sort = context.request().getParam("sort");
    if (sort == null || sort.equals("time") || sort.equals("money")) {
      return "money".equals(sort);
    }
    throw Problem.parameter("sort", sort, "time or money");
  }

  private static <T extends Enum<T>> Optional<T> word(
      RoutingContext context, String name, T[] values) {
    String text = context.request().getParam(name);
    if (text == null) {
      return Optional.empty();
    }
    for (T value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(value);
      }
    }
    String words = String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    throw Problem.parameter(name, text, "one of " + words.toLowerCase(Locale.ROOT));
  }

  private void answer(RoutingContext context, String site, Supplier<Optional<String>> door) {
    blocking.answer(
        context,
        () -> door.get().orElseThrow(() -> Problem.unknownSite(site)),
        json -> send(context, json));
  }

  private static void send(RoutingContext context, String json) {
    TaggedAnswers.send(context, json, "application/json");
  }
}
