package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.AuditRecord;

/**
 * Verifies the audit trail's chain once, and from then on only what was added. Records that were
 * verified are not read again by this instance: triggers of the database refuse to change them, and
 * {@code zerofactory server check} reads them all. Safe for use by many threads.
 */
final class AuditChain {

  private long last;
  private Hash hash = Hash.ZERO;
  private long read;

  /** Where the chain breaks first; empty if it holds up to its last record. */
  synchronized Optional<String> fault(Connection connection) throws SQLException {
    // the last verified one is read again: a trail that was cut or swapped does not pass
    String sql = "SELECT sequence, line, hash FROM audit WHERE sequence >= ? ORDER BY sequence";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, last);
      try (var rows = statement.executeQuery()) {
        if (last > 0) {
          read++;
          if (!rows.next() || !Hash.ofBytes(rows.getBytes(3)).equals(hash)) {
            return Optional.of("expected record " + last + " with hash " + hash.hex());
          }
        }
        while (rows.next()) {
          read++;
          Optional<String> fault = step(rows.getLong(1), rows.getString(2), rows.getBytes(3));
          if (fault.isPresent()) {
            return fault;
          }
        }
        return Optional.empty();
      }
    }
  }

  private Optional<String> step(long sequence, String line, byte[] held) {
    Hash own = AuditRecord.hash(line);
    if (sequence != last + 1) {
      return Optional.of("expected record " + (last + 1) + ", found " + sequence);
    }
    if (!own.equals(Hash.ofBytes(held))) {
      return Optional.of("record " + sequence + ": its hash is not that of its line");
    }
    if (!AuditRecord.previousOf(line).equals(hash)) {
      return Optional.of("record " + sequence + ": expected previous " + hash);
    }
    last = sequence;
    hash = own;
    return Optional.empty();
  }

  /** Records that were read so far. */
  synchronized long read() {
    return read;
  }
}
