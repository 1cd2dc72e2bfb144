package org.zerofactory.central.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.SiteDescription;

/** What the store promises to those who hand it batches. */
final class JournalStoreTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final Interval DAY = new Interval(START, START.plusSeconds(86_400));

  @TempDir Path folder;

  @Test
  void rollUpsAreTheSumsOfTheirQuarterHours() {
    try (JournalStore store = open()) {
      apply(store, journal(96));
    }

    // the first quarter hour begins at 08:00 in Shanghai: 64 until midnight, then 32
    assertThat(point("day_reading", TestSites.IMPORT))
        .isEqualTo("1748707200|66016|0|64\n1748793600|34544|0|32\n");
    assertThat(point("month_reading", TestSites.IMPORT)).isEqualTo("1748707200|100560|0|96\n");
  }

  @Test
  void aCorrectionReplacesTheReadingInEveryRollUpAndInTheBalance() {
    JournalBuilder journal = journal(8);
    journal.correct(
        START.plusSeconds(900), TestSites.IMPORT, JournalBuilder.flagged(5_000, Flag.ESTIMATED));
    try (JournalStore store = open()) {
      apply(store, journal);

      List<QuarterHourBalance> quarters = store.reader().quarters("plant", DAY);

      assertThat(quarters.get(1).gridImport()).isEqualTo(OptionalLong.of(5_000));
      assertThat(quarters.get(1).quality()).isEqualTo(Flag.ESTIMATED);
      assertThat(quarters.get(2).quality()).isEqualTo(Flag.MEASURED);
    }
    // 8 readings of 1000 to 1007 Wh, the second one replaced: 8028 - 1001 + 5000
    assertThat(point("month_reading", TestSites.IMPORT)).contains("|12027|5000|7");
  }

  @Test
  void aMissingMeterMakesTheQuarterUnknownUntilItIsCorrected() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    journal.quarter(
        START,
        Map.of(
            TestSites.IMPORT, JournalBuilder.measured(100),
            TestSites.EXPORT, JournalBuilder.measured(0),
            TestSites.PV, IntervalReading.MISSING),
        List.of());
    try (JournalStore store = open()) {
      apply(store, journal);
      QuarterHourBalance before = store.reader().quarters("plant", DAY).get(0);
      journal.correct(START, TestSites.PV, JournalBuilder.flagged(40, Flag.ESTIMATED));
      long size = journal.tip().sequence();

      store.apply(journal.batch(size, size), new byte[0], BatchJudgement::of);

      QuarterHourBalance after = store.reader().quarters("plant", DAY).get(0);
      assertThat(before.production()).isEmpty();
      assertThat(before.balance()).isEmpty();
      assertThat(before.quality()).isEqualTo(Flag.MISSING);
      assertThat(after.balance().orElseThrow().load().wattHours()).isEqualTo(140);
    }
  }

  @Test
  void aRebuildGivesIdenticalRows() {
    JournalBuilder journal = journal(300);
    journal.correct(START.plusSeconds(9_000), TestSites.PV, JournalBuilder.flagged(1, Flag.RESET));
    journal.correct(START.plusSeconds(9_000), TestSites.PV, JournalBuilder.measured(77));
    journal.correct(START.minusSeconds(900), TestSites.PV, JournalBuilder.measured(3));
    try (JournalStore store = open()) {
      apply(store, journal);
      String before = Tables.derived(folder);

      store.rebuild("plant");

      assertThat(Tables.derived(folder)).isEqualTo(before).hasSizeGreaterThan(10_000);
    }
  }

  @Test
  void aNewTimeZoneCutsAllDaysAnew() {
    JournalBuilder journal = journal(192);
    try (JournalStore store = open()) {
      apply(store, journal);
      journal.describe(TestSites.site("plant", "Europe/Berlin"));
      long size = journal.tip().sequence();

      store.apply(journal.batch(size, size), new byte[0], BatchJudgement::of);

      // midnight in Berlin is 22:00 UTC in summer, in Shanghai 16:00 UTC
      assertThat(point("day_reading", TestSites.IMPORT)).startsWith("1748728800|");
    }
  }

  @Test
  void aBalanceThatRestsOnOtherPointsIsMadeAnewOnStart() {
    JournalBuilder journal = journal(4);
    try (JournalStore store = open()) {
      apply(store, journal);
    }

    try (JournalStore store =
        JournalStore.open(
            folder,
            () -> START,
            site -> Map.of(TestSites.PV, BalanceSeries.GRID_IMPORT),
            change -> {})) {
      QuarterHourBalance quarter = store.reader().quarters("plant", DAY).get(0);

      assertThat(quarter.gridImport()).isEqualTo(OptionalLong.of(500));
      assertThat(quarter.production()).isEqualTo(OptionalLong.of(0));
    }
  }

  @Test
  void aJudgeThatFailsLeavesNothingBehind() {
    JournalBuilder journal = journal(4);
    try (JournalStore store = open()) {
      assertThatThrownBy(
              () ->
                  store.apply(
                      journal.batch(1, 5),
                      new byte[0],
                      (state, batch) -> {
                        throw new IllegalStateException("no judgement");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(store.reader().sites()).isEmpty();
      apply(store, journal);
      assertThat(store.reader().site("plant").orElseThrow().sequence()).isEqualTo(5);
    }
  }

  @Test
  void whoListensIsToldWhatChangedAfterTheCommit() {
    List<JournalChange> changes = new ArrayList<>();
    JournalBuilder journal = journal(8);
    try (JournalStore store =
        JournalStore.open(folder, () -> START, BalanceSeries::of, changes::add)) {
      store.apply(journal.batch(1, 5), new byte[0], BatchJudgement::of);
      store.apply(journal.batch(6, 9), new byte[0], BatchJudgement::of);
      store.apply(journal.batch(6, 9), new byte[0], BatchJudgement::of);
    }

    assertThat(changes).extracting(JournalChange::sequence).containsExactly(5L, 9L);
    assertThat(changes.get(1).touched().orElseThrow().start())
        .isEqualTo(START.plusSeconds(4 * 900));
  }

  @Test
  void quarantineKeepsTheBytesOnceAndIsBounded() {
    JournalBuilder journal = journal(4);
    try (JournalStore store = open()) {
      for (int i = 0; i < 30; i++) {
        byte[] bytes = {(byte) (i / 2)};
        store.apply(
            journal.batch(1, 5), bytes, (state, batch) -> new BatchVerdict.UnknownKey("ab"));
      }
      for (int i = 50; i < 100; i++) {
        store.apply(
            journal.batch(1, 5),
            new byte[] {(byte) i},
            (state, batch) -> new BatchVerdict.Fork(1, "a".repeat(64), "b".repeat(64)));
      }

      assertThat(store.reader().quarantined("plant")).isEqualTo(QuarantineStore.LIMIT);
      assertThat(store.reader().openAlarms("plant"))
          .containsExactlyInAnyOrder("unknown-key:ab", "fork:block-1");
    }
  }

  @Test
  void machineStatesAreSummedByLocalDay() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    journal.quarter(START, Map.of(), List.of(state("IDLE", 300), state("RUNNING", 600)));
    journal.quarter(START.plusSeconds(900), Map.of(), List.of(state("RUNNING", 900)));
    try (JournalStore store = open()) {
      apply(store, journal);

      assertThat(store.reader().machineStates("plant", Instant.parse("2025-05-31T16:00:00Z")))
          .isEqualTo(Map.of("oven", Map.of("IDLE", 300L, "RUNNING", 1500L)));
    }
  }

  @Test
  void aDatabaseThatIsNoneIsRefused() throws Exception {
    java.nio.file.Files.writeString(folder.resolve(Database.FILE_NAME), "x".repeat(40_000));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aConnectionThatMightLoseCommitsIsNotUsed() throws Exception {
    try (var connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("other.db"))) {
      assertThatThrownBy(() -> Pragmas.check(connection))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("expected PRAGMA");
    }
  }

  private JournalStore open() {
    return JournalStore.open(folder, () -> START, JournalStoreTest::series, change -> {});
  }

  private static Map<String, BalanceSeries> series(SiteDescription site) {
    return BalanceSeries.of(site, BalanceSeries.shiftsOf(site));
  }

  private static void apply(JournalStore store, JournalBuilder journal) {
    BatchVerdict verdict =
        store.apply(journal.batch(1, journal.tip().sequence()), new byte[] {1}, BatchJudgement::of);
    assertThat(verdict).isInstanceOf(BatchVerdict.Accepted.class);
  }

  private String point(String table, String point) {
    return Tables.rows(
        folder,
        "SELECT start, amount, estimated_amount, measured FROM "
            + table
            + " r JOIN point p ON p.id = r.point WHERE p.name = '"
            + point
            + "' ORDER BY start");
  }

  private static Payload.StateTime state(String state, long seconds) {
    return new Payload.StateTime("oven", state, seconds);
  }

  private static JournalBuilder journal(int quarters) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < quarters; i++) {
      journal.quarter(
          START.plusSeconds(900L * i),
          Map.of(TestSites.IMPORT, 1000L + i, TestSites.EXPORT, 0L, TestSites.PV, 500L));
    }
    return journal;
  }
}
