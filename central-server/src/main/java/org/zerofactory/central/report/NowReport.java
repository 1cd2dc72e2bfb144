package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.zerofactory.domain.account.DayAccount;
import org.zerofactory.domain.fleet.LivePicture;
import org.zerofactory.domain.fleet.LivePower;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** What a site does at this moment, and how its day goes, as JSON. */
public final class NowReport {

  /** An agent shows itself about once a second; so many missed pictures make the last one old. */
  private static final Duration STALE_AFTER = Duration.ofSeconds(30);

  private NowReport() {}

  /**
   * @param live the newest picture; without one all powers are null
   * @param today the account of the local day of the picture
   * @param now the centre's time
   */
  public static ObjectNode of(
      SiteDescription site, Optional<LivePicture> live, Optional<DayAccount> today, Instant now) {
    Map<String, Double> kilowatts = live.map(LivePicture::kilowatts).orElse(Map.of());
    LivePower power = LivePower.of(site, kilowatts);
    boolean isFresh =
        !kilowatts.isEmpty() // an agent that fills in history has no picture of this moment
            && live.isPresent()
            && Duration.between(live.get().received(), now).compareTo(STALE_AFTER) <= 0;
    ObjectNode json = Figures.object();
    Figures.putInstant(json, "at", live.map(LivePicture::at));
    json.put("stale", !isFresh);
    Figures.putPower(json, "gridImportKw", power.gridImport());
    Figures.putPower(json, "gridExportKw", power.gridExport());
    Figures.putPower(json, "pvKw", power.production());
    Figures.putPower(json, "loadKw", power.load());
    ArrayNode lines = json.putArray("lines");
    for (LivePower.LinePower line : power.lines()) {
      Figures.putPower(lines.addObject().put("line", line.line()), "kw", line.kilowatts());
    }
    json.set("devices", devices(site, kilowatts, live.map(LivePicture::states).orElse(Map.of())));
    json.set("today", today.map(NowReport::today).orElse(null));
    json.set("agent", live.map(picture -> agent(picture.agent())).orElse(null));
    return json;
  }

  private static ArrayNode devices(
      SiteDescription site, Map<String, Double> kilowatts, Map<String, String> states) {
    ArrayNode devices = Figures.array();
    Set<String> shown = new HashSet<>();
    for (MeterDescription meter : site.meters()) {
      boolean hasPower =
          meter.points().stream().anyMatch(point -> point.quantity() == Quantity.ACTIVE_POWER);
      boolean isMachine = site.machines().stream().anyMatch(of -> of.id().equals(meter.id()));
      if (hasPower || isMachine) {
        shown.add(meter.id());
        ObjectNode device =
            device(devices, meter.id(), meter.name(), meter.role().word(), meter.line());
        Double power = kilowatts.get(meter.pointId(Quantity.ACTIVE_POWER));
        Figures.putPower(
            device, "kw", power == null ? OptionalDouble.empty() : OptionalDouble.of(power));
        device.put("state", states.get(meter.id()));
      }
    }
    for (MachineDescription machine : site.machines()) {
      if (shown.add(machine.id())) {
        device(devices, machine.id(), machine.name(), "machine", machine.line())
            .putNull("kw")
            .put("state", states.get(machine.id()));
      }
    }
    return devices;
  }

  private static ObjectNode device(
      ArrayNode devices, String id, String name, String role, Optional<String> line) {
    return devices
        .addObject()
        .put("id", id)
        .put("name", name)
        .put("role", role)
        .put("line", line.orElse(null));
  }

  private static ObjectNode today(DayAccount day) {
    EnergyBalance balance = day.balanced();
    ObjectNode json =
        Figures.object()
            .put("date", day.date().toString())
            .put("pvWh", day.energy().production().wattHours())
            .put("loadWh", balance.load().wattHours())
            .put("importWh", day.energy().gridImport().wattHours())
            .put("exportWh", day.energy().gridExport().wattHours());
    Figures.putRatio(json, "selfSufficiency", balance.selfSufficiency());
    Figures.put(json, "co2eKg", day.location());
    return json;
  }

  private static ObjectNode agent(LivePicture.AgentStatus agent) {
    ObjectNode json =
        Figures.object()
            .put("version", agent.version())
            .put("sequence", agent.sequence())
            .put("backlog", agent.backlog())
            .put("speed", agent.speed())
            .put("diskFreeBytes", agent.diskFreeBytes());
    ArrayNode alarms = json.putArray("alarms");
    agent.alarms().forEach(alarm -> alarms.add(AlarmsReport.agentAlarm(alarm)));
    return json;
  }
}
