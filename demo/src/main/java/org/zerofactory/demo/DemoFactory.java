package org.zerofactory.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zerofactory.central.CentralServer;
import org.zerofactory.central.RunningServer;
import org.zerofactory.central.ServerOptions;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.edge.EdgeAgent;
import org.zerofactory.edge.EdgeOptions;
import org.zerofactory.edge.RunningEdge;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.simulator.PlantSimulator;
import org.zerofactory.simulator.RunningSimulator;
import org.zerofactory.simulator.SimulatorOptions;
import org.zerofactory.simulator.plant.ProductionControl;

/**
 * Plant, edge agent and central server, started in that order and stopped in the opposite one. They
 * know each other by socket addresses only, as they would on three machines.
 */
final class DemoFactory implements AutoCloseable {

  static final String SITE = "wuhan-demo";
  static final int YEAR = 2025;
  private static final long PLANT_SEED = 1;

  private static final Logger LOG = Logger.getLogger(DemoFactory.class.getName());
  private static final int REMEMBER_SECONDS = 2;
  private static final String LOOPBACK = "127.0.0.1";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final int speed;
  private Instant plantStart = SimulatorOptions.DEFAULT_START;
  private URI address = URI.create("http://localhost");
  private int statusPort;

  private DemoFactory(int speed) {
    this.speed = speed;
  }

  /**
   * Starts the three programs; if one fails, those already started are stopped again.
   *
   * @throws IOException if the folder cannot be used
   */
  static DemoFactory start(DemoOptions options) throws IOException {
    DemoFactory factory = new DemoFactory(options.speed());
    try {
      factory.startParts(options);
      return factory;
    } catch (IOException | RuntimeException e) {
      factory.close();
      throw e;
    }
  }

  /** Address of the pages. */
  URI address() {
    return address;
  }

  /** End of the last quarter hour that was already history when the plant started. */
  Instant historyEnd() {
    return QuarterHours.containing(plantStart).start();
  }

  /** What a person should know now. */
  String welcome() {
    return String.join(
        System.lineSeparator(),
        "",
        "  Zerofactory demo: a simulated electronics plant, its edge agent and the central server.",
        "",
        "    Pages        " + address + "   (中文 by the switch at the top)",
        "    Edge agent   http://localhost:" + statusPort,
        "",
        "  Look at Now for the live power flow, at Year for what 2025 saved, at Day for one day's",
        "  sun and load. The year fills from the plant's history within a minute or two.",
        "  Plant time goes " + speed + " times as fast as yours. Ctrl-C stops everything.",
        "");
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "stopping a part of the demo", e);
      }
    }
  }

  private void startParts(DemoOptions options) throws IOException {
    Files.createDirectories(options.data());
    PlantTimeFile plantTime = new PlantTimeFile(options.data());
    plantStart = plantTime.read().orElse(SimulatorOptions.DEFAULT_START);
    plantTime.write(plantStart);
    RunningServer server =
        opened(
            CentralServer.start(
                ServerOptions.in(options.data().resolve("central"))
                    .withPort(options.serverPort())
                    .withFactors(factors(options.data().resolve("factors")))));
    address = URI.create("http://localhost:" + server.port());
    DemoSite site = new DemoSite(options.data().resolve("edge"));
    RunningSimulator plant = opened(startPlant(options, site));
    remember(plantTime, plant);
    SiteConfiguration configuration =
        site.at(
            plant,
            plantFolder(options).resolve("simulator-certificate.pem"),
            address,
            freeOr(options.statusPort()));
    RunningEdge edge =
        opened(
            EdgeAgent.start(
                new EdgeOptions(
                    configuration,
                    Optional.of(options.data().resolve("edge")),
                    Clock.systemUTC())));
    statusPort = edge.statusPort();
    opened(
        new ProductionFeed(
                address,
                SITE,
                new ProductionControl(PLANT_SEED),
                plant::now,
                SimulatorOptions.DEFAULT_HISTORY_FROM,
                historyEnd(),
                options.data().resolve("production-time"))
            .start());
    opened(DemoEntries.start(address));
  }

  /** The plant's own factors, invented with it, as somebody would add theirs. */
  private static Path factors(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("commuting.yaml", "freight-road.yaml", "waste.yaml")) {
      try (InputStream file = DemoFactory.class.getResourceAsStream("factors/" + name)) {
        if (file == null) {
          throw new IOException("factors/" + name + " is not packaged");
        }
        Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return folder;
  }

  private RunningSimulator startPlant(DemoOptions options, DemoSite site) throws IOException {
    return PlantSimulator.start(
        SimulatorOptions.in(Files.createDirectories(plantFolder(options)))
            .withAddress(LOOPBACK, freeOr(options.plantPort()))
            .withUser(DemoSite.USER, Optional.of(site.password()))
            .withSeed(PLANT_SEED)
            .withTime(Optional.of(plantStart), SimulatorOptions.DEFAULT_HISTORY_FROM)
            .withSpeed(options.speed()));
  }

  /** The wanted port, or 0 for any free one where another program has it. */
  private static int freeOr(int wanted) {
    try {
      new ServerSocket(wanted, 1, InetAddress.getByName(LOOPBACK)).close();
      return wanted;
    } catch (IOException taken) {
      LOG.info(() -> "port " + wanted + " is taken; the demo uses a free one instead");
      return 0;
    }
  }

  private static Path plantFolder(DemoOptions options) {
    return options.data().resolve("plant");
  }

  /** Keeps the plant's time up to date on disk, so that even a kill loses two seconds at most. */
  private void remember(PlantTimeFile plantTime, RunningSimulator plant) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "plant-time");
              thread.setDaemon(true);
              return thread;
            });
    Runnable write =
        () -> {
          try {
            plantTime.write(plant.now());
          } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot remember the plant's time", e);
          }
        };
    // the write reports its own failures
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(write, REMEMBER_SECONDS, REMEMBER_SECONDS, TimeUnit.SECONDS);
    parts.push(
        () -> {
          timer.shutdownNow();
          timer.awaitTermination(Duration.ofSeconds(5).toSeconds(), TimeUnit.SECONDS);
          write.run();
        });
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }
}
