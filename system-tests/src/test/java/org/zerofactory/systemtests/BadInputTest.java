package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.edge.EdgeAgent;
import org.zerofactory.edge.EdgeOptions;
import org.zerofactory.edge.RunningEdge;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteFile;
import org.zerofactory.rules.EmissionFactors;
import org.zerofactory.simulator.RunningSimulator;

/** Wrong input: the error names file, line, field and what was expected; nothing stored is lost. */
final class BadInputTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CONFIGURATION_INVALID = 4;
  private static final Instant START = Instant.parse("2023-05-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void yamlThatIsNoYamlIsRefusedWithItsLine() throws IOException {
    assertThat(runWith("site: a\nname: [never closed\nzone: UTC\n")).contains("site.yaml:");
  }

  @Test
  void anUnknownWordIsRefusedWithLineFieldAndWhatWasExpected() throws IOException {
    String output = runWith(siteText().replace("role: grid", "role: gird"));

    assertThat(output).contains("site.yaml:12").contains("role").contains("grid").contains("gird");
  }

  @Test
  void aDeviceThatIsThereTwiceIsRefused() throws IOException {
    String meter = siteText().lines().reduce((first, last) -> last).orElseThrow();

    String output = runWith(siteText() + meter + "\n");

    assertThat(output).contains("site.yaml:13").contains("meter");
  }

  @Test
  void anUnknownUnitInATemplateIsRefusedWithTheUnitsThereAre() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(
        templates.resolve("odd.yaml"),
        """
        device: odd-meter
        name: Odd
        kind: electricity-meter
        parameters: [path]
        source: { document: none, page: "-", checked: false }
        points:
          - { quantity: energy-import, node: "ns=2;s={path}", unit: kWatt, sampling-seconds: 1 }
        """);

    String output = runWith(siteText(), "--templates", "templates");

    assertThat(output).contains("odd.yaml:7").contains("kWatt").contains("kWh");
  }

  @Test
  void factorsWhoseValiditiesOverlapAreRefused() throws IOException {
    String published =
        Files.readString(Project.root().resolve("rules/emission-factors/grid/cn/ets-2022.yaml"));
    Files.writeString(
        folder.resolve("again.yaml"),
        published
            .replace("set: cn-ets-2022", "set: cn-ets-2022-again")
            .replace("id: cn-emissions-trading-2022", "id: cn-emissions-trading-2022-again"));

    assertThatThrownBy(() -> EmissionFactors.withFolder(folder))
        .hasMessageContaining("again.yaml:18:11")
        .hasMessageContaining("expected no overlap of validity")
        .hasMessageContaining("ets-2022.yaml:18");
  }

  /** The node is missing on the server: the other points are read all the same. */
  @Test
  void aNodeThatTheServerDoesNotHaveIsNamed() throws IOException {
    var site = new ReplaySite(folder, START, 96);
    try (RunningSimulator simulator = site.simulator()) {
      Path file = site.siteFile(simulator.endpoint(), 1);
      Files.writeString(
          file,
          Files.readString(file)
              + "  - { id: ghost, name: Ghost, template: simulator-replay-meter, source: plant, role: load, parameters: { path: ghost } }\n");
      try (EdgeProcess edge = EdgeProcess.run(file)) {
        Await.until(
            "the missing node in an alarm and blocks of the other meter",
            LIMIT,
            () -> edge.status().path("alarms").toString().contains("ghost") && edge.sequence() > 90,
            () -> edge.status() + "\n" + edge.program().output());
      }
    }
  }

  @Test
  void aBlockWithABrokenHashIsRefusedAndWhatIsStoredStays() throws IOException {
    var site = new ReplaySite(folder, START, 3 * 96);
    try (CentreProcess centre = CentreProcess.run(folder, 0);
        RunningSimulator simulator = site.simulator();
        EdgeProcess edge = EdgeProcess.run(site.siteFile(simulator.endpoint(), centre.port()))) {
      Await.until(
          "blocks at the centre",
          LIMIT,
          () ->
              centre.mark(ReplaySite.SITE) > 280
                  && centre.mark(ReplaySite.SITE) == edge.sequence());
      List<String> stored = centre.lines(ReplaySite.SITE);
      String last = stored.get(stored.size() - 1);
      String forged =
          last.replaceFirst("\"sequence\":\\d+", "\"sequence\":" + (stored.size() + 1))
              .replaceFirst(
                  "\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + "7".repeat(64) + "\"");
      JsonNode checkpoint = centre.json("/sync/v1/sites/" + ReplaySite.SITE + "/state");
      HttpResponse<String> answer =
          post(centre, checkpoint.path("checkpoint").asText(), stored.size() + 1, forged);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(Http.parse(answer.body()).path("type").asText())
          .isEqualTo("urn:zerofactory:sync:invalid-block");
      assertThat(Http.parse(answer.body()).path("detail").asText()).isNotBlank();
      assertThat(centre.lines(ReplaySite.SITE)).startsWith(stored.toArray(String[]::new));
    }
  }

  /** A Raspberry Pi without a clock chip boots into 1970: nothing is sealed, an alarm says why. */
  @Test
  void nothingIsSealedWhileTheClockShows1970() throws IOException {
    var site = new ReplaySite(folder, START, 96);
    try (RunningSimulator simulator = site.simulator()) {
      Path file = site.siteFile(simulator.endpoint(), 1);
      String onSystemClock = Files.readString(file).replace("clock: source\n", "");
      Files.writeString(file, onSystemClock);
      var options =
          new EdgeOptions(
              SiteFile.read(file, DeviceTemplates.packaged()),
              Optional.empty(),
              () -> Instant.ofEpochSecond(42));
      try (RunningEdge edge = EdgeAgent.start(options)) {
        var status = java.net.URI.create("http://localhost:" + edge.statusPort() + "/api/status");
        Await.until(
            "the alarm of the clock",
            LIMIT,
            () -> Http.json(status).path("alarms").toString().contains("1970"),
            () -> Http.json(status).toString());
        assertThat(edge.sealedSequence()).isZero();
      }
    }
  }

  private String runWith(String site, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), site);
    List<String> arguments = new ArrayList<>(List.of("run", "--config", file.toString()));
    arguments.addAll(List.of(more));
    try (Program edge = EdgeProcess.command(file, arguments.toArray(String[]::new))) {
      assertThat(edge.waitForExit(LIMIT)).as(edge.output()).isEqualTo(CONFIGURATION_INVALID);
      assertThat(edge.output()).doesNotContain("\tat ");
      assertThat(folder.resolve("data")).doesNotExist();
      return edge.output();
    }
  }

  private static HttpResponse<String> post(
      CentreProcess centre, String checkpoint, long sequence, String line) throws IOException {
    var bytes = new ByteArrayOutputStream();
    String envelope =
        "{\"batch\":{\"checkpoint\":%s,\"epoch\":1,\"from\":%d,\"site\":\"%s\",\"store\":\"%s\",\"to\":%d}}"
            .formatted(
                new com.fasterxml.jackson.databind.node.TextNode(checkpoint),
                sequence,
                ReplaySite.SITE,
                "0".repeat(32),
                sequence);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write((envelope + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Http.send(
        HttpRequest.newBuilder(centre.uri("/sync/v1/sites/" + ReplaySite.SITE + "/blocks"))
            .header("Content-Type", "application/jsonl")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
            .build());
  }

  private static String siteText() {
    return """
        site: bad-input
        name: Bad input
        zone: UTC
        region: { country: CN, grid: central }
        simulated: true
        clock: source
        data: data
        status-page: { port: 0 }
        sources:
          - { id: plant, endpoint: "opc.tcp://localhost:1/none", security: None }
        devices:
          - { id: meter, name: Meter, template: simulator-replay-meter, source: plant, role: grid, parameters: { path: meter } }
        """;
  }
}
