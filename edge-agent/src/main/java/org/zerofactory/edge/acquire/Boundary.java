package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.Sample;

/**
 * A quarter hour's end that waits until values from before it have had time to arrive.
 *
 * @param serverTime the server's clock when the confirmations were read
 * @param confirmed what the confirmation gave
 * @param held live values since then, in the order of their arrival; filled while waiting
 * @param dueNanos when the wait ends, by {@link System#nanoTime}
 */
record Boundary(
    Instant serverTime,
    List<HistoryReader.Indexed> confirmed,
    List<HistoryReader.Indexed> held,
    long dueNanos) {

  /**
   * Live values and, for points that were silent since the boundary, confirmations, in order of
   * time. Another live value that came after the read and from before it shows that the read was
   * answered from an old copy: such a confirmation would make a register seem to fall.
   */
  List<HistoryReader.Indexed> merged(Instant until) {
    List<HistoryReader.Indexed> all = new ArrayList<>(held);
    Map<Integer, List<Sample>> live = new HashMap<>();
    held.forEach(
        one -> live.computeIfAbsent(one.point(), key -> new ArrayList<>()).add(one.sample()));
    for (HistoryReader.Indexed one : confirmed) {
      if (live.getOrDefault(one.point(), List.of()).stream()
          .noneMatch(sample -> outdates(sample, one.sample(), until))) {
        all.add(one);
      }
    }
    all.sort(HistoryReader.Indexed.BY_TIME);
    return all;
  }

  private static boolean outdates(Sample live, Sample confirmed, Instant until) {
    boolean closes = live.isGood() && !live.sourceTime().isBefore(until);
    boolean newer =
        !live.sourceTime().isAfter(confirmed.sourceTime()) && live.value() != confirmed.value();
    return closes || newer;
  }
}
