package org.zerofactory.edge.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Flag;

/** Corrected readings, gathered into blocks. */
final class CorrectionBlocks {

  /** Readings in one block, so that a block stays far below the sync's batch limit. */
  static final int READINGS_PER_BLOCK = 2_000;

  private final JournalWriter writer;
  private final Instant now;
  private List<Payload.Replacement> waiting = new ArrayList<>();

  CorrectionBlocks(JournalWriter writer, Instant now) {
    this.writer = writer;
    this.now = now;
  }

  void add(Payload.Replacement replacement) {
    waiting.add(replacement);
    if (waiting.size() == READINGS_PER_BLOCK) {
      close();
    }
  }

  /** Appends what is left. */
  void close() {
    if (waiting.isEmpty()) {
      return;
    }
    boolean estimated = waiting.stream().anyMatch(entry -> entry.value().flag() == Flag.ESTIMATED);
    List<Payload.Replacement> sorted =
        waiting.stream()
            .sorted(
                Comparator.comparing(Payload.Replacement::start)
                    .thenComparing(Payload.Replacement::point))
            .toList();
    String reason = estimated ? "gap-closed" : "history";
    writer.append(new Payload.Correction(reason, "agent", sorted), Optional.empty(), now);
    waiting = new ArrayList<>();
  }
}
