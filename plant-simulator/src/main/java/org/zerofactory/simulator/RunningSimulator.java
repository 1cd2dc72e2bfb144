package org.zerofactory.simulator;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.zerofactory.simulator.fault.Fault;
import org.zerofactory.simulator.fault.Instruments;
import org.zerofactory.simulator.opcua.Access;
import org.zerofactory.simulator.opcua.PlantServer;
import org.zerofactory.simulator.plant.Plant;
import org.zerofactory.simulator.point.PlantClock;
import org.zerofactory.simulator.point.Point;
import org.zerofactory.simulator.replay.ReplayOption;
import org.zerofactory.simulator.replay.ReplayedSeries;

/** A virtual plant behind its OPC UA server, from start to {@link #close}. */
public final class RunningSimulator implements AutoCloseable {

  private static final int PASSWORD_BYTES = 15;

  private final PlantServer server;
  private final String user;
  private final String password;

  RunningSimulator(SimulatorOptions options) {
    List<ReplayedSeries> series =
        options.replays().stream().map(ReplayOption::parse).map(ReplayedSeries::of).toList();
    Instant start = options.start().orElseGet(() -> usualStart(options, series));
    if (options.plant() && !start.isBefore(Plant.end())) {
      throw new IllegalArgumentException(
          "start " + start + ": expected before " + Plant.end() + ", the plant's last day");
    }
    Optional<Plant> plant =
        options.plant()
            ? Optional.of(
                new Plant(options.seed(), options.historyFrom().getEpochSecond(), List.of()))
            : Optional.empty();
    if (plant.isPresent() && start.isBefore(options.historyFrom())) {
      throw new IllegalArgumentException(
          "start "
              + start
              + ": expected "
              + options.historyFrom()
              + " or later, where history begins");
    }
    Instruments instruments = new Instruments(plant, series);
    checkNames(instruments.points());
    options.faults().stream().map(Fault::parse).forEach(instruments::add);
    // the plant's years are computed while the server loads its standard nodes
    CompletableFuture<Void> computed =
        CompletableFuture.runAsync(() -> instruments.extendTo(start.getEpochSecond()));
    user = options.user();
    password = options.password().orElseGet(RunningSimulator::newPassword);
    Access access =
        new Access(options.host(), options.port(), user, password, options.dataFolder());
    server =
        new PlantServer(access, instruments, () -> clock(computed, start, options), options.seed());
  }

  /** Address for clients, {@code opc.tcp://host:port/zerofactory}. */
  public String endpoint() {
    return server.endpoint();
  }

  /** Plant time. */
  public Instant now() {
    return server.now();
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  /** SHA-256 of the server's certificate, lower-case hexadecimal. */
  public String fingerprint() {
    return server.fingerprint();
  }

  /**
   * Carries out a fault written as on the command line.
   *
   * @throws org.zerofactory.simulator.fault.BadFaultException if it cannot be
   */
  public void inject(String fault) {
    server.inject(fault);
  }

  @Override
  public void close() {
    server.close();
  }

  private static PlantClock clock(
      CompletableFuture<Void> computed, Instant start, SimulatorOptions options) {
    computed.join();
    return new PlantClock(start, options.speed(), System::nanoTime);
  }

  private static Instant usualStart(SimulatorOptions options, List<ReplayedSeries> series) {
    return options.plant()
        ? SimulatorOptions.DEFAULT_START
        : series.stream().map(ReplayedSeries::end).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static void checkNames(List<Point> points) {
    Set<String> names = new HashSet<>();
    for (Point point : points) {
      if (!names.add(point.nodeName())) {
        throw new IllegalArgumentException(
            "device '"
                + point.device()
                + "' has "
                + point.quantity()
                + " twice; give the replayed series a device id of its own");
      }
    }
  }

  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
