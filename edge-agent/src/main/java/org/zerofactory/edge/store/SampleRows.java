package org.zerofactory.edge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.zerofactory.domain.metering.Sample;

/** Samples to rows and back, on one connection; rows are written in batches. */
final class SampleRows {

  private static final int BATCH = 5_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private final Map<String, Long> pointIds = new HashMap<>();
  private int pending;

  SampleRows(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            """
            INSERT OR IGNORE INTO sample (time_ms, point, value, status, delay_ms)
            VALUES (?, ?, ?, ?, ?)
            """);
  }

  void add(Sample sample) throws SQLException {
    insert.setLong(1, sample.sourceTime().toEpochMilli());
    insert.setLong(2, pointId(sample.point()));
    if (Double.isFinite(sample.value())) {
      insert.setDouble(3, sample.value());
    } else {
      insert.setNull(3, Types.REAL);
    }
    insert.setLong(4, sample.statusCode());
    insert.setLong(5, sample.arrivalTime().toEpochMilli() - sample.sourceTime().toEpochMilli());
    insert.addBatch();
    if (++pending >= BATCH) {
      flush();
      connection.commit();
    }
  }

  void flush() throws SQLException {
    if (pending > 0) {
      insert.executeBatch();
      pending = 0;
    }
  }

  private long pointId(String name) throws SQLException {
    Long known = pointIds.get(name);
    if (known != null) {
      return known;
    }
    try (PreparedStatement add =
            connection.prepareStatement("INSERT OR IGNORE INTO point (name) VALUES (?)");
        PreparedStatement find =
            connection.prepareStatement("SELECT id FROM point WHERE name = ?")) {
      add.setString(1, name);
      add.executeUpdate();
      find.setString(1, name);
      try (ResultSet rows = find.executeQuery()) {
        rows.next();
        long id = rows.getLong(1);
        pointIds.put(name, id);
        return id;
      }
    }
  }

  /** A row of name, time, delay, value and status. */
  static Sample sample(ResultSet rows) throws SQLException {
    Instant time = Instant.ofEpochMilli(rows.getLong(2));
    double value = rows.getDouble(4);
    boolean none = rows.wasNull();
    return new Sample(
        rows.getString(1),
        time,
        time.plusMillis(rows.getLong(3)),
        none ? Double.NaN : value,
        rows.getLong(5));
  }

  /** Drops what was not flushed; point ids of a rolled back transaction are no more. */
  void forget() throws SQLException {
    pending = 0;
    pointIds.clear();
    insert.clearBatch();
  }
}
