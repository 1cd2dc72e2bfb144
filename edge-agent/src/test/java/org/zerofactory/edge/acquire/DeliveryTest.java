package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.acquire.Delivery.Outcome;

class DeliveryTest {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  private final Recorder recorder = new Recorder();

  @Test
  void overlapsOfHistoryAndLiveEndHere() {
    Delivery delivery = new Delivery(recorder, 1);

    Outcome first = delivery.offer(0, sample(10, 1));
    Outcome same = delivery.offer(0, sample(10, 1));
    Outcome late = delivery.offer(0, sample(9, 1));
    Outcome otherValue = delivery.offer(0, sample(10, 2));
    delivery.flush();

    assertThat(List.of(first, same, late, otherValue))
        .containsExactly(Outcome.TAKEN, Outcome.KNOWN, Outcome.LATE, Outcome.TAKEN);
    assertThat(recorder.of("m/energy-import")).hasSize(2);
    assertThat(delivery.newest()).contains(START.plusSeconds(10));
  }

  @Test
  void manySamplesComeInBoundedBatches() {
    Delivery delivery = new Delivery(recorder, 1);

    for (int i = 0; i < Delivery.MAX_BATCH * 2 + 5; i++) {
      delivery.offer(0, sample(i, i));
    }
    delivery.flush();

    assertThat(recorder.of("m/energy-import")).hasSize(Delivery.MAX_BATCH * 2 + 5);
    assertThat(recorder.faults()).isEmpty();
  }

  @Test
  void aFullBufferLosesTheOldestAndCountsThem() throws Exception {
    LiveBuffer buffer = new LiveBuffer(3);
    List<LiveBuffer.Received> values = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      values.add(new LiveBuffer.Received(i, new DataValue(new Variant(i)), START));
    }

    buffer.add(values);

    assertThat(buffer.takeLost()).isEqualTo(2);
    assertThat(buffer.takeLost()).isZero();
    assertThat(buffer.take(0, 10)).extracting(LiveBuffer.Received::point).containsExactly(2, 3, 4);
  }

  @Test
  void attemptsAreSpreadUpToAMinute() {
    Backoff backoff = new Backoff(new Random(1));
    List<Long> waits = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      waits.add(backoff.next().toMillis());
    }
    backoff.reset();

    assertThat(waits.get(0)).isLessThanOrEqualTo(1_000);
    assertThat(waits).allMatch(wait -> wait >= 0 && wait <= 60_000);
    assertThat(waits.subList(10, 200))
        .anyMatch(wait -> wait > 45_000)
        .anyMatch(wait -> wait < 15_000);
    assertThat(backoff.next().toMillis()).isLessThanOrEqualTo(1_000);
  }

  private static Sample sample(long seconds, double value) {
    return new Sample("m/energy-import", START.plusSeconds(seconds), START, value, 0);
  }
}
