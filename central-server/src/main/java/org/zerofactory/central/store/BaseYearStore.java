package org.zerofactory.central.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.zerofactory.domain.ledger.BaseYearChoice;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.Person;

/** The table of the base years that owners chose; what was chosen before is in the audit trail. */
final class BaseYearStore {

  private final Connection connection;
  private final OwnerTable table;

  BaseYearStore(Connection connection, InventoryOwner.Kind kind) {
    this.connection = connection;
    this.table = new OwnerTable(kind, "base_year");
  }

  Optional<BaseYearChoice> find(String owner) throws SQLException {
    String sql = "SELECT year, threshold_percent, reason FROM {table} WHERE {owner} = ?";
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, owner);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new BaseYearChoice(
                    rows.getInt(1), new BigDecimal(rows.getString(2)), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  void save(String owner, BaseYearChoice choice, Person person, Instant at) throws SQLException {
    String sql =
        """
        REPLACE INTO {table} ({owner}, year, threshold_percent, reason, set_by, set_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, owner);
      statement.setInt(2, choice.year());
      statement.setString(3, choice.thresholdPercent().toPlainString());
      statement.setString(4, choice.reason());
      statement.setString(5, person.name());
      statement.setLong(6, at.toEpochMilli());
      statement.executeUpdate();
    }
  }
}
