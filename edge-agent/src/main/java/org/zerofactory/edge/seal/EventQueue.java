package org.zerofactory.edge.seal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.Payload;

/** Events that await their block; a flapping subject gets one block a minute with a count. */
final class EventQueue {

  static final int LIMIT = 1_000;
  private static final long SPACING_SECONDS = 60;

  private final Deque<Payload.Event> waiting = new ArrayDeque<>();
  private final Map<String, Instant> lastOf = new HashMap<>();
  private final Map<String, Long> suppressed = new HashMap<>();

  void add(Payload.Event event) {
    String key = event.event() + " " + event.subject();
    Instant last = lastOf.get(key);
    boolean soon =
        last != null
            && !event.at().isBefore(last)
            && event.at().isBefore(last.plusSeconds(SPACING_SECONDS));
    if (soon || waiting.size() >= LIMIT) {
      suppressed.merge(key, 1L, Long::sum);
      return;
    }
    if (lastOf.size() >= LIMIT) {
      lastOf.clear();
    }
    lastOf.put(key, event.at());
    waiting.addLast(withCount(event, suppressed.remove(key)));
  }

  Optional<Payload.Event> poll() {
    return Optional.ofNullable(waiting.pollFirst());
  }

  private static Payload.Event withCount(
      Payload.Event event, @org.jspecify.annotations.Nullable Long count) {
    if (count == null) {
      return event;
    }
    Map<String, Json> detail = new LinkedHashMap<>(event.detail());
    detail.put("suppressedBefore", Json.of(count));
    return new Payload.Event(event.event(), event.at(), event.subject(), detail);
  }
}
