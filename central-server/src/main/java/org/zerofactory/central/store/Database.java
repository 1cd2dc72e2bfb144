package org.zerofactory.central.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One SQLite file: brings its schema up to date and opens connections to it. */
final class Database {

  static final String FILE_NAME = "central.db";

  /** Lines of several kilobytes lie in fewer overflow pages than with SQLite's 4096. */
  private static final int PAGE_BYTES = 16_384;

  private static final int BUSY_MILLISECONDS = 5_000;

  /** Negative: kibibytes instead of pages. */
  private static final int WRITER_CACHE_KIBIBYTES = -65_536;

  /**
   * A checkpoint of the write-ahead log every 64 MiB: fewer random writes while a year comes in.
   */
  private static final int CHECKPOINT_PAGES = 4_096;

  private final Path file;

  /**
   * Opens or creates the database of a folder.
   *
   * @throws StoreException if the folder cannot be made or the schema cannot be brought up to date
   */
  Database(Path folder) {
    this.file = folder.resolve(FILE_NAME);
    try {
      Files.createDirectories(folder);
      try (Connection first = writer()) {
        Pragmas.check(first);
      }
    } catch (IOException | SQLException failed) {
      throw new StoreException("cannot open " + file + ": " + failed.getMessage(), failed);
    }
    migrate();
  }

  private void migrate() {
    try {
      Flyway.configure()
          .dataSource(url(), null, null)
          .locations("classpath:migrations")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (org.flywaydb.core.api.FlywayException failed) {
      throw new StoreException(
          "cannot bring " + file + " up to date: " + failed.getMessage(), failed);
    }
  }

  /** The one connection that writes; every commit of it is on the disk before it returns. */
  Connection writer() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(PAGE_BYTES);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.setCacheSize(WRITER_CACHE_KIBIBYTES);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    Connection connection = config.createConnection(url());
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
    }
    Pragmas.check(connection);
    return connection;
  }

  /** A connection that can only read. */
  Connection reader() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    return config.createConnection(url());
  }

  private String url() {
    return "jdbc:sqlite:" + file;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
