package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.zerofactory.domain.fleet.EdgeStatus;

/** The agents as JSON. */
public final class EdgesReport {

  private EdgesReport() {}

  public static ObjectNode of(List<EdgeStatus> edges) {
    ObjectNode json = Figures.object();
    ArrayNode list = json.putArray("edges");
    for (EdgeStatus edge : edges) {
      ObjectNode item = list.addObject().put("site", edge.site());
      Figures.putInstant(item, "lastSeen", edge.lastSeen());
      Figures.putInstant(item, "lastInterval", edge.lastInterval());
      item.put("sequence", edge.sequence())
          .put("backlog", edge.backlog().orElse(null))
          .put("version", edge.version().orElse(null))
          .put("status", edge.standing().word());
      item.set("alarms", AlarmsReport.list(edge.alarms(), edge.agentAlarms()));
    }
    return json;
  }
}
