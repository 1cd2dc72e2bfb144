package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Payload;

/** How long each machine was in each state, by local day. */
final class StateStore {

  private record Key(long start, String machine, String state) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparingLong(Key::start).thenComparing(Key::machine).thenComparing(Key::state);

  private final Connection connection;
  private final long site;
  private final LocalCut cut;
  private final Map<Key, Long> seconds = new TreeMap<>(ORDER);

  StateStore(Connection connection, long site, LocalCut cut) {
    this.connection = connection;
    this.site = site;
    this.cut = cut;
  }

  void add(long start, Payload.StateTime state) {
    Key key = new Key(cut.day(start), state.machine(), state.state());
    seconds.merge(key, state.seconds(), Math::addExact);
  }

  void flush() throws SQLException {
    String sql =
        """
        INSERT INTO state_day (site, start, machine, state, seconds) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds
        """;
    try (var statement = connection.prepareStatement(sql)) {
      for (Map.Entry<Key, Long> entry : seconds.entrySet()) {
        statement.setLong(1, site);
        statement.setLong(2, entry.getKey().start);
        statement.setString(3, entry.getKey().machine);
        statement.setString(4, entry.getKey().state);
        statement.setLong(5, entry.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
    seconds.clear();
  }

  /** Seconds of a day by machine, then state. */
  static Map<String, Map<String, Long>> load(Connection connection, long site, long dayStart)
      throws SQLException {
    String sql = "SELECT machine, state, seconds FROM state_day WHERE site = ? AND start = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, dayStart);
      try (var rows = statement.executeQuery()) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        while (rows.next()) {
          all.computeIfAbsent(rows.getString(1), machine -> new TreeMap<>())
              .put(rows.getString(2), rows.getLong(3));
        }
        return all;
      }
    }
  }
}
