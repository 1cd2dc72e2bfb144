package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.Document;
import org.zerofactory.domain.ledger.DocumentType;
import org.zerofactory.domain.ledger.Person;

/** The table of documents, by the hash of their bytes. */
final class DocumentStore {

  private final Connection connection;

  DocumentStore(Connection connection) {
    this.connection = connection;
  }

  Optional<Document> find(Hash hash) throws SQLException {
    String sql =
        """
        SELECT media_type, length(bytes), stored_by, stored_at FROM document WHERE sha256 = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, hash.bytes());
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Document(
                    hash,
                    DocumentType.of(rows.getString(1)).orElseThrow(),
                    rows.getLong(2),
                    new Person(rows.getString(3)),
                    Instant.ofEpochMilli(rows.getLong(4))))
            : Optional.empty();
      }
    }
  }

  Optional<byte[]> bytes(Hash hash) throws SQLException {
    String sql = "SELECT bytes FROM document WHERE sha256 = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, hash.bytes());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  void insert(Document document, byte[] bytes) throws SQLException {
    String sql =
        """
        INSERT INTO document (sha256, media_type, stored_at, stored_by, bytes)
        VALUES (?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, document.hash().bytes());
      statement.setString(2, document.type().mediaType());
      statement.setLong(3, document.storedAt().toEpochMilli());
      statement.setString(4, document.storedBy().name());
      statement.setBytes(5, bytes);
      statement.executeUpdate();
    }
  }
}
