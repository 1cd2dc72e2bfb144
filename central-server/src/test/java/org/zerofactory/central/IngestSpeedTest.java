package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.receive.Receiver;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.metering.SiteDescription;

/** A year must come in fast enough that a new factory sees its pages within minutes. */
final class IngestSpeedTest {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final int POINTS = 66;
  private static final int PER_BATCH = 500;

  // 38,400 blocks may take 40 s of one core; a loaded build machine gets a margin of 3
  @Test
  void aMonthOfBlocksIsAppliedInItsShareOfAYearsTime(@TempDir Path folder) throws Exception {
    int blocks = Integer.getInteger("ingest.blocks", 2_500);
    SiteDescription site = TestSites.wide("plant", POINTS - 8);
    JournalBuilder journal = journal(site, blocks);
    byte[][] bodies = bodies(journal, blocks);
    long started = System.nanoTime();

    try (JournalStore store =
            JournalStore.open(folder, () -> START, BalanceSeries::of, change -> {});
        Receiver receiver =
            new Receiver((batch, raw) -> store.apply(batch, raw, BatchJudgement::of))) {
      for (byte[] body : bodies) {
        BatchVerdict verdict = receiver.receive("plant", body, true).get(60, TimeUnit.SECONDS);
        assertThat(verdict).isInstanceOf(BatchVerdict.Accepted.class);
      }
    }

    Duration took = Duration.ofNanos(System.nanoTime() - started);
    System.out.println("applied " + blocks + " blocks of " + POINTS + " readings in " + took);
    assertThat(took).isLessThan(Duration.ofMillis(5_000 + 3 * 40_000L * blocks / 38_400));
  }

  private static JournalBuilder journal(SiteDescription site, int blocks) {
    JournalBuilder journal = JournalBuilder.of(site);
    Map<String, Long> amounts = new HashMap<>();
    for (int i = 0; i < blocks; i++) {
      amounts.put(TestSites.IMPORT, 100_000L + i % 977);
      amounts.put(TestSites.EXPORT, (long) i % 31);
      amounts.put(TestSites.PV, 20_000L + i % 711);
      amounts.put(TestSites.FEEDER, 90_000L + i % 53);
      amounts.put(TestSites.OVEN, 40_000L + i % 17);
      amounts.put(TestSites.PRESS, 30_000L + i % 13);
      amounts.put(TestSites.PLAN, 41_000L);
      amounts.put(TestSites.GAS, 1_000L + i % 7);
      for (int load = 0; load < POINTS - 8; load++) {
        amounts.put("load-" + load + "/energy-import", 1_234_567L + (i * 31L + load) % 1009);
      }
      journal.quarter(START.plusSeconds(900L * i), amounts);
    }
    return journal;
  }

  private static byte[][] bodies(JournalBuilder journal, int blocks) {
    int count = (blocks + PER_BATCH) / PER_BATCH + 1;
    byte[][] bodies = new byte[count][];
    int filled = 0;
    for (long from = 1; from <= blocks + 1; from += PER_BATCH) {
      long to = Math.min(blocks + 1, from + PER_BATCH - 1);
      bodies[filled++] = JournalBuilder.gzip(journal.body(from, to));
    }
    return java.util.Arrays.copyOf(bodies, filled);
  }
}
