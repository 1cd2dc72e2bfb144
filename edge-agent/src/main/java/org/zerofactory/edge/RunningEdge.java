package org.zerofactory.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.edge.acquire.SourceListener;
import org.zerofactory.edge.acquire.SourceStatus;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.seal.ClockSense;
import org.zerofactory.edge.seal.DeviceKey;
import org.zerofactory.edge.seal.QuarterHourSealer;
import org.zerofactory.edge.status.EdgeView;
import org.zerofactory.edge.status.StatusPage;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.sync.LivePicture;
import org.zerofactory.edge.sync.LivePusher;
import org.zerofactory.edge.sync.Uploader;
import org.zerofactory.hardware.SiteConfiguration;

/** A running agent: its stages, connected. Closing it stops everything in order. */
public final class RunningEdge implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RunningEdge.class.getName());

  private final EdgeOptions options;
  private final Program program = Program.current();
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private final Alarms alarms;
  private final LatestValues latest;
  private final JournalStore journal;
  private final RawRing ring;
  private final JournalKeeper keeper;
  private final Pipeline pipeline;
  private final AlertWorker alertRules;
  private final Sources sources;
  private final Optional<Uploader> uploader;
  private final SpeedGauge speed;
  private final int statusPort;

  /** Makes the sources, given where to deliver and from when each wants its history. */
  interface SourceMaker {
    Sources make(SourceListener listener, java.util.function.Function<String, Instant> resumeFrom);
  }

  /**
   * Opens the stores, goes on where the journal stands, and starts.
   *
   * @throws RuntimeException if a store, the key or the port cannot be had; nothing is left running
   */
  RunningEdge(EdgeOptions options, SourceMaker maker) {
    this.options = options;
    SiteConfiguration site = options.site();
    this.alarms = new Alarms(options.systemClock());
    try {
      toClose.push(InstanceLock.of(options.dataFolder()));
      SigningKey key = DeviceKey.loadOrMake(options.dataFolder().resolve("device.key"));
      this.journal = opened(JournalStore.open(options.dataFolder().resolve("journal.db")));
      this.ring =
          opened(
              new RawRing(
                  options.dataFolder().resolve("samples.db"),
                  alarms,
                  Duration.ofDays(site.rawRetentionDays())));
      this.latest = new LatestValues(site);
      Resumption resumption = new Resumption(site, journal);
      Payload.Site stated = resumption.siteToState(key);
      this.uploader =
          site.centre()
              .map(
                  url ->
                      new Uploader(
                          url,
                          new Uploader.Sender(site.id(), stated.epoch(), key),
                          new JournalForSync(journal),
                          alarms,
                          options.systemClock(),
                          RandomGenerator.getDefault()));
      this.alertRules =
          new AlertWorker(
              site.description(),
              options.dataFolder(),
              journal,
              alarms,
              this::frontier,
              this::siteTime);
      QuarterHourSealer sealer = resumption.sealer(stated, siteTime());
      this.keeper = new JournalKeeper(sealer, journal, clockSense(), alarms, this::appended);
      ResumeMarks marks = new ResumeMarks(site.historyFrom(), this::siteTime);
      resumption.replay(sealer, ring, latest, marks, siteTime());
      DiskWatch disk = new DiskWatch(this::freeBytes, site.lowDiskMegabytes() * 1_000_000L, alarms);
      this.pipeline = new Pipeline(latest, ring, keeper, marks, alarms, disk);
      this.sources = maker.make(pipeline, marks::of);
      this.speed = new SpeedGauge(sources.clock(), System::nanoTime);
      this.statusPort = site.statusPagePort().isPresent() ? openStatusPage(site) : 0;
      start(site);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Port of the status page on loopback, 0 if there is none. */
  public int statusPort() {
    return statusPort;
  }

  /** Sequence of the newest stored block. */
  public long sealedSequence() {
    return journal.tip().sequence();
  }

  /** Blocks that the centre has not confirmed. */
  public long backlog() {
    return sealedSequence() - journal.acknowledged();
  }

  @Override
  public void close() {
    while (!toClose.isEmpty()) {
      try {
        toClose.pop().close();
      } catch (Exception e) {
        LOG.warning(() -> "stopping: " + e.getMessage());
      }
    }
  }

  EdgeView view() {
    List<SourceStatus> status = sources.status();
    return new EdgeView(
        options.site(),
        program.version(),
        options.dataFolder(),
        siteTime(),
        status,
        keeper.frontier(),
        sealedSequence(),
        journal.acknowledged(),
        uploader.flatMap(Uploader::lastConfirmed),
        uploader.flatMap(Uploader::failingSince),
        ring.stored(),
        freeBytes(),
        alarms.list(),
        latest.kilowatts(),
        latest.states());
  }

  private long freeBytes() {
    return options.dataFolder().toFile().getUsableSpace();
  }

  private Instant siteTime() {
    return sources == null ? options.systemClock().instant() : sources.clock().instant();
  }

  private Optional<Instant> frontier() {
    return keeper.frontier();
  }

  private void appended() {
    uploader.ifPresent(Uploader::wake);
    alertRules.wake();
  }

  private void start(SiteConfiguration site) {
    opened(alertRules).start();
    toClose.push(pipeline);
    pipeline.start(sources.clock());
    uploader.ifPresent(
        started -> {
          toClose.push(started);
          started.start();
        });
    site.centre()
        .ifPresent(url -> opened(new LivePusher(url, site.id(), this::livePicture)).start());
    toClose.push(sources);
    sources.start();
  }

  private int openStatusPage(SiteConfiguration site) {
    return opened(new StatusPage(site.statusPagePort().getAsInt(), this::view)).port();
  }

  private LivePicture livePicture() {
    return new LivePicture(
        latest.newest().orElseGet(this::siteTime),
        program.version(),
        sealedSequence(),
        backlog(),
        speed.secondsPerSecond(),
        freeBytes(),
        alarms.list(),
        latest.kilowatts(),
        latest.states());
  }

  private Optional<ClockSense> clockSense() {
    return options.site().clock() == SiteConfiguration.Clock.SOURCE
        ? Optional.empty()
        : Optional.of(new ClockSense(options.systemClock(), System::nanoTime, program.built()));
  }

  private <T extends AutoCloseable> T opened(T part) {
    toClose.push(part);
    return part;
  }
}
