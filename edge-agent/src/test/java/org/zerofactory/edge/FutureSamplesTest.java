package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.alarm.Alarms;

final class FutureSamplesTest {

  private static final Instant NOW = Instant.parse("2025-03-03T10:00:00Z");

  private final Alarms alarms = new Alarms(() -> NOW);
  private final FutureSamples future = new FutureSamples(alarms);

  @Test
  void upToFiveMinutesAheadIsUsed() {
    assertThat(future.refuses(sample("a/energy-import", 300), NOW)).isFalse();
    assertThat(future.refuses(sample("a/energy-import", -86_400), NOW)).isFalse();
    assertThat(alarms.list()).isEmpty();
  }

  @Test
  void whatIsFurtherAheadIsRefusedTheAlarmNamesBothTimesAndEndsWithTheNextRightOne() {
    Sample ahead = sample("a/energy-import", 301);

    assertThat(future.refuses(ahead, NOW)).isTrue();
    assertThat(future.event(ahead, NOW)).isPresent();
    assertThat(alarms.list())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.id()).isEqualTo("future-samples:a/energy-import");
              assertThat(alarm.text().english())
                  .contains("2025-03-03T10:05:01Z", "2025-03-03T10:00:00Z");
            });

    assertThat(future.refuses(sample("b/energy-import", 0), NOW)).isFalse();
    assertThat(alarms.list()).as("another point is right").hasSize(1);
    assertThat(future.refuses(sample("a/energy-import", 0), NOW)).isFalse();
    assertThat(alarms.list()).isEmpty();
  }

  @Test
  void theJournalIsToldOnceAnHourForAPointAndByHowMuch() {
    Sample ahead = sample("a/energy-import", 7_200);

    var first = future.event(ahead, NOW).orElseThrow();
    assertThat(first.event()).isEqualTo("clock-ahead");
    assertThat(first.subject()).isEqualTo("a/energy-import");
    assertThat(first.at()).isEqualTo(NOW);
    assertThat(first.detail()).isEqualTo(Map.of("aheadSeconds", Json.of(7_200)));
    assertThat(future.event(ahead, NOW.plus(Duration.ofMinutes(59)))).isEmpty();
    assertThat(future.event(sample("b/energy-import", 7_200), NOW)).isPresent();
    assertThat(future.event(ahead, NOW.plus(Duration.ofMinutes(60)))).isPresent();
  }

  // a clock that was right in between is wrong anew: told at once
  @Test
  void afterARightValueAWrongOneIsToldAgain() {
    Sample ahead = sample("a/energy-import", 7_200);
    future.event(ahead, NOW);
    future.refuses(sample("a/energy-import", 0), NOW);

    assertThat(future.event(ahead, NOW.plusSeconds(1))).isPresent();
  }

  private static Sample sample(String point, long secondsAhead) {
    return new Sample(point, NOW.plusSeconds(secondsAhead), NOW, 1, 0);
  }
}
