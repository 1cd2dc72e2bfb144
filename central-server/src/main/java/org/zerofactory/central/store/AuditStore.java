package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.AuditRecord;

/** The table of the audit trail. It only grows; the instance lives as long as one transaction. */
final class AuditStore {

  /** The newest record of the trail. */
  private record Head(long sequence, Hash hash) {}

  private final Connection connection;
  private Optional<Head> head = Optional.empty();

  AuditStore(Connection connection) {
    this.connection = connection;
  }

  /** Adds a step; the caller's transaction holds the step itself too, so both happen or neither. */
  void append(AuditRecord.Step step, Instant at) throws SQLException {
    Head last = head.isPresent() ? head.get() : readHead();
    AuditRecord record = AuditRecord.of(step, last.sequence + 1, at, last.hash);
    String line = record.line();
    Hash hash = AuditRecord.hash(line);
    String sql = "INSERT INTO audit (sequence, site, line, hash) VALUES (?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, record.sequence());
      statement.setString(2, step.site().orElse(null));
      statement.setString(3, line);
      statement.setBytes(4, hash.bytes());
      statement.executeUpdate();
    }
    head = Optional.of(new Head(record.sequence(), hash));
  }

  private Head readHead() throws SQLException {
    String sql = "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1";
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      return rows.next()
          ? new Head(rows.getLong(1), Hash.ofBytes(rows.getBytes(2)))
          : new Head(0, Hash.ZERO);
    }
  }

  /** Lines after a sequence, in order, of one site or of all. */
  static List<String> lines(Connection connection, Optional<String> site, long after, int limit)
      throws SQLException {
    String sql =
        "SELECT line FROM audit WHERE sequence > ?%s ORDER BY sequence LIMIT ?"
            .formatted(site.isPresent() ? " AND site = ?" : "");
    try (var statement = connection.prepareStatement(sql)) {
      int next = 1;
      statement.setLong(next++, after);
      if (site.isPresent()) {
        statement.setString(next++, site.get());
      }
      statement.setInt(next, limit);
      return Rows.list(statement, rows -> rows.getString(1));
    }
  }

  /** Where the chain breaks first; empty if it holds from its first record to its last. */
  static Optional<String> fault(Connection connection) throws SQLException {
    return new AuditChain().fault(connection);
  }
}
