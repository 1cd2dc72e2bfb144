package org.zerofactory.edge.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens SQLite files the one way that keeps what was committed, and reads every setting back. */
final class Database {

  private static final int BUSY_TIMEOUT_MS = 5_000;
  private static final long WAL_LIMIT_BYTES = 8L << 20;

  private static final java.util.logging.Logger LOG =
      java.util.logging.Logger.getLogger(Database.class.getName());

  private Database() {}

  /** How much a commit promises. */
  enum Durability {
    /** Survives power loss. */
    FULL(2),
    /** Survives a killed process; power loss may take the last commits, never the file. */
    NORMAL(1);

    private final int synchronous;

    Durability(int synchronous) {
      this.synchronous = synchronous;
    }
  }

  static Connection open(Path file, Durability durability) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
      statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MS);
      expect(statement, file, "PRAGMA journal_mode = WAL", "wal");
      statement.execute("PRAGMA synchronous = " + durability.synchronous);
      statement.execute("PRAGMA journal_size_limit = " + WAL_LIMIT_BYTES);
      expect(statement, file, "PRAGMA synchronous", Integer.toString(durability.synchronous));
      expect(statement, file, "PRAGMA busy_timeout", Integer.toString(BUSY_TIMEOUT_MS));
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Brings the schema to the newest version; each version is one numbered file.
   *
   * @throws SQLException also if the file was written by a newer program
   */
  static void migrate(Connection connection, Path file, String name, int newest)
      throws SQLException {
    int version = Integer.parseInt(single(connection, "PRAGMA user_version"));
    if (version > newest) {
      throw new SQLException(
          file
              + ": schema version "
              + version
              + " is newer than this program knows ("
              + newest
              + "); start the program version that wrote it, or a newer one");
    }
    for (int next = version + 1; next <= newest; next++) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : resource("%s-%03d.sql".formatted(name, next)).split(";\\s*\\n")) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
        statement.execute("PRAGMA user_version = " + next);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Whether the last program to write the file ended without closing it. */
  static boolean wasLeftOpen(Path file) {
    Path wal = file.resolveSibling(file.getFileName() + "-wal");
    try {
      return Files.exists(wal) && Files.size(wal) > 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** "ok" or the first fault found. */
  static String quickCheck(Connection connection) throws SQLException {
    return single(connection, "PRAGMA quick_check(1)");
  }

  static String single(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      String value = result.next() ? result.getString(1) : null;
      return value == null ? "" : value;
    }
  }

  /**
   * Ends a failed transaction. SQLite may have rolled back by itself, as on a full disk
   * (sqlite.org/lang_transaction.html, 3.1); the driver does not notice and would go on without a
   * transaction, so a new one is begun for it.
   */
  static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException nothingToRollBack) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
      } catch (SQLException e) {
        LOG.warning(() -> "no new transaction after a failed one: " + e.getMessage());
      }
    }
  }

  private static void expect(Statement statement, Path file, String pragma, String expected)
      throws SQLException {
    try (ResultSet result = statement.executeQuery(pragma)) {
      String found = result.next() ? result.getString(1) : "nothing";
      if (!expected.equals(found)) {
        throw new SQLException(file + ": " + pragma + " gave " + found + ", expected " + expected);
      }
    }
  }

  private static String resource(String name) {
    try (InputStream stream = Database.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its schema file " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading schema file " + name, e);
    }
  }
}
