package org.zerofactory.central.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a query whose parameters are set, and reads all of its rows. */
final class Rows {

  /** Reads the row at which the result stands. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private Rows() {}

  /** The rows in the order of the query; its limit is the caller's. */
  static <T> List<T> list(PreparedStatement statement, Reader<T> reader) throws SQLException {
    try (var rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    }
  }
}
