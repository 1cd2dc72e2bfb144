package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.account.PointAmount;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;

/**
 * The roll-ups by day and month. Changes are summed in memory and brought to the tables at once: a
 * batch of weeks changes a row of a month once, not thousands of times.
 */
final class RollupStore {

  /** Amount, estimated amount, then one count for each flag in the order of its code. */
  private static final int WIDTH = 7;

  private record Key(long start, long point) {}

  private static final Comparator<Map.Entry<Key, long[]>> IN_KEY_ORDER =
      Map.Entry.comparingByKey(Comparator.comparingLong(Key::start).thenComparingLong(Key::point));

  private final Connection connection;
  private final LocalCut cut;
  private final Map<Key, long[]> days = new HashMap<>();

  RollupStore(Connection connection, LocalCut cut) {
    this.connection = connection;
    this.cut = cut;
  }

  /** Adds a reading, or takes it out again with a sign of -1. */
  void add(long point, long start, IntervalReading value, int sign) {
    long[] sums = days.computeIfAbsent(new Key(cut.day(start), point), key -> new long[WIDTH]);
    long amount = sign * value.amount().orElse(0);
    sums[0] = Math.addExact(sums[0], amount);
    if (value.flag() != Flag.MEASURED) {
      sums[1] = Math.addExact(sums[1], amount);
    }
    sums[2 + FlagCodes.code(value.flag())] += sign;
  }

  void flush() throws SQLException {
    Map<Key, long[]> months = new HashMap<>();
    days.forEach((key, sums) -> sum(months, new Key(cut.month(key.start), key.point), sums));
    save("day_reading", days);
    save("month_reading", months);
    days.clear();
  }

  private static void sum(Map<Key, long[]> into, Key key, long[] sums) {
    long[] total = into.computeIfAbsent(key, same -> new long[WIDTH]);
    for (int i = 0; i < WIDTH; i++) {
      total[i] = Math.addExact(total[i], sums[i]);
    }
  }

  private void save(String table, Map<Key, long[]> rows) throws SQLException {
    String sql =
        """
        INSERT INTO %s (start, point, amount, estimated_amount,
                        measured, estimated, integrated, reset, missing)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET amount = amount + excluded.amount,
          estimated_amount = estimated_amount + excluded.estimated_amount,
          measured = measured + excluded.measured, estimated = estimated + excluded.estimated,
          integrated = integrated + excluded.integrated, reset = reset + excluded.reset,
          missing = missing + excluded.missing
        """
            .formatted(table);
    try (var statement = connection.prepareStatement(sql)) {
      for (var row : rows.entrySet().stream().sorted(IN_KEY_ORDER).toList()) {
        statement.setLong(1, row.getKey().start);
        statement.setLong(2, row.getKey().point);
        for (int i = 0; i < WIDTH; i++) {
          statement.setLong(3 + i, row.getValue()[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Removes the roll-ups of a site. */
  static void deleteAll(Connection connection, long site) throws SQLException {
    for (String table : new String[] {"day_reading", "month_reading", "day_profile"}) {
      String sql = "DELETE FROM " + table + " WHERE point IN (SELECT id FROM point WHERE site = ?)";
      try (var statement = connection.prepareStatement(sql)) {
        statement.setLong(1, site);
        statement.executeUpdate();
      }
    }
  }

  /** A row of a day. */
  record DayRow(long start, long amount, long known, long estimated) {}

  /** Rows of a point's days that have any reading, in order. */
  static List<DayRow> days(Connection connection, long point, long from, long to)
      throws SQLException {
    String sql =
        """
        SELECT start, amount, measured + estimated + integrated + reset, estimated + reset
        FROM day_reading WHERE point = ? AND start >= ? AND start < ? ORDER BY start
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, point);
      statement.setLong(2, from);
      statement.setLong(3, to);
      return Rows.list(
          statement,
          rows -> new DayRow(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
    }
  }

  /** What a point counted from one local midnight to another. */
  static PointAmount daySum(Connection connection, long point, long from, long to)
      throws SQLException {
    String sql =
        """
        SELECT coalesce(sum(amount), 0), coalesce(sum(missing), 0) FROM day_reading
        WHERE point = ? AND start >= ? AND start < ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, point);
      statement.setLong(2, from);
      statement.setLong(3, to);
      try (var rows = statement.executeQuery()) {
        return new PointAmount(rows.getLong(1), rows.getLong(2));
      }
    }
  }
}
