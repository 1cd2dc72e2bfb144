package org.zerofactory.central.assess;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmStep;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.fleet.WasteSum;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.waste.AlarmTrack;
import org.zerofactory.domain.waste.WasteFeatures;
import org.zerofactory.rules.alert.AlertChange;
import org.zerofactory.rules.alert.AlertWatch;

/**
 * Applies the alert rules to the blocks of all sites, in order, on a thread of its own with low
 * priority: receiving never waits for it, and while batches wait it pauses. It goes on where it
 * stopped, after reading the weeks before again to know what is usual.
 */
public final class AlertKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AlertKeeper.class);

  private static final long EVERY_MILLISECONDS = 500;

  /** Blocks of one transaction, about a day and a half. */
  private static final int PAGE = 150;

  /** A local day has at most 100 quarter hours, and a journal some blocks besides. */
  private static final long MEMORY_BLOCKS = WasteFeatures.MEMORY_DAYS * 110L;

  /** Watches in memory; the one unused for longest begins anew when its site has news. */
  private static final int WATCHES = 200;

  private record Watched(AlertWatch watch, long next) {}

  private final AlertEvidence evidence;
  private final Function<SiteDescription, AlertWatch> watchOf;
  private final Map<String, Watched> watched =
      new java.util.LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Watched> eldest) {
          return size() > WATCHES;
        }
      };
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(AlertKeeper::thread);
  private volatile boolean stopped;
  private volatile long looked;

  /**
   * @param watchOf makes a site's watch; called on the keeper's thread
   */
  public AlertKeeper(AlertEvidence evidence, Function<SiteDescription, AlertWatch> watchOf) {
    this.evidence = evidence;
    this.watchOf = watchOf;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "alert-rules");
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to look for new blocks. */
  public void start() {
    // a look reports its own failures
    ScheduledFuture<?> unused =
        worker.scheduleWithFixedDelay(
            this::look, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** Blocks looked at since the start, for monitors. */
  public long looked() {
    return looked;
  }

  private void look() {
    try {
      run();
    } catch (RuntimeException failed) {
      // the next look tries again from the mark; what was in memory may be half a page ahead
      watched.clear();
      LOG.error("applying the alert rules failed", failed);
    }
  }

  /** Looks at all blocks that are new; returns when there are none, or while batches wait. */
  void run() {
    for (SiteOverview site : evidence.sites().get()) {
      String id = site.description().id();
      boolean more = true;
      while (more && !stopped && !evidence.isBusy().getAsBoolean()) {
        more = page(id, site.description());
      }
    }
  }

  private boolean page(String id, SiteDescription description) {
    Watched known = watched.get(id);
    Watched current = known == null ? remembered(id, description) : known;
    List<String> lines = evidence.lines().of(id, current.next(), PAGE);
    if (lines.isEmpty()) {
      watched.put(id, current);
      return false;
    }
    List<AlarmStep> steps = new ArrayList<>();
    for (String line : lines) {
      current
          .watch()
          .next(Block.parse(line))
          .forEach(change -> steps.add(step(description, change)));
    }
    long next = current.next() + lines.size();
    evidence.apply().steps(id, steps, next - 1);
    watched.put(id, new Watched(current.watch(), next));
    looked += lines.size();
    return true;
  }

  /** A watch that has seen the weeks before the mark and knows which alarms are open. */
  private Watched remembered(String id, SiteDescription description) {
    long mark = evidence.mark().applyAsLong(id);
    AlertWatch watch = watchOf.apply(description);
    long next = Math.max(1, mark - MEMORY_BLOCKS + 1);
    while (next <= mark && !stopped) {
      int limit = (int) Math.min(PAGE, mark - next + 1);
      List<String> lines = evidence.lines().of(id, next, limit);
      if (lines.isEmpty()) {
        throw new IllegalStateException("expected block " + next + " of site " + id);
      }
      lines.forEach(line -> watch.next(Block.parse(line)));
      next += lines.size();
    }
    watch.resume(evidence.open().apply(id));
    return new Watched(watch, mark + 1);
  }

  private AlarmStep step(SiteDescription site, AlertChange change) {
    boolean isCleared = change.kind() == AlertChange.Kind.CLEARED;
    Alarm alarm =
        new Alarm(
            site.id(),
            change.rule(),
            change.subject(),
            change.severity(),
            change.english(),
            change.chinese(),
            change.at(),
            isCleared ? Optional.of(change.at()) : Optional.empty());
    Map<YearMonth, WasteSum> waste = new HashMap<>();
    ZoneId zone = site.zone();
    for (AlarmTrack.Waste wasted : change.wasted()) {
      waste.merge(
          YearMonth.from(wasted.start().atZone(zone)), valued(site, wasted), WasteSum::plus);
    }
    return new AlarmStep(alarm, change.version(), waste);
  }

  private WasteSum valued(SiteDescription site, AlarmTrack.Waste wasted) {
    long wattHours = wasted.wattHours();
    OptionalLong factor = evidence.rates().microgramsPerWattHour(site, wasted.start());
    OptionalLong price = evidence.rates().nanoYuanPerWattHour(site, wasted.start());
    return new WasteSum(
        wattHours,
        factor.isPresent() ? Math.multiplyExact(wattHours, factor.getAsLong()) : 0,
        factor.isPresent() ? 0 : wattHours,
        price.isPresent() ? Math.multiplyExact(wattHours, price.getAsLong()) : 0,
        price.isPresent() ? 0 : wattHours);
  }

  @Override
  public void close() {
    stopped = true;
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
