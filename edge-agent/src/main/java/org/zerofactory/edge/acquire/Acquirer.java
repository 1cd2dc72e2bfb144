package org.zerofactory.edge.acquire;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.zerofactory.hardware.PointConfiguration;
import org.zerofactory.hardware.SiteConfiguration;

/**
 * All sources of a site. Each is read by a thread of its own that connects, reads history from
 * where the agent left off, then receives live values, and begins again whenever something breaks.
 */
public final class Acquirer implements AutoCloseable {

  private static final long CLOSE_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private final List<SourceWorker> workers = new ArrayList<>();
  private final List<SourceContext> contexts = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final OpcThreads opcThreads;
  private final InstantSource clock;

  /**
   * @param pkiFolder holds the agent's certificate and key, made if there are none, and the trusted
   *     and rejected certificates of servers
   * @param resumeFrom source id to the time from which its history is wanted; asked at each
   *     connection, from the source's thread
   * @throws AcquireException if the agent's own certificate cannot be made or read
   */
  public Acquirer(
      SiteConfiguration site,
      Path pkiFolder,
      InstantSource systemClock,
      Function<String, Instant> resumeFrom,
      SourceListener listener) {
    this(
        site,
        new Settings(pkiFolder, systemClock, RandomGenerator.getDefault(), resumeFrom),
        listener);
  }

  /** What the outer world gives. */
  record Settings(
      Path pkiFolder,
      InstantSource systemClock,
      RandomGenerator random,
      Function<String, Instant> resumeFrom) {}

  Acquirer(SiteConfiguration site, Settings settings, SourceListener listener) {
    List<SourceSetup> setups = SourceSetup.allOf(site);
    Optional<ClientIdentity> identity =
        setups.stream().anyMatch(SourceSetup::secure)
            ? Optional.of(ClientIdentity.in(settings.pkiFolder(), site.id()))
            : Optional.empty();
    String applicationUri =
        identity.map(ClientIdentity::applicationUri).orElseGet(() -> ClientIdentity.uri(site.id()));
    TrustList trustList = new TrustList(settings.pkiFolder());
    opcThreads = new OpcThreads(setups.size());
    Connector connector =
        new Connector(applicationUri, identity, trustList, opcThreads, settings.systemClock());
    List<SourceClock> clocks =
        setups.stream().map(setup -> new SourceClock(System::nanoTime, setup.ownTime())).toList();
    boolean ownTime = site.clock() == SiteConfiguration.Clock.SOURCE;
    clock = ownTime && !clocks.isEmpty() ? clocks.get(0) : settings.systemClock();
    for (int i = 0; i < setups.size(); i++) {
      SourceContext context = context(setups.get(i), clocks.get(i), settings, listener);
      contexts.add(context);
      workers.add(new SourceWorker(context, connector, new Backoff(settings.random())));
    }
  }

  private SourceContext context(
      SourceSetup setup, SourceClock sourceClock, Settings settings, SourceListener listener) {
    Delivery delivery = new Delivery(listener, setup.points().size());
    return new SourceContext(
        setup,
        sourceClock,
        settings.systemClock(),
        () -> settings.resumeFrom().apply(setup.id()),
        listener,
        delivery,
        new Reports(setup.id(), clock, listener),
        new SourceState(setup, settings.systemClock(), delivery::newest),
        opcThreads.fetches(),
        setup.points().stream().map(SampleConversion::new).toList());
  }

  /** Starts the sources' threads and returns at once. */
  public void start() {
    if (!threads.isEmpty()) {
      throw new IllegalStateException("started already");
    }
    for (int i = 0; i < workers.size(); i++) {
      Thread thread = new Thread(workers.get(i), "source-" + contexts.get(i).setup().id());
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  /**
   * The site's time: the system's clock, or with {@code clock: source} the first source's time,
   * which is 1970 until it is known and stands still while the source is away.
   */
  public InstantSource clock() {
    return clock;
  }

  /** How each source is doing, in the order of the site file. */
  public List<SourceStatus> status() {
    return contexts.stream().map(context -> context.state().status()).toList();
  }

  /** The word of a state's code by the device's template; empty for an unknown point or code. */
  public Optional<String> stateWord(String point, double code) {
    return contexts.stream()
        .flatMap(context -> context.setup().points().stream())
        .filter(known -> known.id().equals(point) && code == Math.rint(code))
        .map(PointConfiguration::states)
        .findFirst()
        .map(states -> states.get((int) code))
        .map(Enum::name);
  }

  /** Ends all sessions; the listener is not called any more once this returns in time (5 s). */
  @Override
  public void close() {
    workers.forEach(SourceWorker::close);
    try {
      for (Thread thread : threads) {
        thread.join(CLOSE_MILLIS);
        if (thread.isAlive()) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
    opcThreads.close();
  }
}
