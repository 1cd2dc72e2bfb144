package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Sample;

/** The agent against an OPC UA server that is not ours, on the clock of this machine. */
final class NodeOpcUaTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int LIVE_VALUES = 4;

  /** How a point of the agent stands to the peer's node: its name there, and Wh or kW per raw 1. */
  private record Link(String node, BigDecimal factor, long span) {}

  private static final long NO_SPAN = Long.MAX_VALUE;
  private static final Map<String, Link> REGISTERS =
      Map.of(
          "grid/energy-import", new Link("grid.energy-import", BigDecimal.ONE, NO_SPAN),
          "pv-1/energy-produced", new Link("pv-1.energy-produced", new BigDecimal(1000), NO_SPAN),
          "press/energy-import", new Link("press.energy-import", BigDecimal.ONE, 100_000));
  private static final Map<String, Link> ALL_POINTS =
      Map.of(
          "grid/active-power", new Link("grid.active-power", BigDecimal.ONE, NO_SPAN),
          "grid/energy-import", REGISTERS.get("grid/energy-import"),
          "pv-1/energy-produced", REGISTERS.get("pv-1/energy-produced"),
          "press/energy-import", REGISTERS.get("press/energy-import"));

  private static final String TEMPLATES =
      """
      device: peer-%1$s
      name: A device of the node-opcua peer
      kind: %2$s
      parameters: [path]
      defaults: { namespace: "urn:zerofactory:peer" }
      source: { document: system-tests/peers/node-opcua/server.js, page: registers, checked: true }
      points:
      """;

  @TempDir private Path folder;
  private EdgeFiles files;

  @BeforeEach
  void requirePeer() throws IOException {
    NodeOpcUaPeer.require();
    files = new EdgeFiles(folder.resolve("data"));
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(
        templates.resolve("grid.yaml"),
        TEMPLATES.formatted("grid", "electricity-meter")
            + point("energy-import", "Wh", "")
            + point("active-power", "kW", ""));
    Files.writeString(
        templates.resolve("inverter.yaml"),
        TEMPLATES.formatted("inverter", "inverter") + point("energy-produced", "kWh", ""));
    Files.writeString(
        templates.resolve("press.yaml"),
        TEMPLATES.formatted("press", "electricity-meter")
            + point("energy-import", "Wh", ", span: 100000"));
  }

  @Test
  void anonymousWithoutSecurityThroughAKill() throws IOException {
    try (NodeOpcUaPeer peer = NodeOpcUaPeer.anonymous(folder)) {
      Path site = site(peer.endpoint(), "security: None");
      try (EdgeProcess edge = EdgeProcess.run(site, "--templates", "templates")) {
        readsAcrossAKill(peer, edge);
      }
    }
  }

  @Test
  void signedEncryptedAndWithPasswordThroughAKill() throws IOException {
    var login = new NodeOpcUaPeer.Login("edge", "a pass word with spaces");
    Files.writeString(folder.resolve("peer.password"), login.password() + "\n");
    try (NodeOpcUaPeer peer = NodeOpcUaPeer.secured(folder, login)) {
      Path site =
          site(
              peer.endpoint(),
              "security: Basic256Sha256, user: { name: edge, password-file: peer.password }");
      try (EdgeProcess edge = EdgeProcess.run(site, "--templates", "templates")) {
        refusesUntilTrusted(peer, edge, site);
        readsAcrossAKill(peer, edge);
      }
    }
  }

  /** An unknown certificate is refused with its fingerprint and the command that trusts it. */
  private void refusesUntilTrusted(NodeOpcUaPeer peer, EdgeProcess edge, Path site) {
    Await.until(
        "the fingerprint in the status",
        LIMIT,
        () -> normalized(edge.source().toString()).contains(peer.thumbprint()),
        () -> edge.status() + "\n" + edge.program().output());
    assertThat(edge.source().path("connected").asBoolean()).isFalse();
    assertThat(edge.source().path("advice").asText()).contains("edge trust add");

    try (Program trust =
        EdgeProcess.command(
            site,
            "trust",
            "add",
            "--config",
            site.toString(),
            "--templates",
            "templates",
            peer.thumbprint())) {
      assertThat(trust.waitForExit(LIMIT)).as(trust.output()).isZero();
    }
  }

  private void readsAcrossAKill(NodeOpcUaPeer peer, EdgeProcess edge) {
    waitForLiveValues(edge, LIVE_VALUES);
    Instant killed = Instant.now();
    peer.kill();
    Await.until("the lost connection", LIMIT, () -> !edge.source().path("connected").asBoolean());
    peer.startAgain();
    Instant back = Instant.now();
    waitForLiveValues(edge, LIVE_VALUES, back);
    Instant end = Instant.now().minusSeconds(3);

    everyQuarterHourOfHistoryEqualsTheLedger(peer);
    everyStoredValueIsInTheLedger(peer);
    everyPublishedValueIsStored(peer, Instant.EPOCH, killed.minusSeconds(3));
    everyPublishedValueIsStored(peer, back.plusSeconds(2), end);
  }

  private void everyQuarterHourOfHistoryEqualsTheLedger(NodeOpcUaPeer peer) {
    Await.until("a day of blocks", LIMIT, () -> files.lines().size() > 90);
    for (var link : REGISTERS.entrySet()) {
      NavigableMap<Instant, String> history =
          new TreeMap<>(peer.ledger("history", link.getValue().node()));
      int compared = 0;
      for (Block block : files.blocks()) {
        if (block.payload() instanceof Payload.Readings readings) {
          Instant start = block.interval().orElseThrow().start();
          Instant end = block.interval().orElseThrow().end();
          if (history.containsKey(start) && history.containsKey(end)) {
            long from = stored(history.get(start), link.getValue());
            long to = stored(history.get(end), link.getValue());
            long expected = to >= from ? to - from : to - from + link.getValue().span();
            assertThat(amount(readings, link.getKey()))
                .as("%s of the quarter hour from %s", link.getKey(), start)
                .isEqualTo(expected);
            compared++;
          }
        }
      }
      assertThat(compared).as("quarter hours compared of %s", link.getKey()).isGreaterThan(90);
    }
  }

  private void everyStoredValueIsInTheLedger(NodeOpcUaPeer peer) {
    Map<String, Map<Instant, String>> ledgers = new TreeMap<>();
    for (var link : ALL_POINTS.entrySet()) {
      Map<Instant, String> ledger = peer.ledger("history", link.getValue().node());
      ledger.putAll(peer.ledger("value", link.getValue().node()));
      ledgers.put(link.getKey(), ledger);
    }
    for (Sample sample : files.samples()) {
      if (!sample.isGood()) {
        continue;
      }
      String raw =
          lastAtOrBefore(Objects.requireNonNull(ledgers.get(sample.point())), sample.sourceTime());
      Link link = Objects.requireNonNull(ALL_POINTS.get(sample.point()));
      assertThat(sample.value()).as(sample.toString()).isEqualTo(value(sample.point(), raw, link));
    }
  }

  /** Between the first and the newest stored one; how far behind the agent is, the machine says. */
  private void everyPublishedValueIsStored(NodeOpcUaPeer peer, Instant from, Instant until) {
    List<Sample> samples = files.samples();
    for (var link : ALL_POINTS.entrySet()) {
      NavigableMap<Instant, Double> stored = new TreeMap<>();
      for (Sample sample : samples) {
        if (sample.point().equals(link.getKey())) {
          stored.put(sample.sourceTime(), sample.value());
        }
      }
      Instant subscribed =
          stored.keySet().stream()
              .filter(time -> time.getEpochSecond() % 900 != 0 && time.isAfter(from))
              .findFirst()
              .orElseThrow();
      Instant newest = stored.headMap(until, false).lastKey();
      assertThat(newest).as("newest of %s", link.getKey()).isAfter(subscribed);
      peer.ledger("value", link.getValue().node())
          .forEach(
              (time, raw) -> {
                if (time.isAfter(subscribed) && !time.isAfter(newest)) {
                  assertThat(stored)
                      .as("%s as published at %s", link.getKey(), time)
                      .containsEntry(time, value(link.getKey(), raw, link.getValue()));
                }
              });
    }
  }

  private void waitForLiveValues(EdgeProcess edge, int count) {
    waitForLiveValues(edge, count, Instant.now());
  }

  private void waitForLiveValues(EdgeProcess edge, int count, Instant since) {
    Instant from = since.truncatedTo(ChronoUnit.MILLIS);
    Await.until(
        count + " live values of each point",
        LIMIT,
        () ->
            ALL_POINTS.keySet().stream()
                .allMatch(
                    point ->
                        files.samples().stream()
                                .filter(sample -> sample.point().equals(point))
                                .filter(sample -> sample.sourceTime().isAfter(from))
                                .count()
                            >= count),
        () -> edge.status() + "\n" + edge.program().output());
  }

  private static String lastAtOrBefore(Map<Instant, String> ledger, Instant time) {
    var entry = new TreeMap<>(ledger).floorEntry(time);
    assertThat(entry).as("a value of the ledger at or before %s", time).isNotNull();
    return entry.getValue();
  }

  private static long amount(Payload.Readings readings, String point) {
    return readings.readings().stream()
        .filter(reading -> reading.point().equals(point))
        .findFirst()
        .orElseThrow()
        .value()
        .amount()
        .orElseThrow();
  }

  private static long stored(String raw, Link link) {
    return new BigDecimal(raw)
        .multiply(link.factor())
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** Registers are whole; the power travels as a 32-bit float. */
  private static double value(String point, String raw, Link link) {
    return point.endsWith("/active-power") ? Float.parseFloat(raw) : stored(raw, link);
  }

  private static String normalized(String text) {
    return text.replaceAll("[^0-9a-zA-Z]", "").toLowerCase(java.util.Locale.ROOT);
  }

  private static String point(String quantity, String unit, String more) {
    return "  - { quantity: %1$s, node: \"nsu={namespace};s={path}.%1$s\", unit: %2$s, sampling-seconds: 1%3$s }%n"
        .formatted(quantity, unit, more);
  }

  private Path site(String endpoint, String security) throws IOException {
    Instant from = Instant.now().minus(Duration.ofHours(25)).truncatedTo(ChronoUnit.HOURS);
    return Files.writeString(
        folder.resolve("site.yaml"),
        """
        site: peer
        name: Peer
        zone: UTC
        region: { country: CN, grid: central }
        data: data
        history-from: %s
        status-page: { port: 0 }
        sources:
          - { id: plant, endpoint: "%s", %s }
        devices:
          - { id: grid, name: Grid, template: peer-grid, source: plant, role: grid, parameters: { path: grid } }
          - { id: pv-1, name: Roof, template: peer-inverter, source: plant, role: pv, parameters: { path: pv-1 } }
          - { id: press, name: Press, template: peer-press, source: plant, role: load, parameters: { path: press } }
        """
            .formatted(from, endpoint, security));
  }
}
