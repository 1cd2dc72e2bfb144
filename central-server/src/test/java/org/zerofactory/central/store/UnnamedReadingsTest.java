package org.zerofactory.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.SiteDescription;

/** What blocks do not say is not known; and long lines do not fill the memory. */
final class UnnamedReadingsTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final Interval DAY = new Interval(START, START.plusSeconds(86_400));

  @TempDir Path folder;

  @Test
  void aCorrectionOfAQuarterThatWasNeverSealedLeavesItsOtherMetersUnknown() {
    JournalBuilder journal = journal(2);
    journal.correct(START.plusSeconds(9_000), TestSites.IMPORT, JournalBuilder.measured(3));
    try (JournalStore store = open()) {
      apply(store, journal);

      QuarterHourBalance late = store.reader().quarters("plant", DAY).get(2);

      assertThat(late.gridImport()).hasValue(3);
      assertThat(late.production()).isEmpty();
      assertThat(late.quality()).isEqualTo(Flag.MISSING);
    }
  }

  @Test
  void aNewMeterIsExpectedFromItsDescriptionOnAndNotBefore() {
    SiteDescription wide = TestSites.wide("plant", 1);
    JournalBuilder journal = journal(2);
    journal.describe(wide);
    journal.quarter(START.plusSeconds(1_800), Map.of(TestSites.IMPORT, 1L));
    try (JournalStore store = open()) {
      apply(store, journal);
      String before = Tables.derived(folder);

      store.rebuild("plant");

      assertThat(Tables.derived(folder)).isEqualTo(before);
      Interval day = new Interval(START.minusSeconds(8 * 3600), START.plusSeconds(16 * 3600));
      assertThat(store.reader().daySum("plant", "load-0/energy-import", day).missing())
          .isEqualTo(1);
    }
  }

  @Test
  void longLinesAreReadAFewAtATime() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < 6; i++) {
      journal.event("e".repeat(1 << 20), START);
    }
    try (JournalStore store = open()) {
      apply(store, journal);

      assertThat(store.reader().lines("plant", 1, 100)).hasSize(5);
      assertThat(store.reader().lines("plant", 6, 100)).hasSize(2);
      store.rebuild("plant");
      assertThat(store.reader().lines("plant", 7, 100)).hasSize(1);
    }
  }

  private JournalStore open() {
    return JournalStore.open(folder, () -> START, BalanceSeries::of, change -> {});
  }

  private static void apply(JournalStore store, JournalBuilder journal) {
    BatchVerdict verdict =
        store.apply(journal.batch(1, journal.tip().sequence()), new byte[] {1}, BatchJudgement::of);
    assertThat(verdict).isInstanceOf(BatchVerdict.Accepted.class);
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
