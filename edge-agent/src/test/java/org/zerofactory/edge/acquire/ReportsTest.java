package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.edge.acquire.SourceEvent.Kind;
import org.zerofactory.edge.alarm.Wording;

final class ReportsTest {

  private final Recorder recorder = new Recorder();
  private Instant now = Instant.parse("2025-03-03T10:00:00Z");
  private final Reports reports = new Reports("plant", () -> now, recorder);

  @Test
  void whatLastsIsToldOnceAnHour() {
    clock();
    now = now.plus(Duration.ofMinutes(59));
    clock();
    now = now.plus(Duration.ofMinutes(1));
    clock();

    assertThat(recorder.events(Kind.CLOCK_DRIFT)).hasSize(2);
  }

  @Test
  void aWrongClockIsRememberedOverConnectionsAndEndsOnce() {
    clock();
    reports.newConnection();

    assertThat(reports.over(Kind.CLOCK_DRIFT, "a/energy-import")).isTrue();
    assertThat(reports.over(Kind.CLOCK_DRIFT, "a/energy-import")).isFalse();
  }

  @Test
  void otherTroubleIsToldOnceForAConnection() {
    once();
    once();
    reports.newConnection();
    once();

    assertThat(recorder.events(Kind.OVERFLOW)).hasSize(2);
  }

  private void once() {
    reports.once(Kind.OVERFLOW, "a/energy-import", Wording.NONE, Wording.NONE, Map.of());
  }

  private void clock() {
    reports.hourly(Kind.CLOCK_DRIFT, "a/energy-import", Wording.NONE, Wording.NONE, Map.of());
  }
}
