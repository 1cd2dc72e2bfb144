package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.metering.Interval;

/** Whatever the network does, the centre holds each block once, in order. */
final class RandomHistoryTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final int SIZE = 40;
  private static final JournalBuilder JOURNAL = journal();

  /** One thing that happens: a batch arrives (again, early, late, cut short), or a restart. */
  record Step(long from, long length, boolean isRestart) {}

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void everyHistoryEndsWithThePrefixThatWasAccepted(@ForAll("histories") List<Step> history)
      throws IOException {
    Path folder = Files.createTempDirectory("history");
    long mark = 0;
    JournalStore store = open(folder);
    try {
      for (Step step : history) {
        if (step.isRestart) {
          store.close();
          store = open(folder);
        }
        long to = Math.min(SIZE, step.from + step.length - 1);
        BatchVerdict verdict =
            store.apply(JOURNAL.batch(step.from, to), new byte[0], BatchJudgement::of);
        assertThat(verdict.word()).isEqualTo(model(mark, step.from, to));
        if (verdict instanceof BatchVerdict.Accepted) {
          mark = to;
        }
      }
      assertHeld(store, mark);
    } finally {
      store.close();
      delete(folder);
    }
  }

  /** The protocol's table for an agent whose blocks are always the same. */
  private static String model(long mark, long from, long to) {
    if (from > mark + 1) {
      return "gap";
    } else if (to <= mark) {
      return "repeated";
    }
    return from <= mark ? "overlap" : "accepted";
  }

  private static void assertHeld(JournalStore store, long mark) {
    if (mark == 0) {
      assertThat(store.reader().sites()).isEmpty();
      return;
    }
    assertThat(store.reader().site("plant").orElseThrow().hash())
        .isEqualTo(JOURNAL.tip(mark).hash());
    assertThat(store.reader().lines("plant", 1, SIZE + 1)).hasSize((int) mark);
    List<QuarterHourBalance> quarters =
        store.reader().quarters("plant", new Interval(START, START.plusSeconds(900L * SIZE)));
    assertThat(quarters).hasSize((int) mark - 1);
    assertThat(quarters.stream().mapToLong(of -> of.gridImport().orElseThrow()).sum())
        .isEqualTo((mark - 1) * 1_000);
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Long> from =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(1, 12)),
            net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(1, SIZE)));
    Arbitrary<Step> step =
        Combinators.combine(
                from, Arbitraries.longs().between(1, 11), Arbitraries.of(false, false, false, true))
            .as(Step::new);
    return step.list().ofMinSize(1).ofMaxSize(12);
  }

  private static JournalStore open(Path folder) {
    return JournalStore.open(folder, () -> START, BalanceSeries::of, change -> {});
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static JournalBuilder journal() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 1; i < SIZE; i++) {
      journal.quarter(
          START.plusSeconds(900L * (i - 1)),
          Map.of(TestSites.IMPORT, 1_000L, TestSites.EXPORT, 0L, TestSites.PV, 10L));
    }
    return journal;
  }
}
