package org.zerofactory.edge.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.edge.seal.SealerFixture.START;
import static org.zerofactory.edge.seal.SealerFixture.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.Sample;

final class QuarterHourSealerTest {

  private final SealerFixture site = new SealerFixture();

  @Test
  void theFirstBlockStatesTheSiteAndTheFirstIntervalIsTheFirstFullyCovered() {
    feedRegister(100, 2_000, 10);
    feedPower(0, 2_000);
    complete("a", 2_000);
    complete("b", 2_000);

    var blocks = site.sealAll(at(2_000));

    assertThat(blocks.get(0).block().payload()).isInstanceOf(Payload.Site.class);
    assertThat(blocks.get(1).block().interval().orElseThrow().start()).isEqualTo(START);
    assertThat(reading(blocks.get(1), "grid/energy-import").flag()).isEqualTo(Flag.MISSING);
    assertThat(reading(blocks.get(2), "grid/energy-import").amount()).hasValue(900);
  }

  @Test
  void anIntervalHasRegisterPowerAndStates() {
    feedRegister(0, 1_800, 10);
    feedPower(0, 1_800);
    site.sealer().accept(sample("smt/state", 0, 1));
    site.sealer().accept(sample("smt/state", 600, 3));
    complete("a", 1_800);
    complete("b", 1_800);

    var blocks = site.sealAll(at(1_800));

    assertThat(reading(blocks.get(1), "grid/energy-import"))
        .satisfies(reading -> assertThat(reading.amount()).hasValue(900))
        .satisfies(reading -> assertThat(reading.register()).hasValue(10_900))
        .satisfies(reading -> assertThat(reading.flag()).isEqualTo(Flag.MEASURED));
    assertThat(reading(blocks.get(1), "fan/active-power").amount()).hasValue(3_000);
    assertThat(reading(blocks.get(1), "fan/active-power").flag()).isEqualTo(Flag.INTEGRATED);
    assertThat(((Payload.Readings) blocks.get(1).block().payload()).states())
        .containsExactly(
            new Payload.StateTime("smt", "IDLE", 600),
            new Payload.StateTime("smt", "RUNNING", 300));
  }

  @Test
  void nothingIsSealedBeforeEverySourceIsCompleteAndTheSitesClockHasPassed() {
    feedRegister(0, 1_000, 10);
    feedPower(0, 1_000);
    complete("a", 1_000);
    complete("b", 899);

    var beforeSource = site.sealAll(at(1_000));
    complete("b", 1_000);
    var beforeClock = site.sealAll(at(899));
    var after = site.sealAll(at(1_000));

    assertThat(intervals(beforeSource)).isZero();
    assertThat(intervals(beforeClock)).isZero();
    assertThat(intervals(after)).isEqualTo(1);
  }

  @Test
  void aLateSourceIsAwaitedHalfAnHourThenMissingAndCorrectedWhenItsDataComes() {
    feedRegister(0, 6_000, 10);
    feedPower(0, 300);
    complete("a", 6_000);
    site.sealer().completeUntil("b", at(300), at(300));

    var tooEarly = site.sealAll(at(2_699));
    var sealed = site.sealAll(at(2_700));
    for (long second = 310; second <= 6_000; second += 10) {
      site.sealer().accept(sample("fan/active-power", second, 12));
    }
    complete("b", 6_000);
    var corrected = site.sealAll(at(6_000));

    assertThat(intervals(tooEarly)).isZero();
    assertThat(reading(sealed.get(0), "fan/active-power")).isEqualTo(IntervalReading.MISSING);
    var correction =
        corrected.stream()
            .map(block -> block.block().payload())
            .filter(Payload.Correction.class::isInstance)
            .map(Payload.Correction.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(correction.reason()).isEqualTo("history");
    assertThat(correction.readings().get(0).start()).isEqualTo(START);
    assertThat(correction.readings().get(0).value().amount()).hasValue(3_000);
  }

  @Test
  void aGapsEnergyIsSpreadAndTheCorrectionSaysSo() {
    site.sealer().accept(sample("grid/energy-import", 0, 1_000));
    feedPower(0, 4_000);
    complete("b", 4_000);
    complete("a", 4_000);
    var sealed = site.sealAll(at(4_000));

    site.sealer().accept(sample("grid/energy-import", 3_600, 1_400));
    var corrected = site.sealAll(at(4_010));

    assertThat(reading(sealed.get(1), "grid/energy-import").isMissing()).isTrue();
    var correction = (Payload.Correction) corrected.get(0).block().payload();
    assertThat(correction.reason()).isEqualTo("gap-closed");
    assertThat(correction.readings())
        .extracting(entry -> entry.value().amount().orElseThrow())
        .containsExactly(100L, 100L, 100L, 100L);
  }

  @Test
  void aResetIsFlaggedAndRecorded() {
    feedRegister(0, 500, 10);
    site.sealer().accept(sample("grid/energy-import", 510, 3));
    site.sealer().accept(sample("grid/energy-import", 900, 33));
    feedPower(0, 900);
    complete("a", 960);
    complete("b", 960);

    var blocks = site.sealAll(at(1_000));

    assertThat(reading(blocks.get(1), "grid/energy-import").flag()).isEqualTo(Flag.RESET);
    assertThat(reading(blocks.get(1), "grid/energy-import").amount()).hasValue(530);
    assertThat(blocks.get(2).block().payload())
        .isInstanceOfSatisfying(
            Payload.Event.class, event -> assertThat(event.event()).isEqualTo("register-reset"));
  }

  @Test
  void aRolloverIsCountedThroughTheSpan() {
    site.sealer().accept(sample("grid/energy-import", 0, SealerFixture.SPAN - 100));
    site.sealer().accept(sample("grid/energy-import", 450, SealerFixture.SPAN - 1));
    site.sealer().accept(sample("grid/energy-import", 460, 50));
    site.sealer().accept(sample("grid/energy-import", 900, 150));
    feedPower(0, 900);
    complete("a", 960);
    complete("b", 960);

    var blocks = site.sealAll(at(1_000));

    assertThat(reading(blocks.get(1), "grid/energy-import").amount()).hasValue(250);
    assertThat(reading(blocks.get(1), "grid/energy-import").flag()).isEqualTo(Flag.MEASURED);
  }

  @Test
  void aFlappingSourceGetsOneEventAMinuteWithACount() {
    for (int second = 0; second < 90; second++) {
      site.sealer().event(new Payload.Event("source-offline", at(second), "a", Map.of()));
    }
    complete("a", 1);

    var blocks = site.sealAll(at(100));

    assertThat(blocks).hasSize(3);
    assertThat(blocks.get(2).line()).contains("\"suppressedBefore\":59");
  }

  // Before a source that gives the site's time has answered, nobody knows when things happen.
  @Test
  void anEventOfUnknownTimeGetsThatOfItsBlock() {
    site.sealer().event(new Payload.Event("source-online", Instant.EPOCH, "a", Map.of()));
    complete("a", 1);

    var blocks = site.sealAll(at(100));

    assertThat(blocks.get(1).block().payload())
        .isInstanceOfSatisfying(
            Payload.Event.class, event -> assertThat(event.at()).isEqualTo(at(100)));
  }

  @Test
  void aMachineThatNobodyWatchedIsInNoState() {
    feedRegister(0, 1_800, 10);
    feedPower(0, 1_800);
    site.sealer().accept(sample("smt/state", 0, 3));
    site.sealer().accept(new Sample("smt/state", at(300), at(900), Double.NaN, 0x8031_0000L));
    site.sealer().accept(sample("smt/state", 700, 3));
    complete("a", 1_800);
    complete("b", 1_800);

    var blocks = site.sealAll(at(1_800));

    assertThat(((Payload.Readings) blocks.get(1).block().payload()).states())
        .containsExactly(new Payload.StateTime("smt", "RUNNING", 500));
  }

  @Test
  void aLongHistoryIsSealedWithoutAHole() {
    int blocks = 0;

    for (int day = 0; day < 100; day++) {
      for (int quarter = 0; quarter <= 96; quarter++) {
        long second = day * 86_400L + quarter * 900L;
        site.sealer().accept(sample("grid/energy-import", second, second / 10.0));
      }
      complete("a", (day + 1) * 86_400L);
      complete("b", (day + 1) * 86_400L);
      blocks += site.sealAll(at((day + 1) * 86_400L)).size();
    }

    assertThat(blocks).isEqualTo(1 + 100 * 96);
  }

  private void feedRegister(long from, long to, int step) {
    for (long second = from; second <= to; second += step) {
      site.sealer().accept(sample("grid/energy-import", second, 10_000 + second));
    }
  }

  private void feedPower(long from, long to) {
    for (long second = from; second <= to; second += 10) {
      site.sealer().accept(sample("fan/active-power", second, 12));
    }
  }

  private void complete(String source, long seconds) {
    site.sealer().completeUntil(source, at(seconds), at(seconds));
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private static long intervals(List<SealedBlock> blocks) {
    return blocks.stream().filter(block -> block.block().interval().isPresent()).count();
  }

  private static IntervalReading reading(SealedBlock block, String point) {
    return ((Payload.Readings) block.block().payload())
        .readings().stream()
            .filter(reading -> reading.point().equals(point))
            .map(Payload.Reading::value)
            .findFirst()
            .orElseThrow();
  }
}
