package org.zerofactory.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.store.SampleStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Samples a second that the edge's store makes durable, beside bare batch inserts of the same rows
 * into the same table by sqlite-jdbc, in the same run, turn about.
 */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Samples stored a second, beside raw SQLite inserts of the same rows.")
final class StoreBenchmark implements Callable<Integer> {

  private static final int POINTS = 1_000;
  private static final int ROWS_PER_COMMIT = 10_000;

  @Option(names = "--rows", defaultValue = "500000", description = "rows a run (${DEFAULT-VALUE})")
  private int rows = 500_000;

  @Option(names = "--runs", defaultValue = "5", description = "runs of each (${DEFAULT-VALUE})")
  private int runs = 5;

  @Override
  public Integer call() throws IOException, SQLException {
    List<List<Sample>> groups = groups();
    Path folder = Files.createTempDirectory("zerofactory-benchmark-store");
    double[] ours = new double[runs];
    double[] raw = new double[runs];
    double[] ratios = new double[runs];
    ours(folder.resolve("warm-ours.db"), groups);
    raw(folder.resolve("warm-raw.db"), groups);
    for (int run = 0; run < runs; run++) {
      raw[run] = raw(folder.resolve("raw-" + run + ".db"), groups);
      ours[run] = ours(folder.resolve("ours-" + run + ".db"), groups);
      ratios[run] = ours[run] / raw[run];
    }
    RunningProgram.delete(folder);
    System.out.println(
        new Figures("store")
            .put("rows", rows, 0)
            .put("runs", runs, 0)
            .put("samplesPerSecond", Figures.median(ours), 0)
            .put("rawRowsPerSecond", Figures.median(raw), 0)
            .put("ratio", Figures.median(ratios), 2));
    return 0;
  }

  private double ours(Path file, List<List<Sample>> groups) throws IOException {
    long begin = System.nanoTime();
    try (SampleStore store = SampleStore.open(file, damaged -> {})) {
      for (List<Sample> group : groups) {
        store.add(group);
        store.commit();
      }
    }
    double rate = rate(begin);
    Files.delete(file);
    return rate;
  }

  /** The same table, pragmas and commits, with a bare prepared statement. */
  private double raw(Path file, List<List<Sample>> groups) throws SQLException, IOException {
    long begin = System.nanoTime();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = NORMAL");
        statement.execute(
            """
            CREATE TABLE sample (time_ms INTEGER NOT NULL, point INTEGER NOT NULL, value REAL,
              status INTEGER NOT NULL, delay_ms INTEGER NOT NULL, PRIMARY KEY (time_ms, point))
            WITHOUT ROWID
            """);
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO sample VALUES (?, ?, ?, ?, ?)")) {
        for (List<Sample> group : groups) {
          insert(insert, group);
          connection.commit();
        }
      }
    }
    double rate = rate(begin);
    Files.delete(file);
    return rate;
  }

  private static void insert(PreparedStatement insert, List<Sample> group) throws SQLException {
    int point = 0;
    for (Sample sample : group) {
      insert.setLong(1, sample.sourceTime().toEpochMilli());
      insert.setLong(2, point);
      insert.setDouble(3, sample.value());
      insert.setLong(4, sample.statusCode());
      insert.setLong(5, 5);
      insert.addBatch();
      point = (point + 1) % POINTS;
    }
    insert.executeBatch();
  }

  private double rate(long begin) {
    return rows / ((System.nanoTime() - begin) / 1e9);
  }

  /** A thousand registers that are read every second, in groups as the agent commits them. */
  private List<List<Sample>> groups() {
    Instant start = Instant.parse("2026-01-05T00:00:00Z");
    List<String> points = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      points.add(String.format(Locale.ROOT, "meter-%04d/energy-import", point));
    }
    List<List<Sample>> groups = new ArrayList<>();
    List<Sample> group = new ArrayList<>(ROWS_PER_COMMIT);
    for (int row = 0; row < rows; row++) {
      Instant time = start.plusSeconds(row / POINTS);
      group.add(
          new Sample(points.get(row % POINTS), time, time.plusMillis(5), 1_000_000.0 + row, 0));
      if (group.size() == ROWS_PER_COMMIT || row == rows - 1) {
        groups.add(List.copyOf(group));
        group.clear();
      }
    }
    return groups;
  }
}
