package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.zerofactory.domain.product.IssuedFootprint;

/** Footprints as they were given out, version by version. */
final class FootprintStore {

  private final Connection connection;
  private final long site;

  FootprintStore(Connection connection, long site) {
    this.connection = connection;
    this.site = site;
  }

  /** All versions for a subject (product, period, method), oldest first. */
  List<IssuedFootprint> versions(String subject) throws SQLException {
    String sql =
        """
        SELECT id, content, created_at FROM product_footprint
        WHERE site = ? AND subject = ? ORDER BY version
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setString(2, subject);
      return Rows.list(
          statement,
          rows ->
              new IssuedFootprint(
                  rows.getString(1), rows.getString(2), Instant.ofEpochSecond(rows.getLong(3))));
    }
  }

  void add(String subject, int version, IssuedFootprint footprint) throws SQLException {
    String sql =
        """
        INSERT INTO product_footprint (site, id, subject, version, content, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setString(2, footprint.id());
      statement.setString(3, subject);
      statement.setInt(4, version);
      statement.setString(5, footprint.content());
      statement.setLong(6, footprint.created().getEpochSecond());
      statement.executeUpdate();
    }
  }
}
