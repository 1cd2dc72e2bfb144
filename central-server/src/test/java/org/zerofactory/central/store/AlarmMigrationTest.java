package org.zerofactory.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.AlarmQuery;
import org.zerofactory.domain.fleet.WasteSum;

final class AlarmMigrationTest {

  @TempDir Path folder;

  @Test
  void alarmsOfAnOlderServerKeepTheirRowsAndGetAnEmptyLife() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("central.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:migrations")
        .target("1")
        .load()
        .migrate();
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO alarm VALUES (7, 'plant', 'gap', 'day', 'WARNING', 'en', 'zh', 100, NULL)");
      statement.execute(
          "INSERT INTO alarm VALUES (8, 'plant', 'balance', 'x', 'WARNING', 'en', 'zh', 90, NULL)");
    }

    try (JournalStore store =
        JournalStore.open(folder, () -> Instant.EPOCH, BalanceSeries::of, change -> {})) {
      var cases = store.reader().alarmCases("plant", AlarmQuery.ALL);

      assertThat(cases).extracting(AlarmCase::number).containsExactly(7L, 8L);
      assertThat(cases.get(0).waste()).isEqualTo(WasteSum.NONE);
      assertThat(cases.get(0).ruleVersion()).isEmpty();
      assertThat(cases.get(0).alarm().cleared()).isEmpty();
      assertThat(cases.get(1).alarm().cleared()).contains(Instant.ofEpochSecond(90));
    }
  }
}
