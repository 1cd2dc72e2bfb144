package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.HourEnergy;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;

/** The table of the sites' balances by quarter hour, kept up with every reading that changes. */
final class BalanceStore {

  /** Five amounts, five counts of missing points, then estimated, integrated and reset points. */
  private static final int WIDTH = 13;

  private static final int MISSING = 5;
  private static final int QUALITY = 10;

  private final Connection connection;
  private final long site;
  private final Map<Long, long[]> changes = new TreeMap<>();

  BalanceStore(Connection connection, long site) {
    this.connection = connection;
    this.site = site;
  }

  /** A quarter hour was sealed: it has a row, whatever the balance's points say. */
  void touch(long start) {
    changes.computeIfAbsent(start, same -> new long[WIDTH]);
  }

  /** Whether the quarter hour has a row, or gets one with the next flush. */
  boolean isSealed(long start) throws SQLException {
    return changes.containsKey(start) || isSealed(connection, site, start);
  }

  /** Adds a reading of a series, or takes it out again with a sign of -1. */
  void add(BalanceSeries series, long start, IntervalReading value, int sign) {
    long[] sums = changes.computeIfAbsent(start, same -> new long[WIDTH]);
    int column = series.ordinal();
    if (value.isMissing()) {
      sums[MISSING + column] += sign;
    } else {
      sums[column] = Math.addExact(sums[column], sign * value.amount().getAsLong());
    }
    boolean isOfBalance = column <= BalanceSeries.PRODUCTION.ordinal();
    int quality = FlagCodes.code(value.flag()) - FlagCodes.code(Flag.ESTIMATED);
    if (isOfBalance && quality >= 0 && !value.isMissing()) {
      sums[QUALITY + quality] += sign;
    }
  }

  void flush() throws SQLException {
    String sql =
        """
        INSERT INTO quarter_balance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          grid_import = grid_import + excluded.grid_import,
          grid_export = grid_export + excluded.grid_export,
          production = production + excluded.production,
          flexible = flexible + excluded.flexible,
          planned = planned + excluded.planned,
          grid_import_missing = grid_import_missing + excluded.grid_import_missing,
          grid_export_missing = grid_export_missing + excluded.grid_export_missing,
          production_missing = production_missing + excluded.production_missing,
          flexible_missing = flexible_missing + excluded.flexible_missing,
          planned_missing = planned_missing + excluded.planned_missing,
          estimated = estimated + excluded.estimated,
          integrated = integrated + excluded.integrated,
          reset = reset + excluded.reset
        """;
    try (var statement = connection.prepareStatement(sql)) {
      for (Map.Entry<Long, long[]> change : changes.entrySet()) {
        statement.setLong(1, site);
        statement.setLong(2, change.getKey());
        for (int i = 0; i < WIDTH; i++) {
          statement.setLong(3 + i, change.getValue()[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
    changes.clear();
  }

  /** Sets every row of the site to zero; the rows stay, since they say what was sealed. */
  static void clear(Connection connection, long site) throws SQLException {
    String sql =
        """
        UPDATE quarter_balance SET grid_import = 0, grid_export = 0, production = 0, flexible = 0,
          planned = 0, grid_import_missing = 0, grid_export_missing = 0, production_missing = 0,
          flexible_missing = 0, planned_missing = 0, estimated = 0, integrated = 0, reset = 0
        WHERE site = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.executeUpdate();
    }
  }

  static boolean isSealed(Connection connection, long site, long start) throws SQLException {
    String sql = "SELECT 1 FROM quarter_balance WHERE site = ? AND start = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, start);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** The quarter hours of {@code [from, to)} that were sealed, in order. */
  static List<QuarterHourBalance> load(Connection connection, long site, long from, long to)
      throws SQLException {
    String sql =
        "SELECT * FROM quarter_balance WHERE site = ? AND start >= ? AND start < ? ORDER BY start";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, from);
      statement.setLong(3, to);
      return Rows.list(statement, BalanceStore::row);
    }
  }

  /** Sums by hour from {@code from} on, over the quarter hours in which all of it is known. */
  static List<HourEnergy> hours(Connection connection, long site, long from, long to)
      throws SQLException {
    String sql =
        """
        SELECT (start - ?2) / 3600, sum(grid_import), sum(grid_export), sum(production), count(*)
        FROM quarter_balance
        WHERE site = ?1 AND start >= ?2 AND start < ?3
          AND grid_import_missing = 0 AND grid_export_missing = 0 AND production_missing = 0
        GROUP BY 1 ORDER BY 1
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, from);
      statement.setLong(3, to);
      return Rows.list(
          statement,
          rows ->
              new HourEnergy(
                  rows.getInt(1),
                  rows.getLong(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getInt(5)));
    }
  }

  private static QuarterHourBalance row(ResultSet rows) throws SQLException {
    return new QuarterHourBalance(
        Instant.ofEpochSecond(rows.getLong(2)),
        known(rows, 3),
        known(rows, 4),
        known(rows, 5),
        known(rows, 6),
        known(rows, 7),
        quality(rows));
  }

  private static OptionalLong known(ResultSet rows, int column) throws SQLException {
    boolean isMissing = rows.getLong(column + MISSING) > 0;
    return isMissing ? OptionalLong.empty() : OptionalLong.of(rows.getLong(column));
  }

  private static Flag quality(ResultSet rows) throws SQLException {
    if (rows.getLong(8) + rows.getLong(9) + rows.getLong(10) > 0) {
      return Flag.MISSING;
    } else if (rows.getLong(15) > 0) {
      return Flag.RESET;
    } else if (rows.getLong(14) > 0) {
      return Flag.INTEGRATED;
    }
    return rows.getLong(13) > 0 ? Flag.ESTIMATED : Flag.MEASURED;
  }
}
