package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.simulator.RunningSimulator;
import org.zerofactory.systemtests.FaultProxy.Mode;

/** What a network does between edge and centre costs time and never a block. */
final class NetworkFaultTest {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Instant START = Instant.parse("2023-03-01T00:00:00Z");
  private static final int DAYS = 60;
  private static final int REPEATS = 4;

  @TempDir private Path folder;
  private CentreProcess centre;
  private FaultProxy proxy;
  private RunningSimulator simulator;
  private @Nullable EdgeProcess edge;
  private ReplaySite site;

  @BeforeEach
  void start() {
    site = new ReplaySite(folder, START, DAYS * 96);
    centre = CentreProcess.run(folder, 0);
    proxy = new FaultProxy(centre.port());
    simulator = site.simulator();
  }

  @AfterEach
  void stop() {
    if (edge != null) {
      edge.close();
    }
    simulator.close();
    proxy.close();
    centre.close();
  }

  @Test
  void resetsInRequestsAndAnswersAndCutsAndDelays() throws IOException {
    proxy.set(Mode.DELAY);
    edge = EdgeProcess.run(site.siteFile(simulator.endpoint(), proxy.port()));
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      for (Mode mode : new Mode[] {Mode.RESET_REQUESTS, Mode.RESET_ANSWERS, Mode.REFUSE}) {
        suffer(mode);
        comeBack();
      }
      proxy.cut();
      comeBack();
    }

    proxy.set(Mode.PASS);
    nothingIsLostOrDoubled();
  }

  /** A peer that is gone without a word: only a time-out notices. */
  @Test
  void halfOpenConnectionsAreGivenUp() throws IOException {
    proxy.set(Mode.DELAY);
    edge = EdgeProcess.run(site.siteFile(simulator.endpoint(), proxy.port()));
    comeBack();
    suffer(Mode.SWALLOW);

    proxy.set(Mode.PASS);
    nothingIsLostOrDoubled();
  }

  private void suffer(Mode mode) {
    long before = proxy.faults();
    proxy.set(mode);
    Await.until(
        mode + " to hit a connection",
        LIMIT,
        () -> proxy.faults() > before || allSent(),
        () -> edge().status().toString());
  }

  private void comeBack() {
    proxy.set(Mode.DELAY);
    long before = centre.mark(ReplaySite.SITE);
    Await.until(
        "a block after " + before,
        LIMIT,
        () -> centre.mark(ReplaySite.SITE) > before || allSent(),
        () -> edge().status().toString());
  }

  private EdgeProcess edge() {
    return Objects.requireNonNull(edge, "the edge was not started");
  }

  private boolean allSent() {
    return edge().status().path("sealedUntil").asLong()
            >= site.end().minus(Duration.ofHours(1)).toEpochMilli()
        && centre.mark(ReplaySite.SITE) == edge().sequence();
  }

  private void nothingIsLostOrDoubled() throws IOException {
    Await.until("all blocks at the centre", LIMIT, this::allSent, () -> edge().status().toString());
    var received = centre.lines(ReplaySite.SITE);

    assertThat(received).isEqualTo(site.edgeFiles().lines());
    JournalAssert.assertChained(received);
    JournalAssert.assertAuditorAccepts(centre, ReplaySite.SITE, folder);
    JournalAssert.readings(received, "meter/energy-import")
        .forEach(
            (start, reading) ->
                assertThat(reading.amount()).as("%s", start).hasValue(site.wattHours(start)));
  }
}
