package org.zerofactory.central.assess;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;

/**
 * Looks at the days whose readings changed, and at agents that fell silent, on a thread of its own:
 * receiving never waits for it. Changes that come faster than it looks are looked at together.
 */
public final class Assessor implements AutoCloseable {

  /** Ends an alarm: site, kind, subject. */
  @FunctionalInterface
  public interface Clear {
    void alarm(String site, String kind, String subject);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);

  private static final long EVERY_SECONDS = 5;

  /** Days of one look; a year that comes in at once is looked at in several. */
  private static final int DAYS_AT_ONCE = 40;

  private final Evidence evidence;
  private final Consumer<Alarm> raise;
  private final Clear clear;
  private final InstantSource clock;
  private final Map<String, Interval> changes = new HashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "assessor"));

  public Assessor(Evidence evidence, Consumer<Alarm> raise, Clear clear, InstantSource clock) {
    this.evidence = evidence;
    this.raise = raise;
    this.clear = clear;
    this.clock = clock;
  }

  /** Begins to look every few seconds. */
  public void start() {
    // a look reports its own failures
    ScheduledFuture<?> unused =
        worker.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Readings changed; remembered until the next look. */
  public synchronized void changed(JournalChange change) {
    change.touched().ifPresent(touched -> changes.merge(change.site(), touched, Assessor::span));
  }

  private void look() {
    try {
      assess();
    } catch (RuntimeException failed) {
      // the next look tries again; the program goes on without alarms rather than not at all
      LOG.error("assessing failed", failed);
    }
  }

  /** One look: at all changed days, then at all agents. */
  void assess() {
    for (Map.Entry<String, Interval> change : takeChanges().entrySet()) {
      evidence.site().apply(change.getKey()).ifPresent(site -> assessDays(site, change.getValue()));
    }
    evidence.sites().get().forEach(this::assessSilence);
  }

  private synchronized Map<String, Interval> takeChanges() {
    Map<String, Interval> taken = Map.copyOf(changes);
    changes.clear();
    return taken;
  }

  private void assessDays(SiteOverview site, Interval touched) {
    Optional<Interval> held = site.dataRange().filter(touched::overlaps);
    if (held.isEmpty()) {
      return;
    }
    ZoneId zone = site.description().zone();
    LocalDate first = date(later(touched.start(), held.get().start()), zone);
    // the running day is not over: its meters are compared and its gaps counted tomorrow
    LocalDate end = date(held.get().end(), zone);
    LocalDate last = date(earlier(touched.end(), held.get().end()).minusSeconds(1), zone);
    DayAssessment assessment = new DayAssessment(evidence, raise, clear, clock);
    int looked = 0;
    for (LocalDate day = first; !day.isAfter(last) && day.isBefore(end); day = day.plusDays(1)) {
      if (looked++ == DAYS_AT_ONCE) {
        remember(site, new Interval(day.atStartOfDay(zone).toInstant(), touched.end()));
        return;
      }
      assessment.of(site, day);
    }
    if (!last.isBefore(end)) {
      remember(site, new Interval(end.atStartOfDay(zone).toInstant(), held.get().end()));
    }
  }

  private synchronized void remember(SiteOverview site, Interval rest) {
    changes.merge(site.description().id(), rest, Assessor::span);
  }

  private void assessSilence(SiteOverview site) {
    String id = site.description().id();
    Optional<Alarm> alarm = SilenceAlarm.of(id, evidence.lastSeen().apply(id), clock.instant());
    boolean isOpen = evidence.openAlarms().apply(id).contains(SilenceAlarm.KIND + ":" + id);
    if (alarm.isPresent() && !isOpen) {
      raise.accept(alarm.get());
    } else if (alarm.isEmpty() && isOpen) {
      clear.alarm(id, SilenceAlarm.KIND, id);
    }
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static Interval span(Interval one, Interval other) {
    return new Interval(earlier(one.start(), other.start()), later(one.end(), other.end()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
