package org.zerofactory.central.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.MerkleFrontier;
import org.zerofactory.domain.journal.SiteDescriptions;
import org.zerofactory.domain.journal.VerificationKey;
import org.zerofactory.domain.metering.Interval;

/** The table of sites and that of approved keys. */
final class SiteStore {

  private final Connection connection;

  SiteStore(Connection connection) {
    this.connection = connection;
  }

  Optional<SiteRow> find(String name) throws SQLException {
    String sql =
        """
        SELECT id, epoch, agent_key, agent_store, sequence, hash, peaks, checkpoint, description,
               series, first_start, last_end
        FROM site WHERE name = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(row(rows)) : Optional.empty();
      }
    }
  }

  OptionalLong id(String name) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT id FROM site WHERE name = ?")) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  Optional<Instant> appliedAt(String name) throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT applied_at FROM site WHERE name = ?")) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(Instant.ofEpochSecond(rows.getLong(1))) : Optional.empty();
      }
    }
  }

  List<String> names() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT name FROM site ORDER BY name")) {
      return Rows.list(statement, rows -> rows.getString(1));
    }
  }

  /** Inserts or replaces everything but the id. */
  void save(String name, SiteRow site, Instant appliedAt) throws SQLException {
    String sql =
        """
        INSERT INTO site (epoch, agent_key, agent_store, sequence, hash, peaks, checkpoint,
                          description, series, first_start, last_end, applied_at, name)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET epoch = excluded.epoch, agent_key = excluded.agent_key,
          agent_store = excluded.agent_store, sequence = excluded.sequence, hash = excluded.hash,
          peaks = excluded.peaks, checkpoint = excluded.checkpoint,
          description = excluded.description, series = excluded.series,
          first_start = excluded.first_start, last_end = excluded.last_end,
          applied_at = excluded.applied_at
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site.epoch());
      statement.setBytes(2, site.key().raw());
      statement.setString(3, site.agentStore());
      statement.setLong(4, site.tip().sequence());
      statement.setBytes(5, site.tip().hash().bytes());
      statement.setBytes(6, peaks(site.tip().frontier()));
      statement.setString(7, site.checkpoint());
      statement.setString(8, SiteDescriptions.write(site.description()));
      statement.setString(9, series(site.series()));
      setInstant(statement, 10, site.dataRange().map(Interval::start));
      setInstant(statement, 11, site.dataRange().map(Interval::end));
      statement.setLong(12, appliedAt.getEpochSecond());
      statement.setString(13, name);
      statement.executeUpdate();
    }
  }

  List<String> approvedKeys(String site) throws SQLException {
    String sql = "SELECT fingerprint FROM approved_key WHERE site = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      return Rows.list(statement, rows -> rows.getString(1));
    }
  }

  void approve(String site, String fingerprint, Instant at) throws SQLException {
    String sql = "REPLACE INTO approved_key (site, fingerprint, approved_at) VALUES (?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setString(2, fingerprint);
      statement.setLong(3, at.getEpochSecond());
      statement.executeUpdate();
    }
  }

  private static SiteRow row(ResultSet rows) throws SQLException {
    long sequence = rows.getLong(5);
    MerkleFrontier frontier = new MerkleFrontier(sequence, peaks(rows.getBytes(7)));
    Optional<Interval> range =
        rows.getObject(11) == null
            ? Optional.empty()
            : Optional.of(
                new Interval(
                    Instant.ofEpochSecond(rows.getLong(11)),
                    Instant.ofEpochSecond(rows.getLong(12))));
    return new SiteRow(
        rows.getLong(1),
        rows.getLong(2),
        VerificationKey.ofRaw(rows.getBytes(3)),
        rows.getString(4),
        new JournalTip(sequence, Hash.ofBytes(rows.getBytes(6)), frontier),
        rows.getString(8),
        SiteDescriptions.read(rows.getString(9)),
        series(rows.getString(10)),
        range);
  }

  private static byte[] peaks(MerkleFrontier frontier) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    frontier.peaks().forEach(peak -> bytes.writeBytes(peak.bytes()));
    return bytes.toByteArray();
  }

  private static List<Hash> peaks(byte[] bytes) {
    List<Hash> peaks = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += Hash.LENGTH) {
      peaks.add(Hash.ofBytes(Arrays.copyOfRange(bytes, i, i + Hash.LENGTH)));
    }
    return peaks;
  }

  /** One line a point, in order: readable, and equal exactly when the mapping is. */
  private static String series(Map<String, BalanceSeries> series) {
    return new TreeMap<>(series)
        .entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, BalanceSeries> series(String text) {
    Map<String, BalanceSeries> series = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              series.put(
                  line.substring(space + 1), BalanceSeries.valueOf(line.substring(0, space)));
            });
    return series;
  }

  private static void setInstant(PreparedStatement statement, int index, Optional<Instant> instant)
      throws SQLException {
    if (instant.isPresent()) {
      statement.setLong(index, instant.get().getEpochSecond());
    } else {
      statement.setNull(index, java.sql.Types.INTEGER);
    }
  }
}
