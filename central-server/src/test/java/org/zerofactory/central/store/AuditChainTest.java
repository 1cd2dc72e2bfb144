package org.zerofactory.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.Person;

final class AuditChainTest {

  private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

  @TempDir Path folder;
  private JournalStore store;

  @BeforeEach
  void open() {
    store = JournalStore.open(folder, () -> NOW, site -> Map.of(), change -> {});
    append(1_000);
  }

  @AfterEach
  void close() {
    store.close();
  }

  // 1,000 the first time; then the last verified one and what is new
  @Test
  void recordsAreReadOnce() {
    AuditChain chain = new AuditChain();

    assertThat(fault(chain)).isEmpty();
    assertThat(chain.read()).isEqualTo(1_000);
    assertThat(fault(chain)).isEmpty();
    assertThat(chain.read()).isEqualTo(1_001);
    append(2);
    assertThat(fault(chain)).isEmpty();
    assertThat(chain.read()).isEqualTo(1_004);
  }

  @Test
  void aBrokenNewRecordIsFoundEachTimeThatItIsAskedFor() throws SQLException {
    AuditChain chain = new AuditChain();
    assertThat(fault(chain)).isEmpty();
    append(3);
    tamper("UPDATE audit SET line = replace(line, 'wang.li', 'chen.mei') WHERE sequence = 1002");

    assertThat(fault(chain)).contains("record 1002: its hash is not that of its line");
    assertThat(fault(chain)).contains("record 1002: its hash is not that of its line");
    assertThat(store.reader().read(AuditStore::fault))
        .contains("record 1002: its hash is not that of its line");
  }

  @Test
  void aTrailThatWasCutIsFound() throws SQLException {
    AuditChain chain = new AuditChain();
    assertThat(fault(chain)).isEmpty();

    tamper("DELETE FROM audit WHERE sequence > 900");

    assertThat(fault(chain).orElse("")).startsWith("expected record 1000 with hash");
  }

  private Optional<String> fault(AuditChain chain) {
    return store.reader().read(chain::fault);
  }

  private void append(int records) {
    store.write(
        connection -> {
          AuditStore audit = new AuditStore(connection);
          for (int i = 0; i < records; i++) {
            audit.append(
                new AuditRecord.Step(
                    new Person("wang.li"), Optional.empty(), "tested", "it", Json.NULL, Json.NULL),
                NOW);
          }
          return records;
        });
  }

  /** As a hand on the database would, past its triggers. */
  private void tamper(String sql) throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("central.db");
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER audit_no_update");
      statement.executeUpdate("DROP TRIGGER audit_no_delete");
      statement.executeUpdate(sql);
    }
  }
}
