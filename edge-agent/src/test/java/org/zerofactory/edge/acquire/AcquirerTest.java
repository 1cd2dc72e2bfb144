package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.acquire.SourceEvent.Kind;

class AcquirerTest {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @TempDir private Path folder;

  private final Recorder recorder = new Recorder();

  @Test
  void valuesTimesAndStatusArriveAsTheServerHasThem() throws Exception {
    try (TestServer server =
            TestServer.start(
                new TestNodes.Content()
                    .with("meter", 12_345_678_901L, NOW)
                    .with("power", 5120.5, NOW)
                    .with("machine", 3, NOW));
        Acquirer acquirer =
            acquirer(
                TestSite.site()
                    .register("meter")
                    .gauge("meter", "power", "1", 0.1)
                    .state("machine", "machine"),
                server)) {
      acquirer.start();
      recorder.awaitSamples("machine/state", 1);
      recorder.awaitSamples("meter/active-power", 1);
      recorder.await(() -> !recorder.complete().isEmpty());
      Instant later = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      server.nodes().set("meter", 12_345_678_902L, StatusCodes.Uncertain_LastUsableValue, later);
      recorder.await(() -> last("meter/energy-import").sourceTime().equals(later));

      assertThat(recorder.of("meter/energy-import").get(0))
          .returns(NOW, Sample::sourceTime)
          .returns(12_345_678_901.0, Sample::value)
          .returns(StatusCodes.Good, Sample::statusCode);
      assertThat(last("meter/energy-import"))
          .returns(12_345_678_902.0, Sample::value)
          .returns(StatusCodes.Uncertain_LastUsableValue, Sample::statusCode);
      assertThat(recorder.of("meter/active-power").get(0).value()).isEqualTo(5120.5);
      assertThat(acquirer.stateWord("machine/state", last("machine/state").value()))
          .contains("RUNNING");
      assertThat(recorder.faults()).isEmpty();
    }
  }

  @Test
  void aBadStatusGivesNoNumberButKeepsTheReason() throws Exception {
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 7L, NOW));
        Acquirer acquirer = acquirer(TestSite.site().register("meter"), server)) {
      acquirer.start();
      recorder.await(() -> !recorder.complete().isEmpty());
      server.nodes().set("meter", 8L, StatusCodes.Bad_DeviceFailure, Instant.now());
      recorder.await(() -> Double.isNaN(last("meter/energy-import").value()));

      assertThat(last("meter/energy-import").statusCode()).isEqualTo(StatusCodes.Bad_DeviceFailure);
    }
  }

  // A register that stands still is never published again; a read at the start proves its value.
  @Test
  void anUnchangedRegisterIsConfirmedAtTheServersTime() throws Exception {
    Instant hourAgo = NOW.minus(Duration.ofHours(1));
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 42L, hourAgo));
        Acquirer acquirer = acquirer(TestSite.site().register("meter"), server)) {
      acquirer.start();
      recorder.await(() -> !recorder.complete().isEmpty());

      List<Sample> samples = recorder.of("meter/energy-import");
      assertThat(samples).hasSize(2).extracting(Sample::value).containsOnly(42.0);
      assertThat(samples.get(0).sourceTime()).isEqualTo(hourAgo);
      assertThat(samples.get(1).sourceTime()).isAfterOrEqualTo(NOW);
      assertThat(recorder.complete())
          .contains(QuarterHours.containing(samples.get(1).sourceTime()).start());
    }
  }

  @Test
  void aMissingNodeAndAWrongTypeAreToldAndTheOthersGoOn() throws Exception {
    try (TestServer server =
            TestServer.start(
                new TestNodes.Content().with("good", 1L, NOW).with("text", "on", NOW));
        Acquirer acquirer =
            acquirer(
                TestSite.site().register("good").register("text").register("missing"), server)) {
      acquirer.start();
      recorder.awaitSamples("good/energy-import", 1);

      assertThat(recorder.events(Kind.BAD_NODE))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.subject()).isEqualTo("missing/energy-import");
                assertThat(event.message())
                    .contains("nsu=" + TestServer.URI + ";s=missing", "Bad_NodeIdUnknown");
              });
      assertThat(recorder.events(Kind.WRONG_TYPE))
          .singleElement()
          .satisfies(event -> assertThat(event.message()).contains("expected a number", "String"));
      assertThat(acquirer.status().get(0).badPoints()).isEqualTo(2);
      assertThat(recorder.of("text/energy-import")).isEmpty();
    }
  }

  @Test
  void aServerRestartedOnItsPortIsSubscribedAgain() throws Exception {
    var content = new TestNodes.Content().with("meter", 1L, NOW);
    TestServer first = TestServer.start(content);
    try (Acquirer acquirer = acquirer(TestSite.site().register("meter"), first)) {
      acquirer.start();
      recorder.awaitSamples("meter/energy-import", 1);
      first.close();
      recorder.awaitEvent(Kind.OFFLINE, 1);
      boolean connectedWhileAway = acquirer.status().get(0).connected();
      try (TestServer second = TestServer.start(first.port(), content)) {
        recorder.awaitEvent(Kind.ONLINE, 2);
        second.nodes().set("meter", 5L, Instant.now());
        recorder.await(() -> last("meter/energy-import").value() == 5);

        assertThat(connectedWhileAway).isFalse();
        assertThat(recorder.events(Kind.OFFLINE)).hasSize(1);
        assertThat(recorder.faults()).isEmpty();
      }
    }
  }

  @Test
  void anEndpointThatNamesAnUnknownHostIsReachedAtTheConfiguredOne() throws Exception {
    try (TestServer server =
            TestServer.startAdvertising(
                "plc-7.invalid", new TestNodes.Content().with("meter", 1L, NOW));
        Acquirer acquirer = acquirer(TestSite.site().register("meter"), server)) {
      acquirer.start();
      recorder.awaitSamples("meter/energy-import", 1);

      assertThat(acquirer.status().get(0).connected()).isTrue();
    }
  }

  // With clock: source a quarter hour may take less than a second; several may pass at once.
  @Test
  void boundariesOfTheSourcesOwnTimeAreClosedSeveralAtOnce() throws Exception {
    Instant start = Instant.parse("2025-03-01T10:07:00Z");
    AtomicReference<Instant> time = new AtomicReference<>(start);
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 1L, start))) {
      server.tellTime(time::get);
      try (Acquirer acquirer =
          acquirer(TestSite.site().sourceClock().register("meter"), server, start)) {
        Instant before = acquirer.clock().instant();
        acquirer.start();
        recorder.await(() -> recorder.complete().contains(Instant.parse("2025-03-01T10:00:00Z")));
        Instant jumped = Instant.parse("2025-03-01T11:31:00Z");
        server.nodes().set("meter", 9L, jumped);
        time.set(jumped);
        recorder.await(() -> recorder.complete().contains(Instant.parse("2025-03-01T11:30:00Z")));

        assertThat(before).isEqualTo(Instant.EPOCH);
        assertThat(acquirer.clock().instant()).isAfterOrEqualTo(jumped);
        assertThat(last("meter/energy-import").value()).isEqualTo(9);
        assertThat(recorder.faults()).isEmpty();
      }
    }
  }

  @Test
  void aNodeThatComesBackIsReadAgainAfterTheNextBoundary() throws Exception {
    Instant start = Instant.parse("2025-03-01T10:07:00Z");
    AtomicReference<Instant> time = new AtomicReference<>(start);
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 1L, start))) {
      server.tellTime(time::get);
      try (Acquirer acquirer =
          acquirer(
              TestSite.site().sourceClock().register("meter").register("late"), server, start)) {
        acquirer.start();
        recorder.await(() -> !recorder.complete().isEmpty());
        server.nodes().add("late", 3L, start);
        time.set(Instant.parse("2025-03-01T10:15:01Z"));
        recorder.awaitSamples("late/energy-import", 1);

        assertThat(recorder.events(Kind.NODE_BACK)).hasSize(1);
        assertThat(acquirer.status().get(0).badPoints()).isZero();
      }
    }
  }

  @Test
  void aStateIsUnknownFromTheAgentsLastStopUntilAReadProvesIt() throws Exception {
    Instant stopped = NOW.minus(Duration.ofMinutes(10));
    var content = new TestNodes.Content().with("machine", 3, NOW.minus(Duration.ofHours(1)));
    try (TestServer server = TestServer.start(content);
        Acquirer acquirer =
            acquirer(TestSite.site().state("machine", "machine"), server, stopped)) {
      acquirer.start();
      recorder.awaitSamples("machine/state", 2);

      assertThat(recorder.events(Kind.GAP))
          .singleElement()
          .satisfies(event -> assertThat(event.detail()).containsEntry("states", "1"));
      assertThat(recorder.of("machine/state"))
          .extracting(Sample::isGood)
          .containsExactly(false, true);
      assertThat(recorder.of("machine/state").get(0).sourceTime()).isEqualTo(stopped.plusMillis(1));
      assertThat(last("machine/state").sourceTime()).isAfterOrEqualTo(NOW);
    }
  }

  // The server keeps no history of the state: what the machine did meanwhile is not invented.
  @Test
  void aStateIsUnknownWhileItsServerWasAway() throws Exception {
    Instant start = Instant.parse("2025-03-01T10:07:00Z");
    AtomicReference<Instant> time = new AtomicReference<>(start);
    var content = new TestNodes.Content().with("machine", 3, start);
    TestSite site = TestSite.site().sourceClock().state("machine", "machine");
    TestServer first = TestServer.start(content);
    first.tellTime(time::get);
    try (Acquirer acquirer = acquirer(site, first, start)) {
      acquirer.start();
      recorder.awaitSamples("machine/state", 1);
      recorder.await(() -> !recorder.complete().isEmpty());
      long gapsAtFirst = recorder.events(Kind.GAP).size();
      Instant lastKnown = last("machine/state").sourceTime();
      first.close();
      recorder.awaitEvent(Kind.OFFLINE, 1);
      time.set(start.plusSeconds(360));
      content.with("machine", 0, start.plusSeconds(350));
      try (TestServer second = TestServer.start(first.port(), content)) {
        second.tellTime(time::get);
        recorder.await(() -> recorder.events(Kind.GAP).size() > gapsAtFirst);
        recorder.await(() -> last("machine/state").value() == 0);

        List<Sample> samples = recorder.of("machine/state");
        assertThat(samples.stream().filter(sample -> !sample.isGood()))
            .anySatisfy(
                sample -> {
                  assertThat(sample.statusCode()).isEqualTo(StatusCodes.Bad_NoCommunication);
                  assertThat(sample.sourceTime()).isBetween(lastKnown, lastKnown.plusSeconds(60));
                });
        assertThat(last("machine/state").sourceTime()).isEqualTo(start.plusSeconds(350));
        assertThat(recorder.faults()).isEmpty();
      }
    }
  }

  @Test
  void aListenerThatCannotStoreGetsTheSamplesAgain() throws Exception {
    var failing = new FailingOnce(recorder, new IllegalStateException("disk full"));
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 4L, NOW));
        Acquirer acquirer =
            new Acquirer(
                TestSite.site().register("meter").at(server.endpoint()),
                folder,
                InstantSource.system(),
                source -> NOW,
                failing)) {
      acquirer.start();
      recorder.awaitSamples("meter/energy-import", 1);

      assertThat(recorder.of("meter/energy-import").get(0).sourceTime()).isEqualTo(NOW);
      assertThat(recorder.events(Kind.OFFLINE).get(0).message()).contains("disk full");
    }
  }

  private Sample last(String point) {
    List<Sample> samples = recorder.of(point);
    return samples.get(samples.size() - 1);
  }

  private Acquirer acquirer(TestSite site, TestServer server) {
    return acquirer(site, server, NOW);
  }

  private Acquirer acquirer(TestSite site, TestServer server, Instant resume) {
    return new Acquirer(
        site.at(server.endpoint()), folder, InstantSource.system(), source -> resume, recorder);
  }

  /** Throws at the first samples, then lets everything through. */
  private static final class FailingOnce implements SourceListener {
    private final SourceListener next;
    private final RuntimeException failure;
    private boolean failed;

    FailingOnce(SourceListener next, RuntimeException failure) {
      this.next = next;
      this.failure = failure;
    }

    @Override
    public void samples(List<Sample> samples) {
      if (!failed) {
        failed = true;
        throw failure;
      }
      next.samples(samples);
    }

    @Override
    public void completeUntil(String source, Instant until) {
      next.completeUntil(source, until);
    }

    @Override
    public void event(SourceEvent event) {
      next.event(event);
    }
  }
}
