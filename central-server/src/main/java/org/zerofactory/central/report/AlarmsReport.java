package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.LivePicture;

/** Alarms as JSON, those of the centre and those of agents in the same shape. */
public final class AlarmsReport {

  private AlarmsReport() {}

  public static ObjectNode of(List<AlarmCase> alarms, List<LivePicture.AgentAlarm> agentAlarms) {
    ObjectNode json = Figures.object();
    ArrayNode list = json.putArray("alarms");
    alarms.forEach(one -> list.add(ofCase(one)));
    agentAlarms.forEach(alarm -> list.add(agentAlarm(alarm)));
    return json;
  }

  /** An alarm with its life so far. */
  public static ObjectNode ofCase(AlarmCase one) {
    ObjectNode json = alarm(one.alarm()).put("number", one.number());
    json.put("rule", one.ruleVersion().isPresent() ? one.alarm().kind() : null);
    if (one.ruleVersion().isPresent()) {
      json.put("ruleVersion", one.ruleVersion().getAsInt());
    } else {
      json.putNull("ruleVersion");
    }
    json.putNull("acknowledged");
    one.acknowledgement()
        .ifPresent(
            by ->
                json.putObject("acknowledged")
                    .put("at", by.at().toEpochMilli())
                    .put("person", by.person())
                    .put("note", by.note()));
    json.set("waste", WasteReport.sum(one.waste()));
    return json;
  }

  static ArrayNode list(List<Alarm> alarms, List<LivePicture.AgentAlarm> agentAlarms) {
    ArrayNode list = Figures.array();
    alarms.forEach(alarm -> list.add(alarm(alarm)));
    agentAlarms.forEach(alarm -> list.add(agentAlarm(alarm)));
    return list;
  }

  private static ObjectNode alarm(Alarm alarm) {
    ObjectNode json =
        Figures.object()
            .put("id", alarm.kind() + ":" + alarm.subject())
            .put("severity", alarm.severity().name().toLowerCase(Locale.ROOT))
            .put("subject", alarm.subject())
            .put("since", alarm.raised().toEpochMilli());
    Figures.putInstant(json, "cleared", alarm.cleared());
    json.putObject("text").put("en", alarm.english()).put("zh", alarm.chinese());
    return json;
  }

  static ObjectNode agentAlarm(LivePicture.AgentAlarm alarm) {
    ObjectNode json =
        Figures.object()
            .put("id", alarm.id())
            .put("severity", alarm.severity())
            .put("subject", alarm.subject())
            .put("since", alarm.since().toEpochMilli())
            .putNull("cleared");
    json.putObject("text").put("en", alarm.english()).put("zh", alarm.chinese());
    return json;
  }
}
