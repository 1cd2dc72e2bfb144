package org.zerofactory.edge.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.MerkleFrontier;

/** Named values beside the blocks; written in the caller's transaction. */
record JournalMeta(Connection connection) {

  String loadOrMakeStoreId() throws SQLException {
    Optional<byte[]> known = get("store");
    if (known.isPresent()) {
      return HexFormat.of().formatHex(known.get());
    }
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    put("store", random);
    return HexFormat.of().formatHex(random);
  }

  void put(String name, byte[] value) throws SQLException {
    String sql = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setBytes(2, value);
      statement.executeUpdate();
    }
  }

  Optional<byte[]> get(String name) throws SQLException {
    String sql = "SELECT value FROM meta WHERE name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  static byte[] frontierBytes(MerkleFrontier frontier) {
    int size = frontier.peaks().size();
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + size * Hash.LENGTH);
    buffer.putLong(frontier.size());
    frontier.peaks().forEach(peak -> buffer.put(peak.bytes()));
    return buffer.array();
  }

  static MerkleFrontier frontier(byte[] bytes) {
    if (bytes.length < Long.BYTES) {
      return MerkleFrontier.EMPTY;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long size = buffer.getLong();
    List<Hash> peaks = new ArrayList<>();
    while (buffer.remaining() >= Hash.LENGTH) {
      byte[] hash = new byte[Hash.LENGTH];
      buffer.get(hash);
      peaks.add(Hash.ofBytes(hash));
    }
    return new MerkleFrontier(size, peaks);
  }
}
