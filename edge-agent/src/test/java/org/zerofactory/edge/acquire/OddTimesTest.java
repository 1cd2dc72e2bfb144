package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.acquire.SourceEvent.Kind;

/** Clocks and queues that do what they should not. */
class OddTimesTest {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  /** Info type "data value" with the overflow bit (OPC 10000-4, 7.39.1). */
  private static final long GOOD_WITH_OVERFLOW = 0x0480;

  @TempDir private Path folder;

  private final Recorder recorder = new Recorder();

  @Test
  void aLateValueIsToldAndLeftOut() throws Exception {
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 5L, NOW));
        Acquirer acquirer = acquirer(server, InstantSource.system())) {
      acquirer.start();
      recorder.await(() -> !recorder.complete().isEmpty());
      Instant future = Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.MILLIS);
      server.nodes().set("meter", 9L, future);
      recorder.await(() -> samples().stream().anyMatch(one -> one.sourceTime().equals(future)));
      server.nodes().set("meter", 7L, future.minusSeconds(5));
      recorder.awaitEvent(Kind.LATE_SAMPLE, 1);

      assertThat(recorder.events(Kind.LATE_SAMPLE).get(0).subject())
          .isEqualTo("meter/energy-import");
      assertThat(samples()).noneMatch(sample -> sample.value() == 7);
      assertThat(recorder.faults()).isEmpty();
    }
  }

  @Test
  void aServerWhoseClockIsAnHourAheadIsTold() throws Exception {
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 5L, NOW))) {
      server.tellTime(() -> Instant.now().plus(Duration.ofHours(1)));
      try (Acquirer acquirer = acquirer(server, InstantSource.system())) {
        acquirer.start();
        recorder.awaitEvent(Kind.CLOCK_DRIFT, 1);

        SourceEvent event = recorder.events(Kind.CLOCK_DRIFT).get(0);
        assertThat(event.text().english()).contains("ahead of this computer's");
        assertThat(event.text().chinese()).contains("比本机快");
        assertThat(Long.parseLong(event.detail().get("offsetSeconds"))).isBetween(3_590L, 3_601L);
      }
    }
  }

  // a clock that loses time shows as stamps that fall behind those of the device's server
  @Test
  void aDeviceWhoseClockIsSlowIsToldAndThatItIsRightAgain() throws Exception {
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 5L, NOW));
        Acquirer acquirer = acquirer(server, InstantSource.system())) {
      acquirer.start();
      recorder.await(() -> !recorder.complete().isEmpty());
      server.nodes().set("meter", 6L, Instant.now());
      recorder.await(() -> samples().stream().anyMatch(sample -> sample.value() == 6));
      Instant slow = Instant.now().minusSeconds(100).truncatedTo(ChronoUnit.MILLIS);
      server.nodes().set("meter", 7L, slow);
      recorder.awaitEvent(Kind.CLOCK_DRIFT, 1);
      server.nodes().set("meter", 8L, slow.plusSeconds(1)); // as before: told once an hour
      server.nodes().set("meter", 9L, Instant.now());
      recorder.awaitEvent(Kind.CLOCK_RIGHT, 1);

      assertThat(recorder.events(Kind.CLOCK_DRIFT))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.subject()).isEqualTo("meter/energy-import");
                assertThat(event.detail().get("device")).isEqualTo(slow.toString());
              });
      assertThat(recorder.events(Kind.CLOCK_RIGHT).get(0).subject())
          .isEqualTo("meter/energy-import");
    }
  }

  @Test
  void aClockThatIsPutBackIsFollowedAndTold() throws Exception {
    Instant start = Instant.parse("2025-03-01T10:14:00Z");
    AtomicReference<Instant> time = new AtomicReference<>(start);
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 5L, start))) {
      server.tellTime(time::get);
      try (Acquirer acquirer =
          new Acquirer(
              TestSite.site().sourceClock().register("meter").at(server.endpoint()),
              folder,
              InstantSource.system(),
              source -> start,
              recorder)) {
        acquirer.start();
        recorder.await(() -> !recorder.complete().isEmpty());
        time.set(start.plusSeconds(61));
        recorder.await(() -> recorder.complete().contains(Instant.parse("2025-03-01T10:15:00Z")));
        time.set(start.minusSeconds(7_200));
        recorder.awaitEvent(Kind.CLOCK_STEP, 1);
        time.set(start.plusSeconds(962));
        recorder.await(() -> recorder.complete().contains(Instant.parse("2025-03-01T10:30:00Z")));

        assertThat(recorder.events(Kind.CLOCK_STEP)).hasSize(1);
        assertThat(acquirer.clock().instant()).isAfter(start);
      }
    }
  }

  @Test
  void aQueueThatOverflowedInTheServerIsTold() throws Exception {
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 5L, NOW));
        Acquirer acquirer = acquirer(server, InstantSource.system())) {
      acquirer.start();
      recorder.await(() -> !recorder.complete().isEmpty());
      server.nodes().set("meter", 6L, GOOD_WITH_OVERFLOW, Instant.now());
      recorder.awaitEvent(Kind.OVERFLOW, 1);

      assertThat(recorder.events(Kind.OVERFLOW).get(0).subject()).isEqualTo("meter/energy-import");
      recorder.await(() -> samples().stream().anyMatch(sample -> sample.value() == 6));
    }
  }

  // Under the computer's own clock: two seconds after the start a quarter hour ends.
  @Test
  void aQuarterHourThatEndsWhileLiveIsClosedWithAProvenValue() throws Exception {
    Instant end = Instant.parse("2026-11-23T12:15:00Z");
    Duration shift = Duration.between(Instant.now().plusSeconds(3), end);
    InstantSource shifted = () -> Instant.now().plus(shift);
    Instant before = end.minusSeconds(600);
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 5L, before))) {
      server.tellTime(shifted::instant);
      try (Acquirer acquirer = acquirer(server, shifted)) {
        acquirer.start();
        recorder.await(() -> recorder.complete().contains(end.minusSeconds(900)));
        server.nodes().set("meter", 8L, end.minusMillis(1));
        recorder.await(() -> recorder.complete().contains(end));

        assertThat(samples()).anyMatch(sample -> sample.value() == 8);
        assertThat(recorder.faults()).isEmpty();
      }
    }
  }

  private List<Sample> samples() {
    return recorder.of("meter/energy-import");
  }

  private Acquirer acquirer(TestServer server, InstantSource clock) {
    return new Acquirer(
        TestSite.site().register("meter").at(server.endpoint()),
        folder,
        clock,
        source -> clock.instant(),
        recorder);
  }
}
