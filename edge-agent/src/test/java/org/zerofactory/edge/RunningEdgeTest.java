package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.hardware.SiteFile;

final class RunningEdgeTest {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final String POINT = "main/energy-import";

  @TempDir private Path folder;

  // 20 stops at random places, answers lost and pages of a captive portal in between: the centre
  // has every block once, and the sum of all quarter hours is the register's rise.
  @Test
  void energyIsNeitherLostNorDoubledOverStopsAndABadNetwork() throws IOException {
    try (TestCentre centre = new TestCentre()) {
      centre.misbehave(4);
      Random random = new Random(11);
      HandFedSources sources = new HandFedSources(START);
      long quarters = 0;
      for (int life = 0; life < 20; life++) {
        int length = 1 + random.nextInt(4);
        try (RunningEdge edge = start(sources, Optional.of(centre.url()))) {
          Instant from =
              sources.resumeFrom("plant").isBefore(START) ? START : sources.resumeFrom("plant");
          Instant until = START.plusSeconds((quarters + length) * 900 + random.nextInt(800));
          for (Instant t = from; !t.isAfter(until); t = t.plusSeconds(20)) {
            sources.give(POINT, t, value(t));
          }
          sources.complete("plant", until);
          long expected =
              until.minusSeconds(60).getEpochSecond() / 900 - START.getEpochSecond() / 900;
          await(() -> edge.sealedSequence() >= expected + 1);
          quarters = expected;
        }
      }
      centre.misbehave(0);
      try (RunningEdge edge = start(sources, Optional.of(centre.url()))) {
        await(() -> edge.backlog() == 0);
      }

      assertThat(centre.faults()).isEmpty();
      assertThat(rise(centre.lines())).isEqualTo(lastRegister(centre.lines()) - 1_000);
      assertThat(lastRegister(centre.lines())).isGreaterThan(quarters * 900 * 5);
    }
  }

  @Test
  void theStatusPageAnswersInBothLanguagesAndOnlyToThisMachine() throws Exception {
    HandFedSources sources = new HandFedSources(START);
    try (RunningEdge edge = start(sources, Optional.empty())) {
      sources.give(POINT, START, 7);
      sources.complete("plant", START);
      await(() -> edge.sealedSequence() >= 1);

      String base = "http://localhost:" + edge.statusPort();
      assertThat(get(base + "/?lang=en").body()).contains("Sealed until").contains("On its own");
      assertThat(get(base + "/?lang=zh").body()).contains("已封存至");
      assertThat(get(base + "/api/status").body()).contains("\"sequence\":1");
      assertThat(get(base + "/metrics").body()).contains("edge_journal_sequence 1.0");
      assertThat(get(base + "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(base + "/health/ready").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void aClockInThePastSealsNothingAndSaysWhatToDo() throws Exception {
    Instant epoch = Instant.parse("1970-01-01T00:05:00Z");
    HandFedSources sources = new HandFedSources(epoch);
    try (RunningEdge edge = start(sources, Optional.empty())) {
      sources.give(POINT, epoch, 7);
      sources.complete("plant", epoch);
      await(() -> edge.view().alarms().size() == 1);

      assertThat(edge.view().alarms().get(0).id()).isEqualTo("clock-insane:system");
      assertThat(edge.view().alarms().get(0).text().english()).contains("timedatectl");
      assertThat(edge.view().storedSamples()).isEqualTo(1);
      assertThat(edge.sealedSequence()).isZero();
    }
  }

  @Test
  void aSecondAgentOnTheSameDataIsRefused() {
    try (RunningEdge edge = start(new HandFedSources(START), Optional.empty())) {
      assertThat(edge.statusPort()).isPositive();
      assertThatThrownBy(() -> start(new HandFedSources(START), Optional.empty()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another edge agent uses this data folder");
    }
  }

  @Test
  void theDeviceKeyIsForItsOwnerOnlyAndStays() throws IOException {
    start(new HandFedSources(START), Optional.empty()).close();
    Path key = folder.resolve("data/device.key");
    byte[] made = Files.readAllBytes(key);

    start(new HandFedSources(START), Optional.empty()).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllBytes(key)).isEqualTo(made);
  }

  @Test
  void aLostJournalComesBackFromTheCentreAndGoesOnWithoutLoss() throws IOException {
    try (TestCentre centre = new TestCentre()) {
      HandFedSources sources = new HandFedSources(START);
      try (RunningEdge edge = start(sources, Optional.of(centre.url()))) {
        feed(sources, START, START.plusSeconds(9_000));
        await(() -> edge.sealedSequence() >= 11 && edge.backlog() == 0);
      }
      Files.delete(folder.resolve("data/journal.db"));
      Files.writeString(
          folder.resolve("site.yaml"), yaml(Optional.of(centre.url())), StandardCharsets.UTF_8);

      int exit = EdgeCommand.execute("restore", "--config", folder.resolve("site.yaml").toString());
      try (RunningEdge edge = start(sources, Optional.of(centre.url()))) {
        feed(sources, START.plusSeconds(8_100), START.plusSeconds(18_000));
        await(() -> edge.sealedSequence() >= 21 && edge.backlog() == 0);
      }

      assertThat(exit).isZero();
      assertThat(rise(centre.lines())).isEqualTo(18_000 * 5);
    }
  }

  private static void feed(HandFedSources sources, Instant from, Instant until) {
    for (Instant t = from; !t.isAfter(until); t = t.plusSeconds(20)) {
      sources.give(POINT, t, value(t));
    }
    sources.complete("plant", until);
  }

  private static double value(Instant time) {
    return (time.getEpochSecond() - START.getEpochSecond()) * 5.0 + 1_000;
  }

  private static long rise(List<String> lines) {
    return lines.stream()
        .map(line -> Block.parse(line).payload())
        .filter(Payload.Readings.class::isInstance)
        .flatMap(payload -> ((Payload.Readings) payload).readings().stream())
        .mapToLong(reading -> reading.value().amount().orElseThrow())
        .sum();
  }

  private static long lastRegister(List<String> lines) {
    return lines.stream()
        .map(line -> Block.parse(line).payload())
        .filter(Payload.Readings.class::isInstance)
        .map(payload -> ((Payload.Readings) payload).readings().get(0).value())
        .reduce((first, second) -> second)
        .orElseThrow()
        .register()
        .orElseThrow();
  }

  private RunningEdge start(HandFedSources sources, Optional<URI> centre) {
    Path file = folder.resolve("site.yaml");
    try {
      Files.writeString(file, yaml(centre), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SiteConfiguration site = SiteFile.read(file, DeviceTemplates.packaged());
    return new RunningEdge(
        new EdgeOptions(site, Optional.empty(), InstantSource.system()), sources);
  }

  private static String yaml(Optional<URI> centre) {
    return """
        site: test
        name: Test
        zone: Asia/Shanghai
        region: { country: CN, grid: central }
        history-from: 2026-11-23T00:00:00Z
        status-page: { port: 0 }
        %s
        sources:
          - { id: plant, endpoint: "opc.tcp://localhost:1", security: None }
        devices:
          - { id: main, name: Main, template: simulator-meter, source: plant, role: load,
              parameters: { path: main } }
        """
        .formatted(centre.map(url -> "centre: { url: \"" + url + "\" }").orElse(""));
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting after 60 s").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }
}
