package org.zerofactory.edge.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The ring's file: opened and checked, set aside when damaged, deleted when in the way. */
final class SampleFile {

  private static final int SCHEMA = 1;

  /** Above this size the pages are not checked at a start, so that acquisition begins at once. */
  private static final long CHECK_LIMIT_BYTES = 128L << 20;

  private SampleFile() {}

  /**
   * Opens or makes the file, without auto-commit.
   *
   * @throws SQLException also if it is damaged
   */
  static Connection connect(Path file) throws SQLException {
    boolean check = Files.exists(file) && Database.wasLeftOpen(file) && isSmall(file);
    Connection connection = Database.open(file, Database.Durability.NORMAL);
    try {
      if (check && !Database.quickCheck(connection).equals("ok")) {
        throw new SQLiteException("quick_check found damage", SQLiteErrorCode.SQLITE_CORRUPT);
      }
      Database.migrate(connection, file, "samples", SCHEMA);
      expectOwnTables(connection);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Damage in the schema's own text shows as an error of the statements, not of the file. */
  private static void expectOwnTables(Connection connection) throws SQLException {
    for (String columns :
        new String[] {
          "time_ms, point, value, status, delay_ms FROM sample",
          "id, name FROM point",
          "id, complete_ms FROM source"
        }) {
      try {
        Database.single(connection, "SELECT " + columns + " LIMIT 0");
      } catch (SQLiteException e) {
        throw e.getResultCode() == SQLiteErrorCode.SQLITE_ERROR
            ? new SQLiteException(String.valueOf(e.getMessage()), SQLiteErrorCode.SQLITE_CORRUPT)
            : e;
      }
    }
  }

  /** Renames a damaged file and removes what belongs to it. */
  static Path moveAway(Path file) {
    Path target = file.resolveSibling(file.getFileName() + ".damaged-" + lastModified(file));
    try {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(sibling(file, "-wal"));
      Files.deleteIfExists(sibling(file, "-shm"));
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": damaged, and cannot be set aside", e);
    }
  }

  private static long lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() / 1000;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Removes the file with what belongs to it. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(sibling(file, "-wal"));
      Files.deleteIfExists(sibling(file, "-shm"));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be deleted to free space", e);
    }
  }

  private static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.size(file) <= CHECK_LIMIT_BYTES;
    } catch (IOException e) {
      return true;
    }
  }
}
