package org.zerofactory.edge.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.zerofactory.domain.metering.Sample;

/**
 * Raw samples of some weeks, keyed time first, so that they are written at the file's end and
 * pruned at its beginning. For one thread.
 *
 * <p>The ring may be shortened or lost without harm to the accounts: the journal holds what it
 * needs itself.
 */
public final class SampleStore implements AutoCloseable {

  private static final long HOUR_MS = 3_600_000;

  private static final Logger LOG = Logger.getLogger(SampleStore.class.getName());

  private final Path file;
  private final Consumer<Path> setAside;
  private Connection connection;
  private SampleRows rows;
  private long stored;

  private SampleStore(Path file, Consumer<Path> setAside) throws SQLException {
    this.file = file;
    this.setAside = setAside;
    this.connection = SampleFile.connect(file);
    this.rows = new SampleRows(connection);
  }

  /**
   * Opens or makes the ring. A damaged file is renamed and a new one made.
   *
   * @param setAside told the new name of a damaged file
   */
  public static SampleStore open(Path file, Consumer<Path> setAside) {
    try {
      return new SampleStore(file, setAside);
    } catch (SQLException e) {
      StoreException fault = StoreException.of(file, "opening the samples", e);
      if (fault.reason() != StoreException.Cause.CORRUPT) {
        throw fault;
      }
      setAside.accept(SampleFile.moveAway(file));
      try {
        return new SampleStore(file, setAside);
      } catch (SQLException again) {
        throw StoreException.of(file, "making the samples anew", again);
      }
    }
  }

  /**
   * Adds samples; durable after {@link #commit}. A sample stored already is kept as it was.
   *
   * @throws StoreException if the disk is full; what was not committed yet is then not stored
   */
  public void add(List<Sample> samples) {
    run(
        "storing samples",
        () -> {
          for (Sample sample : samples) {
            rows.add(sample);
            stored++;
          }
          return samples;
        });
  }

  /** Notes up to when a source's samples are all here. */
  public void complete(String source, Instant until) {
    String sql = "INSERT OR REPLACE INTO source (id, complete_ms) VALUES (?, ?)";
    run(
        "noting a source's mark",
        () -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            statement.setLong(2, until.toEpochMilli());
            return statement.executeUpdate();
          }
        });
  }

  /** Makes everything added so far survive a killed process. */
  public void commit() {
    run(
        "committing samples",
        () -> {
          rows.flush();
          connection.commit();
          return file;
        });
  }

  /** Up to when each source's samples are all here. */
  public Map<String, Instant> completeness() {
    return run(
        "reading the sources' marks",
        () -> {
          Map<String, Instant> marks = new LinkedHashMap<>();
          try (Statement statement = connection.createStatement();
              ResultSet marked = statement.executeQuery("SELECT id, complete_ms FROM source")) {
            while (marked.next()) {
              marks.put(marked.getString(1), Instant.ofEpochMilli(marked.getLong(2)));
            }
          }
          return marks;
        });
  }

  /** Hands over every sample from an instant on, oldest first. */
  public void replay(Instant from, Consumer<Sample> consumer) {
    String sql =
        """
        SELECT point.name, time_ms, delay_ms, value, status
        FROM sample JOIN point ON point.id = sample.point
        WHERE time_ms >= ? ORDER BY time_ms
        """;
    run(
        "reading samples back",
        () -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from.toEpochMilli());
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                consumer.accept(SampleRows.sample(found));
              }
            }
          }
          return from;
        });
  }

  /** Deletes at most one hour of samples from before an instant; true if there may be more. */
  public boolean pruneBefore(Instant instant) {
    return run(
        "pruning samples",
        () -> {
          Optional<Long> oldest = oldest();
          if (oldest.isEmpty() || oldest.get() >= instant.toEpochMilli()) {
            return false;
          }
          delete(Math.min(instant.toEpochMilli(), oldest.get() + HOUR_MS));
          return true;
        });
  }

  /**
   * Gives space back to the disk: the oldest quarter of the ring's time, or, if even that finds no
   * room to work in, the whole ring.
   */
  public void shrink() {
    rollback();
    try {
      Optional<Long> oldest = oldest();
      if (oldest.isPresent()) {
        long newest =
            Long.parseLong(Database.single(connection, "SELECT max(time_ms) FROM sample"));
        delete(oldest.get() + (newest - oldest.get()) / 4 + 1);
      }
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA incremental_vacuum");
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      LOG.warning(() -> file + ": no room to shorten the ring, it begins anew: " + e.getMessage());
      replace(SampleFile::delete);
    }
  }

  /** Samples stored since the start. */
  public long stored() {
    return stored;
  }

  /** Time of the oldest sample kept. */
  public Optional<Instant> oldestTime() {
    return run("reading the oldest sample", this::oldest).map(Instant::ofEpochMilli);
  }

  @Override
  public void close() {
    try {
      commit();
    } catch (StoreException e) {
      LOG.warning(() -> "the last samples were not stored: " + e.getMessage());
    } finally {
      closeQuietly();
    }
  }

  /** For tests of a full disk: SQLite refuses pages beyond the count as if there were no space. */
  void limitPages(long pages) throws SQLException {
    Database.single(connection, "PRAGMA max_page_count = " + pages);
  }

  private Optional<Long> oldest() throws SQLException {
    String text = Database.single(connection, "SELECT min(time_ms) FROM sample");
    return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
  }

  private void delete(long beforeMs) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM sample WHERE time_ms < ?")) {
      delete.setLong(1, beforeMs);
      delete.executeUpdate();
    }
    connection.commit();
  }

  private <T> T run(String doing, Action<T> action) {
    try {
      return action.run();
    } catch (SQLException e) {
      StoreException fault = StoreException.of(file, doing, e);
      rollback();
      if (fault.reason() == StoreException.Cause.CORRUPT) {
        replace(path -> setAside.accept(SampleFile.moveAway(path)));
      }
      throw fault;
    }
  }

  private void rollback() {
    try {
      rows.forget();
    } catch (SQLException e) {
      LOG.fine(() -> "nothing to clear: " + e.getMessage());
    }
    Database.rollback(connection);
  }

  /** Goes on with a new file after the old one was dealt with. */
  private void replace(Consumer<Path> deal) {
    closeQuietly();
    deal.accept(file);
    try {
      connection = SampleFile.connect(file);
      rows = new SampleRows(connection);
    } catch (SQLException e) {
      throw StoreException.of(file, "making the samples anew", e);
    }
  }

  private void closeQuietly() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warning(() -> file + ": closing: " + e.getMessage());
    }
  }

  private interface Action<T> {
    T run() throws SQLException;
  }
}
