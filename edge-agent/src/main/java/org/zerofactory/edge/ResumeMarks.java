package org.zerofactory.edge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** From when on each source's history is wanted; safe for use by several threads. */
final class ResumeMarks {

  private final Map<String, Instant> marks = new ConcurrentHashMap<>();
  private final Optional<Instant> historyFrom;
  private final Supplier<Instant> now;

  /**
   * @param historyFrom where a first start begins; without it, at the present
   */
  ResumeMarks(Optional<Instant> historyFrom, Supplier<Instant> now) {
    this.historyFrom = historyFrom;
    this.now = now;
  }

  void note(String source, Instant completeUntil) {
    marks.merge(source, completeUntil, (a, b) -> a.isAfter(b) ? a : b);
  }

  Instant of(String source) {
    Instant known = marks.get(source);
    return known != null ? known : historyFrom.orElseGet(now);
  }
}
