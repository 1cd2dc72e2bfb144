package org.zerofactory.edge.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A database file could not be read or written; says which, why, and what to do. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What stands in the way. */
  public enum Cause {
    DISK_FULL,
    CORRUPT,
    OTHER
  }

  private final Cause reason;

  StoreException(Cause reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static StoreException of(Path file, String doing, SQLException cause) {
    return new StoreException(
        reason(cause), file + ": " + doing + " failed: " + cause.getMessage(), cause);
  }

  /** SQLite's word for the fault, such as SQLITE_FULL; the same in every language. */
  public String code() {
    return getCause() instanceof SQLiteException exception
        ? exception.getResultCode().name()
        : reason.name();
  }

  public Cause reason() {
    return reason;
  }

  /** Extended result codes keep the primary code in their low byte (sqlite.org/rescode.html). */
  private static Cause reason(SQLException cause) {
    if (!(cause instanceof SQLiteException exception)) {
      return Cause.OTHER;
    }
    int primary = exception.getResultCode().code & 0xff;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return Cause.DISK_FULL;
    }
    boolean corrupt =
        primary == SQLiteErrorCode.SQLITE_CORRUPT.code
            || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    return corrupt ? Cause.CORRUPT : Cause.OTHER;
  }
}
