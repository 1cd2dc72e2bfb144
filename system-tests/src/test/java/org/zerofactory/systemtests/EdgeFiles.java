package org.zerofactory.systemtests;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.metering.Sample;

/** Reads an agent's files beside it, the way a support engineer would with the sqlite3 tool. */
final class EdgeFiles {

  private final Path data;

  /**
   * @param data the agent's data folder
   */
  EdgeFiles(Path data) {
    this.data = data;
  }

  /** The journal's lines, in order. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    query(
        "journal.db",
        "SELECT line FROM block ORDER BY sequence",
        row -> lines.add(row.getString(1)));
    return lines;
  }

  List<Block> blocks() {
    return lines().stream().map(Block::parse).toList();
  }

  /** All samples kept, by time. */
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    query(
        "samples.db",
        """
        SELECT point.name, time_ms, delay_ms, value, status FROM sample
        JOIN point ON point.id = sample.point ORDER BY time_ms, point.name
        """,
        row -> {
          Instant time = Instant.ofEpochMilli(row.getLong(2));
          double value = row.getObject(4) == null ? Double.NaN : row.getDouble(4);
          samples.add(
              new Sample(
                  row.getString(1), time, time.plusMillis(row.getLong(3)), value, row.getLong(5)));
        });
    return samples;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String file, String sql, RowReader reader) {
    String url = "jdbc:sqlite:file:" + data.resolve(file) + "?mode=ro";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(data.resolve(file) + ": " + e.getMessage(), e);
    }
  }
}
