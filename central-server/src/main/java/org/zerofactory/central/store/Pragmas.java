package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Asserts what an acknowledgement promises: {@code synchronous} belongs to a connection, not to the
 * file, and anything but FULL may lose acknowledged blocks when the power fails.
 */
final class Pragmas {

  private static final Map<String, String> EXPECTED =
      Map.of("journal_mode", "wal", "synchronous", "2", "foreign_keys", "1");

  private Pragmas() {}

  /**
   * @throws StoreException if a pragma has another value
   */
  static void check(Connection connection) throws SQLException {
    for (Map.Entry<String, String> pragma : EXPECTED.entrySet()) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("PRAGMA " + pragma.getKey())) {
        String value = rows.getString(1);
        if (!value.equals(pragma.getValue())) {
          throw new StoreException(
              "expected PRAGMA "
                  + pragma.getKey()
                  + " = "
                  + pragma.getValue()
                  + ", found "
                  + value);
        }
      }
    }
  }
}
