package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Sample;

class BoundaryTest {

  private static final Instant END = Instant.parse("2025-01-01T00:15:00Z");

  @Test
  void aSilentPointIsClosedByItsConfirmation() {
    var boundary = boundary(List.of(at(2, 70)), List.of());

    assertThat(boundary.merged(END)).containsExactly(at(2, 70));
  }

  @Test
  void aPointThatGaveAValueSinceNeedsNoConfirmation() {
    var boundary = boundary(List.of(at(2, 70)), List.of(at(1, 70)));

    assertThat(boundary.merged(END)).containsExactly(at(1, 70));
  }

  // A gateway may answer a read from a copy that is older than what it publishes.
  @Test
  void aReadFromAnOldCopyDoesNotMakeARegisterFall() {
    var boundary = boundary(List.of(at(2, 70)), List.of(at(-1, 71)));

    assertThat(boundary.merged(END)).containsExactly(at(-1, 71));
  }

  @Test
  void theSameValueFromBeforeTheBoundaryIsConfirmed() {
    var boundary = boundary(List.of(at(2, 70)), List.of(at(-5, 70)));

    assertThat(boundary.merged(END)).containsExactly(at(-5, 70), at(2, 70));
  }

  private static Boundary boundary(
      List<HistoryReader.Indexed> confirmed, List<HistoryReader.Indexed> held) {
    return new Boundary(END.plusSeconds(2), confirmed, held, 0);
  }

  private static HistoryReader.Indexed at(long seconds, double value) {
    Instant time = END.plusSeconds(seconds);
    return new HistoryReader.Indexed(0, new Sample("m/energy-import", time, time, value, 0));
  }
}
