package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.Sample;

class HistoryTest {

  private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

  @TempDir private Path folder;

  private final Recorder recorder = new Recorder();

  @Test
  void theFirstStartReadsAllHistoryOverContinuationPointsWithoutALoss() throws Exception {
    Instant end = QuarterHours.containing(Instant.now()).start();
    Instant start = end.minus(Duration.ofDays(20));
    var content = new TestNodes.Content();
    List<String> meters = List.of("m1", "m2", "m3", "m4", "m5");
    meters.forEach(meter -> record(content, meter, start, end));
    try (TestServer server = TestServer.start(content);
        Acquirer acquirer = acquirer(server, meters, start)) {
      acquirer.start();
      recorder.await(() -> recorder.complete().contains(end));

      int quarterHours = 20 * 96 + 1;
      for (String meter : meters) {
        assertThat(recorder.of(meter + "/energy-import"))
            .hasSizeBetween(quarterHours, quarterHours + 2) // and the value just now
            .startsWith(recorder.of(meter + "/energy-import").get(0))
            .extracting(Sample::sourceTime)
            .contains(start, end)
            .doesNotHaveDuplicates();
      }
      assertThat(recorder.complete()).isSorted().hasSizeGreaterThan(2);
      assertThat(server.nodes().continued()).isPositive();
      assertThat(server.nodes().openContinuationPoints()).isZero();
      assertThat(recorder.faults()).isEmpty();
    }
  }

  @Test
  void theReadingJustBeforeTheWantedTimeIsIncluded() throws Exception {
    Instant end = QuarterHours.containing(Instant.now()).start();
    Instant wanted = end.minus(Duration.ofHours(2));
    var content = new TestNodes.Content();
    record(content, "meter", end.minus(Duration.ofHours(5)), end);
    try (TestServer server = TestServer.start(content);
        Acquirer acquirer = acquirer(server, List.of("meter"), wanted)) {
      acquirer.start();
      recorder.await(() -> recorder.complete().contains(end));

      assertThat(recorder.of("meter/energy-import").get(0).sourceTime())
          .isEqualTo(wanted.minus(QUARTER_HOUR));
    }
  }

  @Test
  void whatHappenedWhileTheServerWasAwayIsReadFromItsHistory() throws Exception {
    Instant end = QuarterHours.containing(Instant.now()).start();
    Instant middle = end.minus(Duration.ofHours(3));
    var content = new TestNodes.Content();
    record(content, "meter", end.minus(Duration.ofHours(6)), middle);
    AtomicReference<Instant> resume = new AtomicReference<>(middle.minus(Duration.ofHours(2)));
    TestServer first = TestServer.start(content);
    try (Acquirer acquirer =
        new Acquirer(
            TestSite.site().register("meter").at(first.endpoint()),
            folder,
            InstantSource.system(),
            source -> resume.get(),
            recorder)) {
      acquirer.start();
      recorder.await(() -> recorder.complete().contains(end));
      long firstCount = recorder.of("meter/energy-import").size();
      first.close();
      recorder.awaitEvent(SourceEvent.Kind.OFFLINE, 1);
      resume.set(end);
      content.recorded("meter", 9_999L, end.plusMillis(1)).with("meter", 9_999L, end.plusMillis(1));
      try (TestServer second = TestServer.start(first.port(), content)) {
        recorder.awaitEvent(SourceEvent.Kind.ONLINE, 2);
        recorder.await(() -> recorder.of("meter/energy-import").size() > firstCount);

        assertThat(recorder.faults()).isEmpty();
        assertThat(recorder.of("meter/energy-import"))
            .extracting(Sample::sourceTime)
            .contains(middle)
            .doesNotHaveDuplicates();
        assertThat(second.nodes().openContinuationPoints()).isZero();
      }
    }
  }

  /** A register that rises by 10 each quarter hour, both ends included. */
  private static void record(TestNodes.Content content, String meter, Instant from, Instant to) {
    long value = 1_000;
    for (Instant time = from; !time.isAfter(to); time = time.plus(QUARTER_HOUR)) {
      content.recorded(meter, value, time).with(meter, value, time);
      value += 10;
    }
  }

  private Acquirer acquirer(TestServer server, List<String> meters, Instant resume) {
    TestSite site = TestSite.site();
    meters.forEach(site::register);
    return new Acquirer(
        site.at(server.endpoint()), folder, InstantSource.system(), source -> resume, recorder);
  }
}
