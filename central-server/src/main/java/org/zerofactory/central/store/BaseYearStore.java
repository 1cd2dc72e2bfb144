package org.zerofactory.central.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.zerofactory.domain.ledger.BaseYearChoice;
import org.zerofactory.domain.ledger.Person;

/** The table of the base years that sites chose; what was chosen before is in the audit trail. */
final class BaseYearStore {

  private final Connection connection;

  BaseYearStore(Connection connection) {
    this.connection = connection;
  }

  Optional<BaseYearChoice> find(String site) throws SQLException {
    String sql = "SELECT year, threshold_percent, reason FROM base_year WHERE site = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new BaseYearChoice(
                    rows.getInt(1), new BigDecimal(rows.getString(2)), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  void save(String site, BaseYearChoice choice, Person person, Instant at) throws SQLException {
    String sql =
        """
        REPLACE INTO base_year (site, year, threshold_percent, reason, set_by, set_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setInt(2, choice.year());
      statement.setString(3, choice.thresholdPercent().toPlainString());
      statement.setString(4, choice.reason());
      statement.setString(5, person.name());
      statement.setLong(6, at.toEpochMilli());
      statement.executeUpdate();
    }
  }
}
