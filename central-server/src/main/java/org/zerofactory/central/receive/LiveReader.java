package org.zerofactory.central.receive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.fleet.LivePicture;
import org.zerofactory.domain.journal.JsonFormatException;

/** Reads a live picture (docs/formats.md, section 3). Gauges are doubles, so it is plain JSON. */
public final class LiveReader {

  /** Points, machines or alarms of one picture. */
  private static final int ENTRY_LIMIT = 5_000;

  private LiveReader() {}

  /**
   * @param received the centre's time
   * @throws JsonFormatException if it is no such picture; the message names the field
   */
  public static LivePicture read(String site, byte[] body, Instant received) {
    JsonNode json;
    try {
      json = SmallJson.read(body);
    } catch (JsonFormatException malformed) {
      throw new JsonFormatException("live: " + malformed.getMessage());
    }
    if (!json.isObject()) {
      throw new JsonFormatException("live: expected an object");
    }
    Instant at = Instant.ofEpochMilli(whole(json, "at"));
    return new LivePicture(
        site, at, received, agent(json.path("agent")), kilowatts(json), states(json));
  }

  private static LivePicture.AgentStatus agent(JsonNode agent) {
    List<LivePicture.AgentAlarm> alarms = new ArrayList<>();
    for (JsonNode alarm : bounded(agent.path("alarms"), "agent.alarms")) {
      alarms.add(
          new LivePicture.AgentAlarm(
              text(alarm, "id"),
              text(alarm, "severity"),
              alarm.path("subject").asText(""),
              Instant.ofEpochMilli(whole(alarm, "since")),
              alarm.path("text").path("en").asText(""),
              alarm.path("text").path("zh").asText("")));
    }
    return new LivePicture.AgentStatus(
        text(agent, "version"),
        whole(agent, "sequence"),
        whole(agent, "backlog"),
        agent.path("speed").asDouble(1),
        agent.path("diskFreeBytes").asLong(0),
        alarms);
  }

  private static Map<String, Double> kilowatts(JsonNode json) {
    Map<String, Double> kilowatts = new HashMap<>();
    JsonNode object = bounded(json.path("kilowatts"), "kilowatts");
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!entry.getValue().isNumber()) {
        throw new JsonFormatException(
            "live.kilowatts." + entry.getKey() + ": expected a number, found " + entry.getValue());
      }
      kilowatts.put(entry.getKey(), entry.getValue().doubleValue());
    }
    return kilowatts;
  }

  private static Map<String, String> states(JsonNode json) {
    Map<String, String> states = new HashMap<>();
    JsonNode object = bounded(json.path("states"), "states");
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      states.put(entry.getKey(), entry.getValue().asText());
    }
    return states;
  }

  private static JsonNode bounded(JsonNode node, String field) {
    if (node.size() > ENTRY_LIMIT) {
      throw new JsonFormatException(
          "live." + field + ": expected at most " + ENTRY_LIMIT + " entries, found " + node.size());
    }
    return node;
  }

  private static long whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new JsonFormatException("live." + field + ": expected an integer, found " + value);
    }
    return value.longValue();
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new JsonFormatException("live." + field + ": expected a text, found " + value);
    }
    return value.textValue();
  }
}
