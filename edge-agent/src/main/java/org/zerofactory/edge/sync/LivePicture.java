package org.zerofactory.edge.sync;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.edge.alarm.Alarm;

/**
 * How things stand just now; for screens only, never accounted.
 *
 * @param at newest source time, or the site's clock before any sample
 * @param backlog blocks that the centre has not confirmed
 * @param speed seconds of the site's clock in one second; 1 except in simulations
 * @param kilowatts active power by point id
 * @param states machine state by machine id
 */
public record LivePicture(
    Instant at,
    String version,
    long sequence,
    long backlog,
    double speed,
    long diskFreeBytes,
    List<Alarm> alarms,
    Map<String, Double> kilowatts,
    Map<String, String> states) {

  public LivePicture {
    alarms = List.copyOf(alarms);
    kilowatts = Map.copyOf(kilowatts);
    states = Map.copyOf(states);
  }

  /** The body of a live message, docs/formats.md, section 3. */
  public String json() {
    StringBuilder out = new StringBuilder(1_024);
    out.append("{\"at\":").append(at.toEpochMilli()).append(",\"agent\":{\"version\":");
    out.append(Json.of(version).canonical()).append(",\"sequence\":").append(sequence);
    out.append(",\"backlog\":").append(backlog).append(",\"speed\":").append(number(speed));
    out.append(",\"diskFreeBytes\":").append(diskFreeBytes).append(",\"alarms\":");
    out.append(alarmsJson(alarms).canonical()).append("},\"kilowatts\":{");
    String separator = "";
    for (Map.Entry<String, Double> entry : new TreeMap<>(kilowatts).entrySet()) {
      out.append(separator).append(Json.of(entry.getKey()).canonical());
      out.append(':').append(number(entry.getValue()));
      separator = ",";
    }
    Map<String, Json> words = new TreeMap<>();
    states.forEach((machine, state) -> words.put(machine, Json.of(state)));
    out.append("},\"states\":").append(new Json.Obj(words).canonical()).append('}');
    return out.toString();
  }

  /** Alarms as they stand in messages and on the status page. */
  public static Json alarmsJson(List<Alarm> alarms) {
    return new Json.Arr(
        alarms.stream()
            .<Json>map(
                alarm ->
                    new Json.Obj(
                        Map.of(
                            "id", Json.of(alarm.id()),
                            "severity", Json.of(alarm.severity().word()),
                            "subject", Json.of(alarm.subject()),
                            "since", Json.of(alarm.since().toEpochMilli()),
                            "text",
                                new Json.Obj(
                                    Map.of(
                                        "en", Json.of(alarm.text().english()),
                                        "zh", Json.of(alarm.text().chinese()))))))
            .toList());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
