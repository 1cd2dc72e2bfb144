package org.zerofactory.domain.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.waste.AlarmTrack.Step;

final class AlarmTrackTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private int quarter;

  @Test
  void itIsRaisedAfterItsQuarterHoursInARowAndCountsTheirWaste() {
    var track = new AlarmTrack(3, 2, false);

    assertThat(next(track, true)).isEqualTo(Step.NOTHING);
    assertThat(next(track, true)).isEqualTo(Step.NOTHING);
    assertThat(next(track, false)).isEqualTo(Step.NOTHING);
    assertThat(next(track, true)).isEqualTo(Step.NOTHING);
    assertThat(next(track, true)).isEqualTo(Step.NOTHING);
    assertThat(next(track, true)).isEqualTo(Step.RAISED);

    assertThat(track.wasted()).hasSize(3);
    assertThat(track.wasted().get(0).start()).isEqualTo(START.plusSeconds(900 * 3));
  }

  @Test
  void itIsClearedAfterItsQuarterHoursInARowAndNotSooner() {
    var track = new AlarmTrack(1, 3, false);
    next(track, true);

    assertThat(next(track, false)).isEqualTo(Step.STILL_OPEN);
    assertThat(next(track, false)).isEqualTo(Step.STILL_OPEN);
    assertThat(next(track, true)).isEqualTo(Step.STILL_OPEN);
    assertThat(track.wasted()).hasSize(1);
    assertThat(next(track, false)).isEqualTo(Step.STILL_OPEN);
    assertThat(track.wasted()).isEmpty();
    assertThat(next(track, false)).isEqualTo(Step.STILL_OPEN);
    assertThat(next(track, false)).isEqualTo(Step.CLEARED);
    assertThat(track.isOpen()).isFalse();
  }

  @Test
  void whatIsNotKnownNeitherRaisesNorClearsNorBreaksTheCount() {
    var track = new AlarmTrack(2, 2, false);

    assertThat(next(track, true)).isEqualTo(Step.NOTHING);
    assertThat(unknown(track)).isEqualTo(Step.NOTHING);
    assertThat(next(track, true)).isEqualTo(Step.RAISED);
    assertThat(next(track, false)).isEqualTo(Step.STILL_OPEN);
    assertThat(unknown(track)).isEqualTo(Step.STILL_OPEN);
    assertThat(track.wasted()).isEmpty();
    assertThat(next(track, false)).isEqualTo(Step.CLEARED);
  }

  @Test
  void anAlarmThatWasOpenBeforeARestartIsNotRaisedAgain() {
    var track = new AlarmTrack(1, 1, true);

    assertThat(next(track, true)).isEqualTo(Step.STILL_OPEN);
    assertThat(next(track, false)).isEqualTo(Step.CLEARED);
  }

  private Step next(AlarmTrack track, boolean holds) {
    return track.next(Optional.of(holds), START.plusSeconds(900L * quarter++), 100);
  }

  private Step unknown(AlarmTrack track) {
    return track.next(Optional.empty(), START.plusSeconds(900L * quarter++), 0);
  }
}
