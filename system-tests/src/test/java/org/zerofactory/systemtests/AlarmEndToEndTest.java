package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.simulator.PlantSimulator;
import org.zerofactory.simulator.RunningSimulator;
import org.zerofactory.simulator.SimulatorOptions;

/**
 * Two faults of a simulated plant, from the device to a person: an inverter loses strings and a
 * meter's clock gains. Agent and centre are processes of their own; the plant runs fast.
 */
final class AlarmEndToEndTest {

  private static final String SITE = "alarm-test";
  private static final String STRINGS = "pv-string-loss:pv-2";
  private static final String CLOCK = "faulty-clock:feeder-building/energy-import";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int SPEED = 900;

  /** Morning in June; the days before teach what is usual. */
  private static final Instant START = Instant.parse("2025-06-12T01:30:00Z");

  private static final Instant HISTORY_FROM = START.minus(Duration.ofDays(9));

  /** Both faults are over by then for two days of sun. */
  private static final Instant LATER = START.plus(Duration.ofDays(3));

  private static final List<String> FAULTS =
      List.of(
          "strings:pv-2:2025-06-12T10:00+08:00/2025-06-12T19:00+08:00:0.6",
          "drift:feeder-building:2025-06-12T10:00+08:00/2025-06-12T19:00+08:00:600");

  @TempDir private Path folder;

  @Test
  void aFaultIsRaisedOnBothSidesAcknowledgedAndClearedAfterItsEnd() throws IOException {
    try (CentreProcess centre = CentreProcess.run(folder, 0)) {
      RunningSimulator simulator = simulator(START, 0);
      URI endpoint = URI.create(simulator.endpoint());
      Path site = siteFile(simulator.endpoint(), centre.port());
      try {
        try (EdgeProcess edge = EdgeProcess.run(site)) {
          await(edge, centre, "both alarms at the agent", () -> hasAll(edge.status()));
          await(edge, centre, "both alarms at the centre", () -> hasAll(open(centre)));
          allIsSaid(open(centre), edge.status());
        }
        acknowledge(centre);

        // the agent is off, and the plant goes on for three days without its faults
        simulator.close();
        simulator = simulator(LATER, endpoint.getPort());
        try (EdgeProcess edge = EdgeProcess.run(site)) {
          await(edge, centre, "no alarm at the centre", () -> hasNone(open(centre)));
          await(edge, centre, "no alarm at the agent", () -> hasNone(edge.status()));
        }
        theirLifeIsKept(centre);
      } finally {
        simulator.close();
      }
    }
  }

  private static void allIsSaid(JsonNode atCentre, JsonNode atAgent) {
    JsonNode central = find(atCentre, STRINGS).orElseThrow();
    JsonNode local = find(atAgent, STRINGS).orElseThrow();

    assertThat(central.path("rule").asText()).isEqualTo("pv-string-loss");
    assertThat(central.path("severity").asText()).isEqualTo("warning");
    assertThat(local.path("severity").asText()).isEqualTo("warning");
    assertThat(Instant.ofEpochMilli(central.path("since").asLong()))
        .isBetween(START, START.plus(Duration.ofDays(1)));
    assertThat(central.path("since").asLong()).isEqualTo(local.path("since").asLong());
    for (JsonNode alarm : List.of(central, local)) {
      assertThat(alarm.at("/text/en").asText()).contains("pv-2", "less than usual");
      assertThat(alarm.at("/text/zh").asText()).contains("pv-2", "组串");
    }
    assertThat(central.path("acknowledged").isNull()).isTrue();
  }

  private static void acknowledge(CentreProcess centre) {
    long number = find(open(centre), STRINGS).orElseThrow().path("number").asLong();
    HttpResponse<String> answer = post(centre, number, "li.wei");
    HttpResponse<String> second = post(centre, number, "anna");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
    JsonNode alarm = find(open(centre), STRINGS).orElseThrow();
    assertThat(alarm.at("/acknowledged/person").asText()).isEqualTo("li.wei");
    assertThat(alarm.at("/acknowledged/note").asText()).isEqualTo("fuse ordered");
    assertThat(alarm.path("cleared").isNull()).as("still open").isTrue();
  }

  private static HttpResponse<String> post(CentreProcess centre, long number, String person) {
    return Http.send(
        HttpRequest.newBuilder(
                centre.uri("/api/v1/sites/%s/alarms/%d/acknowledgement".formatted(SITE, number)))
            .header("Content-Type", "application/json")
            .header("Zerofactory-Person", person)
            .POST(BodyPublishers.ofString("{\"note\":\"fuse ordered\"}"))
            .build());
  }

  private static void theirLifeIsKept(CentreProcess centre) {
    JsonNode all = centre.json("/api/v1/sites/" + SITE + "/alarms?state=cleared");
    JsonNode alarm = find(all, STRINGS).orElseThrow();

    assertThat(Instant.ofEpochMilli(alarm.path("cleared").asLong()))
        .isAfter(Instant.parse("2025-06-12T11:00:00Z")); // the fault's end
    assertThat(alarm.at("/acknowledged/person").asText()).isEqualTo("li.wei");
    assertThat(alarm.at("/waste/wh").asLong()).isPositive();
    assertThat(find(all, CLOCK)).isPresent();
  }

  private static JsonNode open(CentreProcess centre) {
    return centre.json("/api/v1/sites/" + SITE + "/alarms?state=open");
  }

  private static boolean hasAll(JsonNode answer) {
    return find(answer, STRINGS).isPresent() && find(answer, CLOCK).isPresent();
  }

  private static boolean hasNone(JsonNode answer) {
    return find(answer, STRINGS).isEmpty() && find(answer, CLOCK).isEmpty();
  }

  private static Optional<JsonNode> find(JsonNode answer, String id) {
    for (JsonNode alarm : answer.path("alarms")) {
      if (alarm.path("id").asText().equals(id)) {
        return Optional.of(alarm);
      }
    }
    return Optional.empty();
  }

  private static void await(
      EdgeProcess edge,
      CentreProcess centre,
      String what,
      java.util.concurrent.Callable<Boolean> condition) {
    Await.until(
        what,
        LIMIT,
        condition,
        () ->
            edge.status()
                + "\n"
                + centre.json("/api/v1/sites/" + SITE + "/alarms")
                + "\n"
                + edge.program().output()
                + "\n"
                + centre.program().output());
  }

  private RunningSimulator simulator(Instant start, int port) {
    return PlantSimulator.start(
        SimulatorOptions.in(folder.resolve("simulator"))
            .withAddress("127.0.0.1", port)
            .withTime(Optional.of(start), HISTORY_FROM)
            .withSpeed(SPEED)
            .withFaults(FAULTS));
  }

  private Path siteFile(String endpoint, int centrePort) throws IOException {
    var devices = new StringBuilder();
    for (int inverter = 1; inverter <= 4; inverter++) {
      devices.append(device("pv-" + inverter, "simulator-inverter", "pv"));
    }
    devices.append(device("grid", "simulator-grid-meter", "grid"));
    devices.append(device("feeder-building", "simulator-meter", "load"));
    return Files.writeString(
        folder.resolve("site.yaml"),
        """
        site: %s
        name: Alarms
        zone: Asia/Shanghai
        region: { country: CN, grid: central }
        simulated: true
        clock: source
        data: data
        history-from: %s
        centre: { url: "http://localhost:%d" }
        status-page: { port: 0 }
        sources:
          - { id: plant, endpoint: "%s", security: None }
        devices:
        %s"""
            .formatted(SITE, HISTORY_FROM, centrePort, endpoint, devices));
  }

  private static String device(String id, String template, String role) {
    return "  - { id: %s, name: %s, template: %s, source: plant, role: %s, parameters: { path: %s } }%n"
        .formatted(id, id, template, role, id);
  }
}
