package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.AlarmQuery;
import org.zerofactory.domain.fleet.AlarmStep;
import org.zerofactory.domain.fleet.MonthlyWaste;
import org.zerofactory.domain.fleet.WasteSum;

/**
 * The life cycle of alarms: rules' steps, acknowledgements, waste, and how far rules have looked.
 */
final class AlarmCaseStore {

  private static final String COLUMNS =
      """
      SELECT alarm.id, site, kind, subject, severity, text_en, text_zh, raised_at, cleared_at,
        rule_version, acknowledged_at, acknowledged_by, note,
        coalesce(sum(wasted_wh), 0), coalesce(sum(co2e_ug), 0),
        coalesce(sum(without_factor_wh), 0), coalesce(sum(cost_nano_yuan), 0) AS cost,
        coalesce(sum(without_price_wh), 0)
      FROM alarm LEFT JOIN alarm_waste ON alarm_waste.alarm = alarm.id
      """;

  private final Connection connection;

  AlarmCaseStore(Connection connection) {
    this.connection = connection;
  }

  /** Does what a rule found: raises, renews or ends its alarm, and adds the waste. */
  void apply(AlarmStep step) throws SQLException {
    Alarm alarm = step.alarm();
    AlarmStore alarms = new AlarmStore(connection);
    if (alarm.cleared().isPresent()) {
      alarms.clear(alarm.site(), alarm.kind(), alarm.subject(), alarm.cleared().get());
      return;
    }
    alarms.raise(alarm);
    long number = openNumber(alarm);
    String sql = "UPDATE alarm SET rule_version = ? WHERE id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(1, step.ruleVersion());
      statement.setLong(2, number);
      statement.executeUpdate();
    }
    for (Map.Entry<YearMonth, WasteSum> month : step.waste().entrySet()) {
      addWaste(number, month.getKey(), month.getValue());
    }
  }

  private long openNumber(Alarm alarm) throws SQLException {
    String sql =
        "SELECT id FROM alarm WHERE site = ? AND kind = ? AND subject = ? AND cleared_at IS NULL";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, alarm.site());
      statement.setString(2, alarm.kind());
      statement.setString(3, alarm.subject());
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new StoreException("expected the alarm that was just raised: " + alarm);
        }
        return rows.getLong(1);
      }
    }
  }

  private void addWaste(long number, YearMonth month, WasteSum waste) throws SQLException {
    String sql =
        """
        INSERT INTO alarm_waste VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET wasted_wh = wasted_wh + excluded.wasted_wh,
          co2e_ug = co2e_ug + excluded.co2e_ug,
          without_factor_wh = without_factor_wh + excluded.without_factor_wh,
          cost_nano_yuan = cost_nano_yuan + excluded.cost_nano_yuan,
          without_price_wh = without_price_wh + excluded.without_price_wh
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number);
      statement.setString(2, month.toString());
      statement.setLong(3, waste.wattHours());
      statement.setLong(4, waste.micrograms());
      statement.setLong(5, waste.withoutFactor());
      statement.setLong(6, waste.nanoYuan());
      statement.setLong(7, waste.withoutPrice());
      statement.executeUpdate();
    }
  }

  /**
   * Notes who saw an alarm; the first one counts.
   *
   * @return whether it was this call that noted it
   */
  boolean acknowledge(String site, long number, AlarmCase.Acknowledgement by) throws SQLException {
    String sql =
        """
        UPDATE alarm SET acknowledged_at = ?, acknowledged_by = ?, note = ?
        WHERE site = ? AND id = ? AND acknowledged_at IS NULL
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, by.at().getEpochSecond());
      statement.setString(2, by.person());
      statement.setString(3, by.note());
      statement.setString(4, site);
      statement.setLong(5, number);
      return statement.executeUpdate() == 1;
    }
  }

  Optional<AlarmCase> find(String site, long number) throws SQLException {
    String sql = COLUMNS + " WHERE site = ? AND alarm.id = ? GROUP BY alarm.id";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setLong(2, number);
      return Rows.list(statement, AlarmCaseStore::row).stream().findFirst();
    }
  }

  /** The cases of a query, at most its limit. */
  List<AlarmCase> list(String site, AlarmQuery query) throws SQLException {
    String order =
        query.byMoney() ? "cost DESC, alarm.id DESC" : "cleared_at IS NOT NULL, raised_at DESC";
    String sql =
        COLUMNS
            + " WHERE site = ? AND raised_at >= ?"
            + (query.severity().isPresent() ? " AND severity = ?" : "")
            + condition(query.state())
            + " GROUP BY alarm.id ORDER BY "
            + order
            + ", alarm.id DESC LIMIT "
            + AlarmQuery.LIMIT;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setLong(2, query.from().getEpochSecond());
      if (query.severity().isPresent()) {
        statement.setString(3, query.severity().get().name());
      }
      return Rows.list(statement, AlarmCaseStore::row);
    }
  }

  /** Waste of a local year by rule and month. */
  List<MonthlyWaste> ofYear(String site, int year) throws SQLException {
    String sql =
        """
        SELECT kind, month, sum(wasted_wh), sum(co2e_ug), sum(without_factor_wh),
          sum(cost_nano_yuan), sum(without_price_wh)
        FROM alarm_waste JOIN alarm ON alarm.id = alarm_waste.alarm
        WHERE site = ? AND month >= ? AND month < ? GROUP BY kind, month ORDER BY kind, month
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setString(2, YearMonth.of(year, 1).toString());
      statement.setString(3, YearMonth.of(year + 1, 1).toString());
      return Rows.list(
          statement,
          rows ->
              new MonthlyWaste(
                  rows.getString(1), YearMonth.parse(rows.getString(2)), waste(rows, 3)));
    }
  }

  /** Kind and subject, joined by a colon, of the open alarms that rules raised. */
  Set<String> openOfRules(String site) throws SQLException {
    String sql =
        """
        SELECT kind || ':' || subject FROM alarm
        WHERE site = ? AND cleared_at IS NULL AND rule_version IS NOT NULL
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      return new HashSet<>(Rows.list(statement, rows -> rows.getString(1)));
    }
  }

  /** The last block that the rules have looked at; 0 if none. */
  long mark(String site) throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT sequence FROM alert_mark WHERE site = ?")) {
      statement.setString(1, site);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  void saveMark(String site, long sequence) throws SQLException {
    try (var statement = connection.prepareStatement("REPLACE INTO alert_mark VALUES (?, ?)")) {
      statement.setString(1, site);
      statement.setLong(2, sequence);
      statement.executeUpdate();
    }
  }

  private static String condition(AlarmQuery.State state) {
    return switch (state) {
      case ALL -> "";
      case OPEN -> " AND cleared_at IS NULL";
      case RAISED -> " AND cleared_at IS NULL AND acknowledged_at IS NULL";
      case ACKNOWLEDGED -> " AND cleared_at IS NULL AND acknowledged_at IS NOT NULL";
      case CLEARED -> " AND cleared_at IS NOT NULL";
    };
  }

  private static AlarmCase row(ResultSet rows) throws SQLException {
    Alarm alarm =
        new Alarm(
            rows.getString(2),
            rows.getString(3),
            rows.getString(4),
            Alarm.Severity.valueOf(rows.getString(5)),
            rows.getString(6),
            rows.getString(7),
            Instant.ofEpochSecond(rows.getLong(8)),
            instant(rows, 9));
    int version = rows.getInt(10);
    OptionalInt ruleVersion = rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
    Optional<Instant> acknowledged = instant(rows, 11);
    String person = String.valueOf(rows.getString(12));
    String note = String.valueOf(rows.getString(13));
    return new AlarmCase(
        rows.getLong(1),
        alarm,
        ruleVersion,
        acknowledged.map(at -> new AlarmCase.Acknowledgement(at, person, note)),
        waste(rows, 14));
  }

  private static WasteSum waste(ResultSet rows, int first) throws SQLException {
    return new WasteSum(
        rows.getLong(first),
        rows.getLong(first + 1),
        rows.getLong(first + 2),
        rows.getLong(first + 3),
        rows.getLong(first + 4));
  }

  private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
    long second = rows.getLong(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
  }
}
