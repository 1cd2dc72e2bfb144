package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;

/**
 * The table of packed days. A year of a thousand meters is read in a fraction of a second from it;
 * changes are gathered in memory and each day is written once a batch.
 */
final class ProfileStore {

  /** Takes one day of a point; the column is reused and must not be kept. */
  @FunctionalInterface
  interface Days {
    /**
     * @param first start of the first quarter hour
     * @param count quarter hours of the day
     */
    void day(long point, long first, long[] amounts, int count);
  }

  private record Key(long point, long start) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparingLong(Key::point).thenComparingLong(Key::start);

  private final Connection connection;
  private final LocalCut cut;
  private final Map<Key, long[]> days = new HashMap<>();

  ProfileStore(Connection connection, LocalCut cut) {
    this.connection = connection;
    this.cut = cut;
  }

  /** Sets a quarter hour; it is in the table after {@link #flush()}. */
  void set(long point, long start, IntervalReading value) throws SQLException {
    Key key = new Key(point, cut.day(start));
    long[] amounts = days.get(key);
    if (amounts == null) {
      amounts = find(key);
      days.put(key, amounts);
    }
    int index = Math.toIntExact((start - cut.firstQuarter(start)) / QuarterHours.SECONDS);
    amounts[index] = value.amount().orElse(DayProfile.MISSING);
  }

  void flush() throws SQLException {
    String sql = "REPLACE INTO day_profile (point, start, amounts) VALUES (?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      for (var day : days.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList()) {
        statement.setLong(1, day.getKey().point);
        statement.setLong(2, day.getKey().start);
        statement.setBytes(3, DayProfile.pack(day.getValue()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
    days.clear();
  }

  private long[] find(Key key) throws SQLException {
    long[] amounts = new long[DayProfile.LONGEST];
    Arrays.fill(amounts, DayProfile.MISSING);
    String sql = "SELECT amounts FROM day_profile WHERE point = ? AND start = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key.point);
      statement.setLong(2, key.start);
      try (var rows = statement.executeQuery()) {
        if (rows.next()) {
          DayProfile.unpack(rows.getBytes(1), amounts);
        }
      }
    }
    return amounts;
  }

  /** Hands over the days of some points that begin in {@code [from, to)}, point by point. */
  void read(List<Long> points, long from, long to, Days days) throws SQLException {
    String sql =
        """
        SELECT start, amounts FROM day_profile WHERE point = ? AND start >= ? AND start < ?
        ORDER BY start
        """;
    long[] amounts = new long[DayProfile.LONGEST];
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(2, from);
      statement.setLong(3, to);
      for (long point : points) {
        statement.setLong(1, point);
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            DayProfile.unpack(rows.getBytes(2), amounts);
            long start = rows.getLong(1);
            days.day(point, cut.firstQuarter(start), amounts, cut.quarters(start));
          }
        }
      }
    }
  }
}
