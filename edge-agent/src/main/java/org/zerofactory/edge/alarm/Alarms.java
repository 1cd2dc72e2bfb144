package org.zerofactory.edge.alarm;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** The open alarms of this agent; safe for use by several threads. */
public final class Alarms {

  /** More are counted in the log only, so that a storm cannot fill the memory. */
  static final int LIMIT = 200;

  private static final Logger LOG = Logger.getLogger(Alarms.class.getName());

  private final InstantSource clock;
  private final Map<String, Alarm> open = new ConcurrentHashMap<>();

  public Alarms(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Opens an alarm, or changes its text if it is open already; logs it when it is new.
   *
   * @param kind what is wrong, in {@code kebab-case}
   * @param subject the point, device, source or file
   */
  public void raise(String kind, Alarm.Severity severity, String subject, Wording text) {
    raise(kind, severity, subject, text, clock.instant());
  }

  /**
   * The same for an alarm that began at another time than now.
   *
   * @param began when it began, if it is not open already
   */
  public void raise(
      String kind, Alarm.Severity severity, String subject, Wording text, Instant began) {
    String id = kind + ":" + subject;
    Alarm before = open.get(id);
    if (before == null && open.size() >= LIMIT) {
      LOG.warning(() -> "alarm " + id + " not shown, " + LIMIT + " are open: " + text);
      return;
    }
    var since = before == null ? began : before.since();
    open.put(id, new Alarm(id, severity, subject, since, text));
    if (before == null) {
      LOG.warning(() -> "alarm " + id + ": " + text);
    }
  }

  /** Closes an alarm; nothing happens if it is not open. */
  public void clear(String kind, String subject) {
    if (open.remove(kind + ":" + subject) != null) {
      LOG.info(() -> "alarm " + kind + ":" + subject + " is over");
    }
  }

  public boolean isOpen(String kind, String subject) {
    return open.containsKey(kind + ":" + subject);
  }

  /** Oldest first. */
  public List<Alarm> list() {
    return open.values().stream()
        .sorted(Comparator.comparing(Alarm::since).thenComparing(Alarm::id))
        .toList();
  }
}
