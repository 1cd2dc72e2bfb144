package org.zerofactory.simulator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a virtual plant runs.
 *
 * @param port 1 to 65535; 0 takes a free port
 * @param start plant time at which it starts; empty: 2026-01-05T09:30+08:00, or the end of the
 *     replayed series where no plant runs
 * @param historyFrom first instant of the plant's history
 * @param speed how much faster than real time plant time runs, 1 to 1000
 * @param dataFolder keeps the server's certificate
 * @param password for {@code user}; empty: one is made up
 * @param plant false serves only the replayed series
 * @param replays texts as {@code org.zerofactory.simulator.replay.ReplayOption} describes
 * @param faults texts as {@code org.zerofactory.simulator.fault.Fault} describes
 */
public record SimulatorOptions(
    String host,
    int port,
    long seed,
    Optional<Instant> start,
    Instant historyFrom,
    int speed,
    Path dataFolder,
    String user,
    Optional<String> password,
    boolean plant,
    List<String> replays,
    List<String> faults) {

  public static final int DEFAULT_PORT = 4840;
  public static final Instant DEFAULT_START = Instant.parse("2026-01-05T01:30:00Z");
  public static final Instant DEFAULT_HISTORY_FROM = Instant.parse("2024-11-30T16:00:00Z");

  public SimulatorOptions {
    replays = List.copyOf(replays);
    faults = List.copyOf(faults);
    if (!plant && replays.isEmpty()) {
      throw new IllegalArgumentException("without a plant there must be a series to replay");
    }
  }

  /** The plant as it comes: port 4840 on 127.0.0.1, seed 1, real time, user {@code edge}. */
  public static SimulatorOptions in(Path dataFolder) {
    return new SimulatorOptions(
        "127.0.0.1",
        DEFAULT_PORT,
        1,
        Optional.empty(),
        DEFAULT_HISTORY_FROM,
        1,
        dataFolder,
        "edge",
        Optional.empty(),
        true,
        List.of(),
        List.of());
  }

  public SimulatorOptions withAddress(String newHost, int newPort) {
    return with(
        draft -> {
          draft.host = newHost;
          draft.port = newPort;
        });
  }

  public SimulatorOptions withSeed(long newSeed) {
    return with(draft -> draft.seed = newSeed);
  }

  public SimulatorOptions withTime(Optional<Instant> newStart, Instant newHistoryFrom) {
    return with(
        draft -> {
          draft.start = newStart;
          draft.historyFrom = newHistoryFrom;
        });
  }

  public SimulatorOptions withSpeed(int newSpeed) {
    return with(draft -> draft.speed = newSpeed);
  }

  public SimulatorOptions withUser(String newUser, Optional<String> newPassword) {
    return with(
        draft -> {
          draft.user = newUser;
          draft.password = newPassword;
        });
  }

  public SimulatorOptions withReplays(boolean withPlant, List<String> newReplays) {
    return with(
        draft -> {
          draft.plant = withPlant;
          draft.replays = newReplays;
        });
  }

  public SimulatorOptions withFaults(List<String> newFaults) {
    return with(draft -> draft.faults = newFaults);
  }

  private SimulatorOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  @Override
  public String toString() {
    return "SimulatorOptions[" + host + ":" + port + ", seed " + seed + ", speed " + speed + "]";
  }

  /** The options while they are changed; the folder never is. */
  private static final class Draft {
    private final Path dataFolder;
    private String host;
    private int port;
    private long seed;
    private Optional<Instant> start;
    private Instant historyFrom;
    private int speed;
    private String user;
    private Optional<String> password;
    private boolean plant;
    private List<String> replays;
    private List<String> faults;

    Draft(SimulatorOptions from) {
      dataFolder = from.dataFolder;
      host = from.host;
      port = from.port;
      seed = from.seed;
      start = from.start;
      historyFrom = from.historyFrom;
      speed = from.speed;
      user = from.user;
      password = from.password;
      plant = from.plant;
      replays = from.replays;
      faults = from.faults;
    }

    SimulatorOptions finished() {
      return new SimulatorOptions(
          host,
          port,
          seed,
          start,
          historyFrom,
          speed,
          dataFolder,
          user,
          password,
          plant,
          replays,
          faults);
    }
  }
}
