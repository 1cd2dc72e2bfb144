package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.zerofactory.domain.metering.IntervalReading;

/** The table of quarter-hour readings. */
final class ReadingStore implements AutoCloseable {

  /** A row of one point, for those who read many. */
  record Row(long start, long point, IntervalReading value) {}

  private final Connection connection;
  private final PreparedStatement insert;
  private int waiting;

  ReadingStore(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            """
            INSERT INTO interval_reading (site, start, point, amount, flag, register)
            VALUES (?, ?, ?, ?, ?, ?)
            """);
  }

  /** Adds a row; it is in the table after {@link #flush()}. */
  void add(long site, long start, long point, IntervalReading value) throws SQLException {
    bind(insert, site, start, point, value);
    insert.addBatch();
    waiting++;
  }

  void flush() throws SQLException {
    if (waiting > 0) {
      insert.executeBatch();
      waiting = 0;
    }
  }

  /** The reading as it stands, after what was added so far. */
  Optional<IntervalReading> find(long site, long start, long point) throws SQLException {
    flush();
    String sql =
        """
        SELECT start, point, amount, flag, register FROM interval_reading
        WHERE site = ? AND start = ? AND point = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, start);
      statement.setLong(3, point);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(row(rows).value()) : Optional.empty();
      }
    }
  }

  void replace(long site, long start, long point, IntervalReading value) throws SQLException {
    String sql =
        """
        REPLACE INTO interval_reading (site, start, point, amount, flag, register)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, site, start, point, value);
      statement.executeUpdate();
    }
  }

  /** The newest reading of each point with a register value, looking back from the site's end. */
  static List<Row> newest(Connection connection, long site, long lastStart) throws SQLException {
    String sql =
        """
        SELECT start, point, amount, flag, register FROM interval_reading
        WHERE site = ? AND start = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, lastStart);
      return Rows.list(statement, ReadingStore::row);
    }
  }

  /** The rows of some points, in the order of time. */
  static List<Row> of(Connection connection, long site, List<Long> points, long from, long to)
      throws SQLException {
    if (points.isEmpty()) {
      return List.of();
    }
    String list = points.stream().map(String::valueOf).collect(Collectors.joining(","));
    String sql =
        """
        SELECT start, point, amount, flag, register FROM interval_reading
        WHERE site = ? AND start >= ? AND start < ? AND point IN (%s) ORDER BY start, point
        """
            .formatted(list);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, from);
      statement.setLong(3, to);
      return Rows.list(statement, ReadingStore::row);
    }
  }

  /** What is known of a point over a time. */
  static long sum(Connection connection, long site, long point, long from, long to)
      throws SQLException {
    String sql =
        """
        SELECT coalesce(sum(amount), 0) FROM interval_reading
        WHERE site = ? AND start >= ? AND start < ? AND point = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, from);
      statement.setLong(3, to);
      statement.setLong(4, point);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    long amount = rows.getLong(3);
    OptionalLong known = rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(amount);
    int flag = rows.getInt(4);
    long register = rows.getLong(5);
    OptionalLong shown = rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(register);
    return new Row(
        rows.getLong(1), rows.getLong(2), new IntervalReading(known, FlagCodes.flag(flag), shown));
  }

  private static void bind(
      PreparedStatement statement, long site, long start, long point, IntervalReading value)
      throws SQLException {
    statement.setLong(1, site);
    statement.setLong(2, start);
    statement.setLong(3, point);
    setOptional(statement, 4, value.amount());
    statement.setInt(5, FlagCodes.code(value.flag()));
    setOptional(statement, 6, value.register());
  }

  private static void setOptional(PreparedStatement statement, int index, OptionalLong value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setLong(index, value.getAsLong());
    } else {
      statement.setNull(index, Types.INTEGER);
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
