package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The table of points: a number for each name, so that readings stay small. */
final class PointStore {

  private final Connection connection;
  private final long site;
  private final Map<String, Long> ids = new HashMap<>();

  /** Reads the points of a site; the instance lives as long as one transaction. */
  PointStore(Connection connection, long site) throws SQLException {
    this.connection = connection;
    this.site = site;
    try (var statement = connection.prepareStatement("SELECT name, id FROM point WHERE site = ?")) {
      statement.setLong(1, site);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
  }

  /** All points by name. */
  Map<String, Long> all() {
    return Map.copyOf(ids);
  }

  OptionalLong find(String name) {
    Long id = ids.get(name);
    return id == null ? OptionalLong.empty() : OptionalLong.of(id);
  }

  /** The point's number; a new point gets one. */
  long id(String name) throws SQLException {
    Long known = ids.get(name);
    if (known != null) {
      return known;
    }
    String sql = "INSERT INTO point (site, name) VALUES (?, ?)";
    try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      statement.setLong(1, site);
      statement.setString(2, name);
      statement.executeUpdate();
      try (var keys = statement.getGeneratedKeys()) {
        keys.next();
        long id = keys.getLong(1);
        ids.put(name, id);
        return id;
      }
    }
  }
}
