package org.zerofactory.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.waste.AlarmTrack;
import org.zerofactory.domain.waste.WasteFeatures;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.alarm.Wording;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoredBlock;
import org.zerofactory.rules.alert.AlertChange;
import org.zerofactory.rules.alert.AlertParametersFolder;
import org.zerofactory.rules.alert.AlertRules;
import org.zerofactory.rules.alert.AlertWatch;
import org.zerofactory.rules.alert.Tariffs;

/**
 * Applies the alert rules to the agent's own sealed blocks, with or without a centre, on a thread
 * of low priority that begins only when the agent has sealed something: the start never waits for
 * it. After a start it looks at the last weeks again, which also finds the alarms that are open.
 */
final class AlertWorker implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AlertWorker.class.getName());

  private static final String PARAMETERS_ENDING = ".alert-parameters.yaml";
  private static final long MEMORY_BLOCKS = WasteFeatures.MEMORY_DAYS * 110L;
  private static final int PAGE = 50;

  /** Sealed until this long ago is live. */
  private static final Duration LIVE = Duration.ofHours(2);

  /** After a start it looks by then, also if nothing is sealed. */
  private static final long FIRST_LOOK_SECONDS = 30;

  /** Without news it looks again after this time. */
  private static final long PATIENCE_SECONDS = 60;

  /** An alarm of a rule that is open. */
  private record Open(AlertChange newest, Instant since, long wattHours) {}

  private final SiteDescription site;
  private final Path dataFolder;
  private final JournalStore journal;
  private final Alarms alarms;
  private final Supplier<Optional<Instant>> frontier;
  private final InstantSource siteTime;
  private final Semaphore news = new Semaphore(0);
  private final Map<String, Open> open = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final Thread thread = new Thread(this::run, "alert-rules");
  private volatile boolean stopped;
  private long next = 1;

  /**
   * @param frontier end of the newest sealed quarter hour
   * @param siteTime by the site's clock
   */
  AlertWorker(
      SiteDescription site,
      Path dataFolder,
      JournalStore journal,
      Alarms alarms,
      Supplier<Optional<Instant>> frontier,
      InstantSource siteTime) {
    this.frontier = frontier;
    this.siteTime = siteTime;
    this.site = site;
    this.dataFolder = dataFolder;
    this.journal = journal;
    this.alarms = alarms;
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  void start() {
    thread.start();
  }

  /** Blocks were stored. */
  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  private void run() {
    try {
      // a first start's history comes in fast: only its last weeks are worth a look
      while (awaitNews(FIRST_LOOK_SECONDS) && isCatchingUp()) {
        LOG.finest("history comes in: the alert rules wait");
      }
      AlertWatch watch = watch();
      next = Math.max(1, journal.tip().sequence() - MEMORY_BLOCKS);
      while (!stopped) {
        look(watch);
        awaitNews(PATIENCE_SECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (DataFileException wrong) {
      fault("the alert rules cannot be used: " + wrong.getMessage(), wrong);
    } catch (RuntimeException failed) {
      fault("the alert rules stopped: " + failed, failed);
    }
  }

  private void fault(String text, RuntimeException cause) {
    LOG.log(Level.SEVERE, text, cause);
    alarms.raise(
        "alert-rules", Alarm.Severity.ERROR, "agent", Wording.of("%s", "报警规则停止运行：%s", text));
  }

  private boolean isCatchingUp() {
    Instant sealed = frontier.get().orElse(Instant.EPOCH);
    return sealed.isBefore(siteTime.instant().minus(LIVE));
  }

  private boolean awaitNews(long seconds) throws InterruptedException {
    boolean isNew = news.tryAcquire(seconds, TimeUnit.SECONDS);
    news.drainPermits();
    return isNew && !stopped;
  }

  /** With the parameter files of the data folder if there are any, else those of the program. */
  private AlertWatch watch() {
    AlertRules rules = AlertRules.packaged();
    Tariffs tariffs = Tariffs.packaged();
    AlertParametersFolder parameters =
        hasParameters()
            ? AlertParametersFolder.of(dataFolder, rules, tariffs)
            : AlertParametersFolder.packaged(rules, tariffs);
    return new AlertWatch(site, rules, parameters.of(site.id()));
  }

  private boolean hasParameters() {
    String[] names = dataFolder.toFile().list();
    return names != null && Stream.of(names).anyMatch(name -> name.endsWith(PARAMETERS_ENDING));
  }

  /** All new blocks; only then is anything shown, so that the past raises no storm. */
  private void look(AlertWatch watch) {
    List<StoredBlock> blocks = journal.blocks(next, PAGE);
    while (!blocks.isEmpty() && !stopped) {
      for (StoredBlock block : blocks) {
        watch.next(Block.parse(block.line())).forEach(this::note);
      }
      next += blocks.size();
      blocks = journal.blocks(next, PAGE);
    }
    show();
  }

  private void note(AlertChange change) {
    String id = change.rule() + ":" + change.subject();
    if (change.kind() == AlertChange.Kind.CLEARED) {
      open.remove(id);
      return;
    }
    long added = change.wasted().stream().mapToLong(AlarmTrack.Waste::wattHours).sum();
    Open before = open.get(id);
    open.put(
        id,
        before == null
            ? new Open(change, change.at(), added)
            : new Open(change, before.since(), before.wattHours() + added));
  }

  private void show() {
    for (String id : List.copyOf(shown)) {
      if (!open.containsKey(id)) {
        int colon = id.indexOf(':');
        alarms.clear(id.substring(0, colon), id.substring(colon + 1));
        shown.remove(id);
      }
    }
    open.forEach(
        (id, alarm) -> {
          AlertChange change = alarm.newest();
          alarms.raise(
              change.rule(), severity(change), change.subject(), text(alarm), alarm.since());
          shown.add(id);
        });
  }

  private static Wording text(Open alarm) {
    Wording text = new Wording(alarm.newest().english(), alarm.newest().chinese());
    if (alarm.wattHours() == 0) {
      return text;
    }
    return text.then(
        Wording.of(
            "Wasted since then: about %.1f kWh", "至今约浪费 %.1f kWh", alarm.wattHours() / 1000.0));
  }

  private static Alarm.Severity severity(AlertChange change) {
    return switch (change.severity()) {
      case INFO -> Alarm.Severity.INFO;
      case WARNING -> Alarm.Severity.WARNING;
      case CRITICAL -> Alarm.Severity.ERROR;
    };
  }

  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
