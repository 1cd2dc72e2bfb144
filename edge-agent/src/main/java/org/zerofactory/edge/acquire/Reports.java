package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.zerofactory.edge.alarm.Wording;

/**
 * Makes a source's events; the same about the same point is told once per connection, what lasts
 * once an hour.
 */
final class Reports {

  private static final Duration TOLD_AGAIN = Duration.ofHours(1);

  private final String source;
  private final InstantSource clock;
  private final SourceListener listener;
  private final Map<String, Instant> told = new HashMap<>();

  Reports(String source, InstantSource clock, SourceListener listener) {
    this.source = source;
    this.clock = clock;
    this.listener = listener;
  }

  void newConnection() {
    // a clock stays wrong over connections, and who told it has to say when it is right
    told.keySet().removeIf(key -> !key.startsWith(SourceEvent.Kind.CLOCK_DRIFT + " "));
  }

  void aboutSource(
      SourceEvent.Kind kind, Wording message, Wording advice, Map<String, String> detail) {
    tell(kind, source, message, advice, detail);
  }

  void tell(
      SourceEvent.Kind kind,
      String subject,
      Wording message,
      Wording advice,
      Map<String, String> detail) {
    listener.event(
        new SourceEvent(kind, source, clock.instant(), subject, message, advice, detail));
  }

  void once(
      SourceEvent.Kind kind,
      String subject,
      Wording message,
      Wording advice,
      Map<String, String> detail) {
    if (told.putIfAbsent(kind + " " + subject, clock.instant()) == null) {
      tell(kind, subject, message, advice, detail);
    }
  }

  /** As {@link #once}, and again after an hour: journals show how long it lasts. */
  void hourly(
      SourceEvent.Kind kind,
      String subject,
      Wording message,
      Wording advice,
      Map<String, String> detail) {
    Instant now = clock.instant();
    Instant before = told.get(kind + " " + subject);
    // a clock that was put back must not silence it for long
    if (before == null || Duration.between(before, now).abs().compareTo(TOLD_AGAIN) >= 0) {
      told.put(kind + " " + subject, now);
      tell(kind, subject, message, advice, detail);
    }
  }

  /** The trouble is over: if it returns, it is told again. */
  boolean over(SourceEvent.Kind kind, String subject) {
    return told.remove(kind + " " + subject) != null;
  }
}
