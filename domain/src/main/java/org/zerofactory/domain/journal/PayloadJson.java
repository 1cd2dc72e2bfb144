package org.zerofactory.domain.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;

/** Payloads as JSON and back. */
final class PayloadJson {

  private PayloadJson() {}

  static Json write(Payload payload) {
    if (payload instanceof Payload.Readings readings) {
      return new Json.Obj(
          Map.of(
              "readings",
              array(readings.readings().stream().map(PayloadJson::reading).toList()),
              "states",
              array(readings.states().stream().map(PayloadJson::state).toList())));
    }
    if (payload instanceof Payload.Site site) {
      return new Json.Obj(
          Map.of(
              "epoch", Json.of(site.epoch()),
              "key", Json.of(Base64.getEncoder().encodeToString(site.key().raw())),
              "description", SiteDescriptionJson.write(site.description())));
    }
    if (payload instanceof Payload.Correction correction) {
      return new Json.Obj(
          Map.of(
              "reason",
              Json.of(correction.reason()),
              "author",
              Json.of(correction.author()),
              "readings",
              array(correction.readings().stream().map(PayloadJson::replacement).toList())));
    }
    Payload.Event event = (Payload.Event) payload;
    return new Json.Obj(
        Map.of(
            "event", Json.of(event.event()),
            "at", Json.of(event.at().getEpochSecond()),
            "subject", Json.of(event.subject()),
            "detail", new Json.Obj(event.detail())));
  }

  static Payload read(BlockKind kind, JsonFields payload) {
    return switch (kind) {
      case INTERVAL ->
          new Payload.Readings(
              payload.array("readings").stream().map(PayloadJson::reading).toList(),
              payload.array("states").stream().map(PayloadJson::state).toList());
      case SITE ->
          new Payload.Site(
              payload.integer("epoch"),
              VerificationKey.ofRaw(Base64.getDecoder().decode(payload.text("key"))),
              SiteDescriptionJson.read(payload.object("description")));
      case CORRECTION ->
          new Payload.Correction(
              payload.text("reason"),
              payload.text("author"),
              payload.array("readings").stream().map(PayloadJson::replacement).toList());
      case EVENT ->
          new Payload.Event(
              payload.text("event"),
              Instant.ofEpochSecond(payload.integer("at")),
              payload.text("subject"),
              payload.object("detail").object().entries());
    };
  }

  private static Json array(List<Json> items) {
    return new Json.Arr(items);
  }

  private static Json reading(Payload.Reading reading) {
    List<Json> cells = new ArrayList<>(4);
    cells.add(Json.of(reading.point()));
    appendValue(cells, reading.value());
    return new Json.Arr(cells);
  }

  private static Json replacement(Payload.Replacement replacement) {
    List<Json> cells = new ArrayList<>(5);
    cells.add(Json.of(replacement.start().getEpochSecond()));
    cells.add(Json.of(replacement.point()));
    appendValue(cells, replacement.value());
    return new Json.Arr(cells);
  }

  private static Json state(Payload.StateTime state) {
    return new Json.Arr(
        List.of(Json.of(state.machine()), Json.of(state.state()), Json.of(state.seconds())));
  }

  private static void appendValue(List<Json> cells, IntervalReading value) {
    cells.add(optional(value.amount()));
    cells.add(Json.of(value.flag().name()));
    cells.add(optional(value.register()));
  }

  private static Json optional(OptionalLong value) {
    return value.isPresent() ? Json.of(value.getAsLong()) : Json.NULL;
  }

  private static Payload.Reading reading(Json json) {
    List<Json> cells = cells(json, 4, "[point, amount, flag, register]");
    return new Payload.Reading(text(cells.get(0)), value(cells.subList(1, 4)));
  }

  private static Payload.Replacement replacement(Json json) {
    List<Json> cells = cells(json, 5, "[start, point, amount, flag, register]");
    return new Payload.Replacement(
        Instant.ofEpochSecond(integer(cells.get(0))),
        text(cells.get(1)),
        value(cells.subList(2, 5)));
  }

  private static Payload.StateTime state(Json json) {
    List<Json> cells = cells(json, 3, "[machine, state, seconds]");
    return new Payload.StateTime(text(cells.get(0)), text(cells.get(1)), integer(cells.get(2)));
  }

  private static IntervalReading value(List<Json> cells) {
    String word = text(cells.get(1));
    Flag flag;
    try {
      flag = Flag.valueOf(word);
    } catch (IllegalArgumentException e) {
      throw new JsonFormatException("block.payload: expected a flag, found " + word);
    }
    return new IntervalReading(optional(cells.get(0)), flag, optional(cells.get(2)));
  }

  private static List<Json> cells(Json json, int size, String shape) {
    if (json instanceof Json.Arr array && array.items().size() == size) {
      return array.items();
    }
    throw new JsonFormatException(
        "block.payload: expected " + shape + ", found " + json.canonical());
  }

  private static String text(Json json) {
    if (json instanceof Json.Text text) {
      return text.value();
    }
    throw new JsonFormatException("block.payload: expected a text, found " + json.canonical());
  }

  private static long integer(Json json) {
    if (json instanceof Json.Int integer) {
      return integer.value();
    }
    throw new JsonFormatException("block.payload: expected an integer, found " + json.canonical());
  }

  private static OptionalLong optional(Json json) {
    return json instanceof Json.Null ? OptionalLong.empty() : OptionalLong.of(integer(json));
  }
}
