package org.zerofactory.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.MachineState;

final class QuarterStatesTest {

  private static final Instant START = Instant.parse("2025-06-02T02:00:00Z");
  private static final Interval HOUR = new Interval(START, START.plusSeconds(3600));

  @TempDir Path folder;

  @Test
  void statesAreWrittenAndReadBack() {
    Map<String, Map<MachineState, Long>> states =
        Map.of(
            "oven-1", Map.of(MachineState.RUNNING, 899L, MachineState.DOWN, 1L),
            "press", Map.of(MachineState.STOPPED, 900L));

    assertThat(QuarterStates.states(QuarterStates.text(states))).isEqualTo(states);
  }

  @Test
  void aDatabaseOfBeforeGetsItsStatesFromItsBlocks() throws Exception {
    Map<Instant, Map<String, Map<MachineState, Long>>> expected;
    try (JournalStore store = open()) {
      JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
      for (int quarter = 0; quarter < 3; quarter++) {
        journal.quarter(
            START.plusSeconds(900L * quarter),
            Map.of(TestSites.OVEN, JournalBuilder.measured(5)),
            List.of(
                new Payload.StateTime("oven", "RUNNING", 600 + quarter),
                new Payload.StateTime("oven", "SETUP", 100)));
      }
      store.apply(journal.batch(1, 4), new byte[0], BatchJudgement::of);
      expected = store.production().states("plant", HOUR);
    }
    String url = "jdbc:sqlite:" + folder.resolve(Database.FILE_NAME);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM state_quarter");
    }

    try (JournalStore store = open()) {
      assertThat(expected).hasSize(3);
      assertThat(expected.get(START))
          .extractingByKey("oven", InstanceOfAssertFactories.map(MachineState.class, Long.class))
          .containsEntry(MachineState.RUNNING, 600L);
      assertThat(store.production().states("plant", HOUR)).isEqualTo(expected);
    }
  }

  private JournalStore open() {
    return JournalStore.open(folder, InstantSource.fixed(START), site -> Map.of(), change -> {});
  }
}
