package org.zerofactory.central.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.metering.Interval;

/** Alarms come when something is wrong and go when it is put right. */
final class AssessorTest {

  private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");

  @TempDir Path folder;
  private Instant now = START.plusSeconds(200_000);
  private Instant lastSeen = now;

  @Test
  void metersThatAgreeRaiseNothing() {
    JournalBuilder journal = journal(20_000, 30_000, 96 + 4);
    try (JournalStore store = open();
        Assessor assessor = assessor(store)) {
      apply(store, journal, assessor);

      assessor.assess();

      assertThat(store.reader().alarms("plant")).isEmpty();
    }
  }

  @Test
  void aDayWithAHoleIsNamedAndClearedWhenTheHoleIsClosed() {
    JournalBuilder journal = journal(20_000, 30_000, 50);
    continueAfterHole(journal);
    try (JournalStore store = open();
        Assessor assessor = assessor(store)) {
      apply(store, journal, assessor);
      assessor.assess();
      var before = store.reader().openAlarms("plant");
      for (String point : new String[] {TestSites.IMPORT, TestSites.EXPORT, TestSites.PV}) {
        journal.correct(START.plusSeconds(900 * 50), point, JournalBuilder.measured(50_000));
      }
      long size = journal.tip().sequence();
      store.apply(journal.batch(size - 2, size), new byte[0], BatchJudgement::of);
      assessor.changed(
          new JournalChange(
              "plant", size, Optional.of(new Interval(START, START.plusSeconds(86_400)))));

      assessor.assess();

      assertThat(before).containsExactly("gap:2025-06-01");
      assertThat(store.reader().openAlarms("plant")).isEmpty();
      assertThat(store.reader().alarms("plant").get(0).cleared()).isPresent();
    }
  }

  @Test
  void anAgentThatFallsSilentIsOfflineUntilItIsHeardOfAgain() {
    JournalBuilder journal = journal(20_000, 30_000, 4);
    try (JournalStore store = open();
        Assessor assessor = assessor(store)) {
      apply(store, journal, assessor);
      now = now.plusSeconds(3_600);
      assessor.assess();
      var silent = store.reader().openAlarms("plant");
      lastSeen = now;

      assessor.assess();

      assertThat(silent).containsExactly("offline:plant");
      assertThat(store.reader().openAlarms("plant")).isEmpty();
    }
  }

  private JournalStore open() {
    return JournalStore.open(folder, () -> now, BalanceSeries::of, change -> {});
  }

  private Assessor assessor(JournalStore store) {
    return new Assessor(
        new Evidence(
            store.reader()::sites,
            store.reader()::site,
            store.reader()::daySums,
            store.reader()::quarters,
            store.reader()::openAlarms,
            site -> Optional.of(lastSeen)),
        store::raise,
        store::clear,
        () -> now);
  }

  private static void apply(JournalStore store, JournalBuilder journal, Assessor assessor) {
    long size = journal.tip().sequence();
    store.apply(journal.batch(1, size), new byte[0], BatchJudgement::of);
    Interval all = new Interval(START, START.plusSeconds(900L * size));
    assessor.changed(new JournalChange("plant", size, Optional.of(all)));
  }

  private static JournalBuilder journal(long oven, long press, int quarters) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < quarters; i++) {
      journal.quarter(START.plusSeconds(900L * i), amounts(oven, press));
    }
    return journal;
  }

  /** Leaves out quarter hour 50 and goes on into the next day. */
  private static void continueAfterHole(JournalBuilder journal) {
    for (int i = 51; i < 100; i++) {
      journal.quarter(START.plusSeconds(900L * i), amounts(20_000, 30_000));
    }
  }

  private static Map<String, Long> amounts(long oven, long press) {
    return Map.of(
        TestSites.IMPORT, 50_000L,
        TestSites.EXPORT, 0L,
        TestSites.PV, 50_000L,
        TestSites.FEEDER, 50_000L,
        TestSites.OVEN, oven,
        TestSites.PRESS, press);
  }
}
