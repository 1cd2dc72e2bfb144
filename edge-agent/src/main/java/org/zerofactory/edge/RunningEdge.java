package org.zerofactory.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.acquire.SourceListener;
import org.zerofactory.edge.acquire.SourceStatus;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.seal.ClockSense;
import org.zerofactory.edge.seal.DeviceKey;
import org.zerofactory.edge.seal.QuarterHourSealer;
import org.zerofactory.edge.seal.SealSettings;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoredBlock;
import org.zerofactory.edge.sync.LivePicture;
import org.zerofactory.edge.sync.LivePusher;
import org.zerofactory.edge.sync.Uploader;
import org.zerofactory.hardware.DeviceConfiguration;
import org.zerofactory.hardware.PointConfiguration;
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
      Payload.Site stated = siteToState(site, key);
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
      QuarterHourSealer sealer = sealer(site, stated);
      this.keeper =
          new JournalKeeper(
              sealer, journal, clockSense(), alarms, () -> uploader.ifPresent(Uploader::wake));
      ResumeMarks marks = new ResumeMarks(site.historyFrom(), this::siteTime);
      resume(sealer, marks);
      this.pipeline = new Pipeline(latest, ring, keeper, marks, alarms);
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
        options.dataFolder().toFile().getUsableSpace(),
        alarms.list(),
        latest.kilowatts(),
        latest.states());
  }

  private Instant siteTime() {
    return sources == null ? options.systemClock().instant() : sources.clock().instant();
  }

  private void start(SiteConfiguration site) {
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
        options.dataFolder().toFile().getUsableSpace(),
        alarms.list(),
        latest.kilowatts(),
        latest.states());
  }

  /** The epoch goes on; it rises only where a person approves a new key. */
  private Payload.Site siteToState(SiteConfiguration site, SigningKey key) {
    Optional<Payload.Site> stated = statedSite();
    long epoch = stated.map(Payload.Site::epoch).orElse(1L);
    boolean otherKey =
        stated.filter(known -> !known.key().equals(key.verificationKey())).isPresent();
    return new Payload.Site(
        otherKey ? epoch + 1 : epoch, key.verificationKey(), site.description());
  }

  private Optional<Payload.Site> statedSite() {
    return journal
        .lastSite()
        .map(StoredBlock::line)
        .map(Block::parse)
        .map(block -> (Payload.Site) block.payload());
  }

  private QuarterHourSealer sealer(SiteConfiguration site, Payload.Site toState) {
    Map<String, String> sourceOfPoint = new HashMap<>();
    for (DeviceConfiguration device : site.devices()) {
      for (PointConfiguration point : device.points()) {
        sourceOfPoint.put(point.id(), device.source());
      }
    }
    JournalTip tip = journal.tip();
    Instant lastSealed =
        journal
            .block(tip.sequence())
            .map(block -> Block.parse(block.line()).sealed())
            .orElse(Instant.EPOCH);
    Optional<byte[]> state = journal.sealerState().filter(bytes -> bytes.length > 0);
    QuarterHourSealer sealer =
        new QuarterHourSealer(
            settings(site), toState, sourceOfPoint, statedSite(), state, tip, lastSealed);
    if (state.isEmpty()) {
      journal
          .lastInterval()
          .map(block -> Block.parse(block.line()))
          .ifPresent(interval -> sealer.goOnAfter(interval, siteTime()));
    }
    return sealer;
  }

  /** A simulated plant that runs faster gives its values further apart in its own time. */
  private static SealSettings settings(SiteConfiguration site) {
    double sampling =
        site.points().stream().mapToDouble(PointConfiguration::samplingSeconds).max().orElse(1);
    boolean fast = site.clock() == SiteConfiguration.Clock.SOURCE;
    Duration tolerance =
        Duration.ofSeconds(Math.max(fast ? 150 : 60, (long) Math.ceil(3 * sampling)));
    return new SealSettings(
        SealSettings.DEFAULT.settle(), SealSettings.DEFAULT.patience(), tolerance, tolerance);
  }

  private Optional<ClockSense> clockSense() {
    return options.site().clock() == SiteConfiguration.Clock.SOURCE
        ? Optional.empty()
        : Optional.of(new ClockSense(options.systemClock(), System::nanoTime, program.built()));
  }

  /** Gives the sealer what came after its last block, as far as the ring holds all of it. */
  private void resume(QuarterHourSealer sealer, ResumeMarks marks) {
    Map<String, Instant> complete = ring.completeness();
    Map<String, String> sourceOfDevice = new HashMap<>();
    options.site().devices().forEach(device -> sourceOfDevice.put(device.id(), device.source()));
    Optional<Instant> from = sealer.frontier();
    from.ifPresent(
        frontier ->
            ring.replay(frontier, sample -> replay(sealer, complete, sourceOfDevice, sample)));
    for (var source : options.site().sources()) {
      sealer.completeUntil(source.id()).ifPresent(until -> marks.note(source.id(), until));
      Instant inRing = complete.get(source.id());
      if (inRing != null && from.isPresent()) {
        sealer.completeUntil(source.id(), inRing, siteTime());
        marks.note(source.id(), inRing);
      }
    }
  }

  private void replay(
      QuarterHourSealer sealer,
      Map<String, Instant> complete,
      Map<String, String> sourceOfDevice,
      Sample sample) {
    String device = sample.point().substring(0, sample.point().indexOf('/'));
    Instant until = complete.get(sourceOfDevice.getOrDefault(device, ""));
    if (until != null && !sample.sourceTime().isAfter(until)) {
      sealer.accept(latest.note(sample));
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    toClose.push(part);
    return part;
  }

  /** How fast the site's clock runs, over the last seconds. */
  private static final class SpeedGauge {
    private static final long BASE_NANOS = 5_000_000_000L;
    private final InstantSource clock;
    private final java.util.function.LongSupplier nanoTime;
    private Instant since;
    private long sinceNanos;
    private double speed = 1;

    SpeedGauge(InstantSource clock, java.util.function.LongSupplier nanoTime) {
      this.clock = clock;
      this.nanoTime = nanoTime;
      this.since = clock.instant();
      this.sinceNanos = nanoTime.getAsLong();
    }

    synchronized double secondsPerSecond() {
      long nanos = nanoTime.getAsLong();
      if (nanos - sinceNanos >= BASE_NANOS) {
        Instant now = clock.instant();
        double seconds = Duration.between(since, now).toNanos() / (double) (nanos - sinceNanos);
        speed = since.equals(Instant.EPOCH) ? 1 : Math.max(0, seconds);
        since = now;
        sinceNanos = nanos;
      }
      return speed;
    }
  }
}
