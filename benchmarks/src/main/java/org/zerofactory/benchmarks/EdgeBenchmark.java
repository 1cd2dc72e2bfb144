package org.zerofactory.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The agent with a thousand registers that change every second, offered by a simulator in a process
 * of its own: seconds from its start to the first stored sample, resident memory, processor time.
 */
@Command(
    name = "edge",
    mixinStandardHelpOptions = true,
    description = "Start, memory and processor time of the agent with 1,000 points at 1 s.")
final class EdgeBenchmark implements Callable<Integer> {

  /** A replayed register moves in steps of 5 s of plant time, hence this speed for one a second. */
  private static final int SPEED = 5;

  private static final int START_LIMIT_SECONDS = 60;
  private static final int QUARTER_HOURS = 40;
  private static final Instant SERIES_START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant PLANT_START = Instant.parse("2026-01-05T01:00:00Z");

  @Option(names = "--points", defaultValue = "1000", description = "points (${DEFAULT-VALUE})")
  private int points = 1_000;

  @Option(
      names = "--seconds",
      defaultValue = "120",
      description = "seconds measured after a warm-up of as long (${DEFAULT-VALUE})")
  private int seconds = 120;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory("zerofactory-benchmark-edge");
    try (RunningProgram simulator = RunningProgram.launch(folder, simulatorArguments(folder))) {
      String endpoint = simulator.line("endpoint +(\\S+)", START_LIMIT_SECONDS).group(1);
      Path site = writeSite(folder, endpoint);
      Path samples = folder.resolve("data/samples.db");
      long begin = System.nanoTime();
      try (RunningProgram edge =
          RunningProgram.launch(folder, "edge", "run", "--config", site.toString())) {
        edge.waitFor("stored sample", START_LIMIT_SECONDS, () -> count(samples) > 0);
        double firstSample = (System.nanoTime() - begin) / 1e9;
        measure(edge, samples, firstSample);
      }
    }
    RunningProgram.delete(folder);
    return 0;
  }

  private void measure(RunningProgram edge, Path samples, double firstSample)
      throws IOException, SQLException {
    park(seconds);
    long storedBefore = count(samples);
    double processorBefore = edge.processorSeconds();
    long begin = System.nanoTime();
    park(seconds);
    double elapsed = (System.nanoTime() - begin) / 1e9;
    double processor = edge.processorSeconds() - processorBefore;
    System.out.println(
        new Figures("edge")
            .put("points", points, 0)
            .put("secondsMeasured", elapsed, 0)
            .put("firstSampleSeconds", firstSample, 2)
            .put("residentMiB", edge.residentMiB(false), 0)
            .put("residentPeakMiB", edge.residentMiB(true), 0)
            .put("coreShare", processor / elapsed, 3)
            .put("samplesPerSecond", (count(samples) - storedBefore) / elapsed, 0));
  }

  private static void park(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static long count(Path samples) throws SQLException, IOException {
    if (!Files.exists(samples)) {
      throw new IOException("not there yet");
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:file:" + samples + "?mode=ro");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM sample")) {
      return rows.getLong(1);
    }
  }

  private String[] simulatorArguments(Path folder) throws IOException {
    Path csv = folder.resolve("series.csv");
    Files.write(csv, series());
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("simulator", "--port", "0", "--no-plant", "--speed", "" + SPEED));
    arguments.addAll(List.of("--start", PLANT_START.toString()));
    arguments.addAll(List.of("--data", folder.resolve("simulator").toString()));
    for (int point = 0; point < points; point++) {
      arguments.add("--replay");
      arguments.add(
          "file=" + csv + ",device=" + meter(point) + ",column=kWh,unit=kWh,timestamp=time");
    }
    return arguments.toArray(String[]::new);
  }

  private static List<String> series() {
    List<String> lines = new ArrayList<>(List.of("time,kWh"));
    for (int quarter = 1; quarter <= QUARTER_HOURS; quarter++) {
      lines.add(SERIES_START.plusSeconds(900L * quarter) + "," + (100 + quarter));
    }
    return lines;
  }

  private Path writeSite(Path folder, String endpoint) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            """
            site: benchmark
            name: Benchmark
            zone: UTC
            region: { country: CN, grid: central }
            simulated: true
            clock: source
            data: data
            history-from: %s
            status-page: { port: %d }
            sources:
              - { id: plant, endpoint: "%s", security: None }
            devices:
            """
                .formatted(PLANT_START, FreePort.any(), endpoint));
    for (int point = 0; point < points; point++) {
      yaml.append(
          "  - { id: %1$s, name: %1$s, template: simulator-replay-meter, source: plant, role: load, parameters: { path: %1$s } }%n"
              .formatted(meter(point)));
    }
    return Files.writeString(folder.resolve("site.yaml"), yaml);
  }

  private static String meter(int point) {
    return String.format(Locale.ROOT, "meter-%04d", point);
  }
}
