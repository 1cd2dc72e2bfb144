package org.zerofactory.domain.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegisterEnergyTest {

  private static final Instant START = Instant.parse("2025-06-02T08:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  @Test
  void aStepOverTheBorderThatIsNoGapBelongsToTheIntervalInWhichItEnds() {
    var readings = List.of(at(0, 100), at(880, 180), at(920, 190), at(1800, 300));

    assertThat(of(0, readings).amount()).hasValue(80);
    assertThat(of(1, readings).amount()).hasValue(120);
    assertThat(of(0, readings).flag()).isEqualTo(Flag.MEASURED);
    assertThat(of(0, readings).register()).hasValue(180);
  }

  @Test
  void aGapThatEndsInsideAnIntervalIsSpreadByTimeAndMarksBothIntervals() {
    var readings = List.of(at(0, 0), at(450, 50), at(1350, 150), at(1800, 200));

    assertThat(of(0, readings).amount()).hasValue(100);
    assertThat(of(1, readings).amount()).hasValue(100);
    assertThat(of(0, readings).flag()).isEqualTo(Flag.ESTIMATED);
    assertThat(of(1, readings).flag()).isEqualTo(Flag.ESTIMATED);
    assertThat(of(0, readings).register()).isEmpty();
  }

  @Test
  void aRegisterThatStoodStillOverAGapIsMeasuredZero() {
    var readings = List.of(at(0, 500), at(7200, 500));

    assertThat(of(3, readings))
        .isEqualTo(new IntervalReading(OptionalLong.of(0), Flag.MEASURED, OptionalLong.of(500)));
  }

  @Test
  void anIntervalThatTheReadingsDoNotCoverIsMissingAndNotZero() {
    var readings = List.of(at(10, 5), at(900, 9));

    assertThat(of(0, readings)).isEqualTo(IntervalReading.MISSING);
    assertThat(of(1, readings)).isEqualTo(IntervalReading.MISSING);
    assertThat(of(0, List.of())).isEqualTo(IntervalReading.MISSING);
  }

  @Test
  void aResetInsideAGapLeavesTheGapMissingAndFlagsTheIntervalInWhichItShows() {
    var readings = List.of(at(0, 9000), at(2700, 10), at(3600, 40));

    assertThat(of(0, readings)).isEqualTo(IntervalReading.MISSING);
    assertThat(of(2, readings).flag()).isEqualTo(Flag.RESET);
    assertThat(of(2, readings).amount()).hasValue(0);
    assertThat(of(3, readings).amount()).hasValue(30);
  }

  @Test
  void readingsOutOfOrderAreRefused() {
    var readings = List.of(at(0, 1), at(500, 3), at(400, 2), at(900, 4));

    assertThatThrownBy(() -> of(0, readings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ascending time");
  }

  // An agent back after a year closes 35,040 quarter hours in one go.
  @Test
  @Timeout(3)
  void aGapOfAYearIsSpreadExactlyAndQuickly() {
    int quarters = 365 * 96;
    var readings = List.of(at(-77, 7), at(quarters * 900L + 33, 123_456_789));

    long sum = 0;
    for (int i = 0; i < quarters; i++) {
      sum += of(i, readings).amount().orElseThrow();
    }

    long rise = 123_456_789 - 7;
    long outside = Math.round(rise * (77 + 33) / (quarters * 900.0 + 77 + 33));
    assertThat(sum).isBetween(rise - outside - 2, rise - outside + 2);
  }

  // Splitting a period into quarter hours must neither make nor lose a watt-hour.
  @Property
  void theAmountsOfAllIntervalsSumToTheRegistersRise(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int intervals) {
    var readings = randomReadings(new Random(seed), intervals);

    long sum = 0;
    for (int i = 0; i < intervals; i++) {
      sum += of(i, readings).amount().orElseThrow();
    }

    long rise = readings.get(readings.size() - 1).value() - readings.get(0).value();
    assertThat(sum).isEqualTo(rise);
  }

  // An agent that reads more often must not find another sum for what it measured.
  @Property
  void aRolloverCountsAsIfTheRegisterHadNoEnd(@ForAll long seed) {
    long span = 10_000;
    var endless = randomReadings(new Random(seed), 4);
    var rolling =
        endless.stream()
            .map(reading -> new RegisterReading(reading.time(), (reading.value() + 9_000) % span))
            .toList();

    for (int i = 0; i < 4; i++) {
      var interval = interval(i);
      assertThat(RegisterEnergy.of(interval, rolling, OptionalLong.of(span), TOLERANCE).amount())
          .isEqualTo(of(i, endless).amount());
    }
  }

  private static List<RegisterReading> randomReadings(Random random, int intervals) {
    List<RegisterReading> readings = new ArrayList<>();
    long second = 0;
    long value = random.nextInt(1000);
    readings.add(at(0, value));
    while (second < intervals * 900L) {
      second = Math.min(intervals * 900L, second + 1 + random.nextInt(2000));
      value += random.nextInt(300);
      readings.add(at(second, value));
    }
    return readings;
  }

  private static IntervalReading of(int interval, List<RegisterReading> readings) {
    return RegisterEnergy.of(interval(interval), readings, OptionalLong.empty(), TOLERANCE);
  }

  private static Interval interval(int index) {
    return new Interval(START.plusSeconds(index * 900L), START.plusSeconds((index + 1) * 900L));
  }

  private static RegisterReading at(long second, long value) {
    return new RegisterReading(START.plusSeconds(second), value);
  }
}
