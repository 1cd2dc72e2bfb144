package org.zerofactory.edge.status;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.edge.acquire.SourceStatus;
import org.zerofactory.edge.sync.LivePicture;

/** The agent's state as JSON; times are epoch milliseconds, null where there is none. */
final class StatusJson {

  private StatusJson() {}

  static String of(EdgeView view) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("site", Json.of(view.site().id()));
    fields.put("name", Json.of(view.site().name()));
    fields.put("simulated", Json.of(view.site().simulated()));
    fields.put("version", Json.of(view.version()));
    fields.put("siteTime", time(Optional.of(view.siteTime())));
    fields.put("sealedUntil", time(view.sealedUntil()));
    fields.put("sequence", Json.of(view.sequence()));
    fields.put("acknowledged", Json.of(view.acknowledged()));
    fields.put("backlog", Json.of(view.backlog()));
    fields.put(
        "centre", view.site().centre().map(url -> Json.of(url.toString())).orElse(Json.NULL));
    fields.put("lastConfirmed", time(view.lastConfirmed()));
    fields.put("offlineSince", time(view.failingSince()));
    fields.put("storedSamples", Json.of(view.storedSamples()));
    fields.put("samplesBytes", Json.of(view.bytesOf("samples.db")));
    fields.put("journalBytes", Json.of(view.bytesOf("journal.db")));
    fields.put("diskFreeBytes", Json.of(view.diskFreeBytes()));
    fields.put("alarms", LivePicture.alarmsJson(view.alarms()));
    fields.put("sources", new Json.Arr(view.sources().stream().map(StatusJson::source).toList()));
    Map<String, Json> states = new TreeMap<>();
    view.states().forEach((machine, state) -> states.put(machine, Json.of(state)));
    fields.put("states", new Json.Obj(states));
    return new Json.Obj(fields).canonical();
  }

  private static Json source(SourceStatus source) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("id", Json.of(source.source()));
    fields.put("endpoint", Json.of(source.endpoint()));
    fields.put("phase", Json.of(source.phase().name().toLowerCase(java.util.Locale.ROOT)));
    fields.put("connected", Json.of(source.connected()));
    fields.put("since", time(Optional.of(source.since())));
    fields.put("points", Json.of(source.points()));
    fields.put("badPoints", Json.of(source.badPoints()));
    fields.put("lastSample", time(source.lastSample()));
    fields.put("error", source.error().map(text -> Json.of(text.english())).orElse(Json.NULL));
    fields.put("advice", source.advice().map(text -> Json.of(text.english())).orElse(Json.NULL));
    return new Json.Obj(fields);
  }

  private static Json time(Optional<Instant> time) {
    return time.map(instant -> Json.of(instant.toEpochMilli())).orElse(Json.NULL);
  }
}
