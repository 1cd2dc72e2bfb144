package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SourceClockTest {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  private final AtomicLong nanos = new AtomicLong(7);

  @Test
  void aSimulatedClockRunsOnAtTheSpeedMeasured() {
    SourceClock clock = new SourceClock(nanos::get, true);
    clock.reset(START);
    pass(500);
    clock.observe(START.plusSeconds(500));
    pass(100);

    assertThat(clock.rate()).isEqualTo(1_000);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(600));
  }

  @Test
  void aSimulatedClockStandsStillWhenItsServerIsSilent() {
    SourceClock clock = new SourceClock(nanos::get, true);
    clock.reset(START);
    pass(60_000);

    assertThat(clock.instant()).isEqualTo(START.plus(SourceClock.COAST));
  }

  @Test
  void aRealServersClockRunsOnLikeOurs() {
    SourceClock clock = new SourceClock(nanos::get, false);
    clock.reset(START);
    pass(900_000);

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(15)));
  }

  @Test
  void timeIsNineteenSeventyUntilItIsKnown() {
    SourceClock clock = new SourceClock(nanos::get, true);

    assertThat(clock.known()).isFalse();
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aClockThatWasPutBackIsFollowed() {
    SourceClock clock = new SourceClock(nanos::get, true);
    clock.reset(START);
    pass(1_000);
    clock.observe(START.minusSeconds(3_600));

    assertThat(clock.instant()).isEqualTo(START.minusSeconds(3_600));
  }

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
