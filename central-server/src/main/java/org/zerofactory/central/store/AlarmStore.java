package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.domain.fleet.Alarm;

/** The table of alarms: at most one open alarm for a site, kind and subject. */
final class AlarmStore {

  /** Newest alarms that are shown; older ones stay in the table. */
  private static final int SHOWN = 500;

  private final Connection connection;

  AlarmStore(Connection connection) {
    this.connection = connection;
  }

  /** Raises the alarm; if it is open already, its text is renewed and its time stays. */
  void raise(Alarm alarm) throws SQLException {
    String sql =
        """
        INSERT INTO alarm (site, kind, subject, severity, text_en, text_zh, raised_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (site, kind, subject) WHERE cleared_at IS NULL
        DO UPDATE SET severity = excluded.severity, text_en = excluded.text_en,
          text_zh = excluded.text_zh
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, alarm.site());
      statement.setString(2, alarm.kind());
      statement.setString(3, alarm.subject());
      statement.setString(4, alarm.severity().name());
      statement.setString(5, alarm.english());
      statement.setString(6, alarm.chinese());
      statement.setLong(7, alarm.raised().getEpochSecond());
      statement.executeUpdate();
    }
  }

  void clear(String site, String kind, String subject, Instant at) throws SQLException {
    String sql =
        """
        UPDATE alarm SET cleared_at = ?
        WHERE site = ? AND kind = ? AND subject = ? AND cleared_at IS NULL
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, at.getEpochSecond());
      statement.setString(2, site);
      statement.setString(3, kind);
      statement.setString(4, subject);
      statement.executeUpdate();
    }
  }

  /** Open alarms first, then the newest. */
  List<Alarm> of(String site) throws SQLException {
    String sql =
        """
        SELECT site, kind, subject, severity, text_en, text_zh, raised_at, cleared_at FROM alarm
        WHERE site = ? ORDER BY cleared_at IS NOT NULL, raised_at DESC, id DESC LIMIT ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setInt(2, SHOWN);
      return Rows.list(statement, AlarmStore::row);
    }
  }

  /** Kind and subject of the open alarms, joined by a colon. */
  Set<String> open(String site) throws SQLException {
    String sql = "SELECT kind || ':' || subject FROM alarm WHERE site = ? AND cleared_at IS NULL";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      return new HashSet<>(Rows.list(statement, rows -> rows.getString(1)));
    }
  }

  /** The sites for which alarms were raised, known or not. */
  List<String> sites() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT DISTINCT site FROM alarm")) {
      return Rows.list(statement, rows -> rows.getString(1));
    }
  }

  private static Alarm row(ResultSet rows) throws SQLException {
    long cleared = rows.getLong(8);
    boolean isOpen = rows.wasNull();
    return new Alarm(
        rows.getString(1),
        rows.getString(2),
        rows.getString(3),
        Alarm.Severity.valueOf(rows.getString(4)),
        rows.getString(5),
        rows.getString(6),
        Instant.ofEpochSecond(rows.getLong(7)),
        isOpen ? Optional.empty() : Optional.of(Instant.ofEpochSecond(cleared)));
  }
}
