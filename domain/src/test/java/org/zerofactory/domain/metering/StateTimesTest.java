package org.zerofactory.domain.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class StateTimesTest {

  private static final Interval QUARTER = QuarterHours.startingAt(1_767_225_600L);

  @Test
  void aStateHoldsUntilTheNextSample() {
    var samples = List.of(state(-60_000, 1), state(300_000, 3), state(600_500, 3));

    var times = StateTimes.of(QUARTER, samples);

    assertThat(times).isEqualTo(Map.of(MachineState.IDLE, 300L, MachineState.RUNNING, 600L));
  }

  @Test
  void aBadSampleEndsTheStateAndStartsNone() {
    var bad = new Sample("m/state", at(300_000), at(300_000), 3, 0x80000000L);

    var times = StateTimes.of(QUARTER, List.of(state(-1, 1), bad, state(800_000, 4)));

    assertThat(times).isEqualTo(Map.of(MachineState.IDLE, 300L, MachineState.DOWN, 100L));
  }

  @Test
  void timeBeforeTheFirstSampleAndUnknownCodesAreInNoState() {
    var samples = List.of(state(100_000, 2), state(200_000, 9), state(900_000, 0));

    var times = StateTimes.of(QUARTER, samples);

    assertThat(times).isEqualTo(Map.of(MachineState.SETUP, 100L));
  }

  @Property(tries = 200)
  void theStatesOfACoveredIntervalSumToItsLength(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 1_000_000) Integer> offsets) {
    var times = new java.util.ArrayList<Sample>(List.of(state(-1_000, 0)));
    offsets.stream().sorted().forEach(offset -> times.add(state(offset, offset % 5)));

    long sum = StateTimes.of(QUARTER, times).values().stream().mapToLong(Long::longValue).sum();

    assertThat(sum).isEqualTo(900);
  }

  private static Sample state(long offsetMillis, double code) {
    return new Sample("m/state", at(offsetMillis), at(offsetMillis), code, 0);
  }

  private static Instant at(long offsetMillis) {
    return QUARTER.start().plusMillis(offsetMillis);
  }
}
