package org.zerofactory.edge.acquire;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zerofactory.edge.alarm.Wording;

/** Makes a source's events; the same about the same point is told once per connection. */
final class Reports {

  private final String source;
  private final InstantSource clock;
  private final SourceListener listener;
  private final Set<String> told = new HashSet<>();

  Reports(String source, InstantSource clock, SourceListener listener) {
    this.source = source;
    this.clock = clock;
    this.listener = listener;
  }

  void newConnection() {
    told.clear();
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
    if (told.add(kind + " " + subject)) {
      tell(kind, subject, message, advice, detail);
    }
  }

  /** The trouble is over: if it returns, it is told again. */
  boolean over(SourceEvent.Kind kind, String subject) {
    return told.remove(kind + " " + subject);
  }
}
