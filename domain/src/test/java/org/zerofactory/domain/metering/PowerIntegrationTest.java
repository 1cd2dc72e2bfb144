package org.zerofactory.domain.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerIntegrationTest {

  private static final Instant START = Instant.parse("2025-06-02T08:00:00Z");
  private static final Interval QUARTER = QuarterHours.containing(START);
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  @Test
  void eachSampleHoldsUntilTheNext() {
    var samples = List.of(power(-60, 40), power(300, 100), power(600, 0));

    var reading = PowerIntegration.of(QUARTER, samples, TOLERANCE);

    // 300 s x 40 kW + 300 s x 100 kW + 300 s x 0 kW = 42,000 kWs = 11,666.67 Wh
    assertThat(reading.amount()).hasValue(11_667);
    assertThat(reading.flag()).isEqualTo(Flag.INTEGRATED);
  }

  @Test
  void aHoleLongerThanTheToleranceIsMissing() {
    var samples = List.of(power(0, 40), power(700, 100));

    assertThat(PowerIntegration.of(QUARTER, samples, TOLERANCE)).isEqualTo(IntervalReading.MISSING);
  }

  @Test
  void aBadSampleDoesNotCount() {
    var bad = new Sample("m/active-power", START, START, 40, 0x80000000L);

    assertThat(PowerIntegration.of(QUARTER, List.of(bad), TOLERANCE))
        .isEqualTo(IntervalReading.MISSING);
  }

  private static Sample power(long second, double kilowatts) {
    Instant time = START.plusSeconds(second);
    return new Sample("m/active-power", time, time, kilowatts, 0);
  }
}
