package org.zerofactory.central.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/** All derived rows of a database as text, so that two databases can be compared. */
final class Tables {

  private static final List<String> DERIVED =
      List.of(
          "SELECT start, p.name, amount, flag, register FROM interval_reading r"
              + " JOIN point p ON p.id = r.point ORDER BY start, p.name",
          "SELECT start, p.name, hex(amounts) FROM day_profile r"
              + " JOIN point p ON p.id = r.point ORDER BY start, p.name",
          rollup("day_reading"),
          rollup("month_reading"),
          "SELECT * FROM quarter_balance ORDER BY site, start",
          "SELECT * FROM state_day ORDER BY site, start, machine, state",
          "SELECT * FROM state_quarter ORDER BY site, start");

  private Tables() {}

  private static String rollup(String table) {
    return "SELECT start, p.name, amount, estimated_amount, measured, estimated, integrated, reset,"
        + " missing FROM "
        + table
        + " r JOIN point p ON p.id = r.point ORDER BY start, p.name";
  }

  static String derived(Path folder) {
    StringBuilder text = new StringBuilder();
    DERIVED.forEach(sql -> text.append(rows(folder, sql)).append('\n'));
    return text.toString();
  }

  /** The rows of a query, one a line. */
  static String rows(Path folder, String sql) {
    String url = "jdbc:sqlite:" + folder.resolve(Database.FILE_NAME);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      StringBuilder text = new StringBuilder();
      while (rows.next()) {
        var cells = new TreeMap<Integer, String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.put(i, String.valueOf(rows.getString(i)));
        }
        text.append(String.join("|", cells.values())).append('\n');
      }
      return text.toString();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
