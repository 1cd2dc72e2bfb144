package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.MachineState;

/**
 * Seconds by machine and state in each quarter hour. One text a quarter hour instead of a row for
 * each machine and state: a year of a plant is read in blocks and would be a million rows.
 */
final class QuarterStates {

  private final Connection connection;
  private final long site;
  private final Map<Long, Map<String, Map<MachineState, Long>>> waiting = new TreeMap<>();

  QuarterStates(Connection connection, long site) {
    this.connection = connection;
    this.site = site;
  }

  /** Adds a state; words that are no state of ours are left out, as time in no known state. */
  void add(long start, Payload.StateTime state) {
    boolean isMachineId = state.machine().indexOf(';') < 0;
    word(state.state())
        .filter(known -> isMachineId)
        .ifPresent(
            known ->
                waiting
                    .computeIfAbsent(start, none -> new TreeMap<>())
                    .computeIfAbsent(state.machine(), none -> new EnumMap<>(MachineState.class))
                    .merge(known, state.seconds(), Math::addExact));
  }

  private static Optional<MachineState> word(String word) {
    for (MachineState state : MachineState.values()) {
      if (state.name().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  void flush() throws SQLException {
    String sql = "REPLACE INTO state_quarter (site, start, states) VALUES (?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      for (var quarter : waiting.entrySet()) {
        statement.setLong(1, site);
        statement.setLong(2, quarter.getKey());
        statement.setString(3, text(quarter.getValue()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
    waiting.clear();
  }

  /** States by quarter hour and machine. */
  static Map<Instant, Map<String, Map<MachineState, Long>>> load(
      Connection connection, long site, long from, long to) throws SQLException {
    String sql =
        "SELECT start, states FROM state_quarter WHERE site = ? AND start >= ? AND start < ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, from);
      statement.setLong(3, to);
      Map<Instant, Map<String, Map<MachineState, Long>>> all = new HashMap<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          all.put(Instant.ofEpochSecond(rows.getLong(1)), states(rows.getString(2)));
        }
      }
      return all;
    }
  }

  /** Whether there are states by day and none by quarter hour, as before there was this table. */
  static boolean isBehind(Connection connection, long site) throws SQLException {
    String sql =
        """
        SELECT EXISTS (SELECT 1 FROM state_day WHERE site = ?)
          AND NOT EXISTS (SELECT 1 FROM state_quarter WHERE site = ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, site);
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  static String text(Map<String, Map<MachineState, Long>> states) {
    StringBuilder text = new StringBuilder();
    for (var machine : states.entrySet()) {
      text.append(text.isEmpty() ? "" : ";").append(machine.getKey());
      char separator = ':';
      for (var state : machine.getValue().entrySet()) {
        text.append(separator).append(state.getKey().code()).append('=').append(state.getValue());
        separator = ',';
      }
    }
    return text.toString();
  }

  static Map<String, Map<MachineState, Long>> states(String text) {
    Map<String, Map<MachineState, Long>> states = new HashMap<>();
    for (String machine : text.split(";")) {
      int colon = machine.lastIndexOf(':');
      Map<MachineState, Long> seconds = new EnumMap<>(MachineState.class);
      for (String state : machine.substring(colon + 1).split(",")) {
        MachineState word = MachineState.values()[state.charAt(0) - '0'];
        seconds.put(word, Long.parseLong(state, 2, state.length(), 10));
      }
      states.put(machine.substring(0, colon), seconds);
    }
    return states;
  }
}
