package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.zerofactory.domain.journal.Hash;

/** Batches that were refused and kept for a person, with the bytes as they came. */
final class QuarantineStore {

  /** Batches kept for a site: enough to see what happened, too few to fill the disk. */
  static final int LIMIT = 20;

  private final Connection connection;

  QuarantineStore(Connection connection) {
    this.connection = connection;
  }

  /** Keeps the bytes; the same bytes are kept once, and beyond {@link #LIMIT} none are. */
  void save(String site, String reason, String detail, byte[] bytes, Instant at)
      throws SQLException {
    String sql =
        """
        INSERT INTO quarantine (site, received_at, reason, detail, sha256, bytes)
        SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM quarantine WHERE site = ?) < ?
        ON CONFLICT DO NOTHING
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setLong(2, at.getEpochSecond());
      statement.setString(3, reason);
      statement.setString(4, detail);
      statement.setBytes(5, Hash.of(bytes).bytes());
      statement.setBytes(6, bytes);
      statement.setString(7, site);
      statement.setInt(8, LIMIT);
      statement.executeUpdate();
    }
  }

  int count(String site) throws SQLException {
    String sql = "SELECT count(*) FROM quarantine WHERE site = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      try (var rows = statement.executeQuery()) {
        return rows.getInt(1);
      }
    }
  }
}
