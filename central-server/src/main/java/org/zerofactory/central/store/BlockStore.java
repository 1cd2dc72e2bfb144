package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.SealedBlock;

/** The tables of blocks and checkpoints: what the journals said, byte by byte. */
final class BlockStore {

  /** More blocks than a site seals in 30 million years. */
  private static final int SEQUENCE_BITS = 40;

  /** Characters of lines read at once; a line itself is at most 8 MiB. */
  static final long LINES_CHARACTERS = 4 << 20;

  private final Connection connection;

  BlockStore(Connection connection) {
    this.connection = connection;
  }

  void save(long site, List<SealedBlock> blocks) throws SQLException {
    String sql = "INSERT INTO block (id, hash, line) VALUES (?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      for (SealedBlock block : blocks) {
        statement.setLong(1, id(site, block.block().sequence()));
        statement.setBytes(2, block.hash().bytes());
        statement.setString(3, block.line());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The hashes of the held blocks of a range, in order. */
  List<Hash> hashes(long site, long from, long to) throws SQLException {
    String sql = "SELECT hash FROM block WHERE id BETWEEN ? AND ? ORDER BY id";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id(site, from));
      statement.setLong(2, id(site, to));
      return Rows.list(statement, rows -> Hash.ofBytes(rows.getBytes(1)));
    }
  }

  /**
   * The first lines of a range as received, in order: at least one if there is any, and no further
   * ones beyond {@link #LINES_CHARACTERS}.
   */
  List<String> lines(long site, long from, long to) throws SQLException {
    String sql = "SELECT line FROM block WHERE id BETWEEN ? AND ? ORDER BY id";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id(site, from));
      statement.setLong(2, id(site, to));
      try (var rows = statement.executeQuery()) {
        List<String> lines = new ArrayList<>();
        long characters = 0;
        while (characters < LINES_CHARACTERS && rows.next()) {
          lines.add(rows.getString(1));
          characters += lines.get(lines.size() - 1).length();
        }
        return lines;
      }
    }
  }

  void saveCheckpoint(long site, long size, String note, Instant at) throws SQLException {
    String sql = "INSERT INTO checkpoint (site, size, note, received_at) VALUES (?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, size);
      statement.setString(3, note);
      statement.setLong(4, at.getEpochSecond());
      statement.executeUpdate();
    }
  }

  /** The smallest checkpoint that covers a sequence. */
  Optional<String> checkpoint(long site, long sequence) throws SQLException {
    String sql = "SELECT note FROM checkpoint WHERE site = ? AND size >= ? ORDER BY size LIMIT 1";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, site);
      statement.setLong(2, sequence);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  private static long id(long site, long sequence) {
    return (site << SEQUENCE_BITS) + sequence;
  }
}
