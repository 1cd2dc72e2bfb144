package org.zerofactory.domain.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuarterHoursTest {

  @Test
  void aNewYearInShanghaiBeginsAtFourInTheAfternoonOfUtc() {
    var day = QuarterHours.day(LocalDate.of(2026, 1, 1), ZoneId.of("Asia/Shanghai"));

    assertThat(day.start()).isEqualTo(Instant.parse("2025-12-31T16:00:00Z"));
  }

  @Test
  void theBorderBelongsToTheLaterQuarterHour() {
    var border = Instant.parse("2025-06-02T08:15:00Z");

    assertThat(QuarterHours.containing(border).start()).isEqualTo(border);
    assertThat(QuarterHours.containing(border.minusMillis(1)).end()).isEqualTo(border);
  }

  @Test
  void timesBeforeTheEpochLieOnTheSameGrid() {
    assertThat(QuarterHours.containing(Instant.ofEpochSecond(-1)).start())
        .isEqualTo(Instant.ofEpochSecond(-900));
  }

  @Test
  void aDayOfAZoneWithFiveMinutesOffTheGridHasTheQuarterHoursThatBeginInIt() {
    // Dublin Mean Time lay 25 minutes and 21 seconds behind Greenwich until 1916.
    var day = QuarterHours.ofDay(LocalDate.of(1910, 5, 5), ZoneId.of("Europe/Dublin"));

    assertThat(day).hasSize(96);
    assertThat(day.get(0).start()).isEqualTo(Instant.parse("1910-05-05T00:30:00Z"));
  }

  @Test
  void aStartOffTheGridIsRefused() {
    assertThatThrownBy(() -> QuarterHours.startingAt(901))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("901");
  }
}
