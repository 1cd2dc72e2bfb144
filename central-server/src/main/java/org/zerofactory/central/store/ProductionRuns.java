package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.product.ProductionRun;

/** The table of the production log. */
final class ProductionRuns {

  private static final String COLUMNS =
      "SELECT id, production_order, product, equipment, start, finish, good, scrap"
          + " FROM production_run ";

  private final Connection connection;
  private final long site;

  ProductionRuns(Connection connection, long site) {
    this.connection = connection;
    this.site = site;
  }

  void add(List<ProductionRun> runs, String person, Instant now) throws SQLException {
    String sql =
        """
        INSERT INTO production_run (site, id, production_order, product, equipment, start, finish,
          good, scrap, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      for (ProductionRun run : runs) {
        statement.setLong(1, site);
        statement.setString(2, run.id());
        statement.setString(3, run.order());
        statement.setString(4, run.product());
        statement.setString(5, run.equipment());
        statement.setLong(6, run.from().getEpochSecond());
        statement.setLong(7, run.to().getEpochSecond());
        statement.setLong(8, run.good());
        statement.setLong(9, run.scrap());
        statement.setString(10, person);
        statement.setLong(11, now.getEpochSecond());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The runs that touch a time, in order. A run is 31 days long at most. */
  List<ProductionRun> touching(long from, long to) throws SQLException {
    String sql =
        COLUMNS + "WHERE site = ? AND start >= ? AND start < ? AND finish > ? ORDER BY start, id";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, from - ProductionRun.LONGEST.toSeconds());
      statement.setLong(3, to);
      statement.setLong(4, from);
      return Rows.list(statement, ProductionRuns::run);
    }
  }

  List<ProductionRun> ofOrder(String order) throws SQLException {
    String sql = COLUMNS + "WHERE site = ? AND production_order = ? ORDER BY start, id";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setString(2, order);
      return Rows.list(statement, ProductionRuns::run);
    }
  }

  Optional<ProductionRun> find(String id) throws SQLException {
    String sql = COLUMNS + "WHERE site = ? AND id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setString(2, id);
      return Rows.list(statement, ProductionRuns::run).stream().findFirst();
    }
  }

  private static ProductionRun run(ResultSet rows) throws SQLException {
    return new ProductionRun(
        rows.getString(1),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        Instant.ofEpochSecond(rows.getLong(5)),
        Instant.ofEpochSecond(rows.getLong(6)),
        rows.getLong(7),
        rows.getLong(8));
  }
}
