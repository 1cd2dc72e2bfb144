package org.zerofactory.edge.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.edge.seal.SealerFixture.START;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.Sample;

/** Random lives of an agent: values at any spacing, stops anywhere, everything given again. */
final class SealerHistoryTest {

  private static final String POINT = "grid/energy-import";

  // Whatever the sampling and wherever the agent was killed, the sealed amounts sum to the
  // register's rise, no interval is there twice, and the chain holds.
  @Property(tries = 150)
  void sealedAmountsSumToTheRegistersRise(@ForAll long seed) {
    Random random = new Random(seed);
    SealerFixture site =
        new SealerFixture(Map.of(POINT, "a", "fan/active-power", "b", "smt/state", "a"));
    TreeMap<Instant, Long> register = register(random);
    Instant now = START;
    Instant end = register.lastKey();

    while (now.isBefore(end)) {
      Instant next = now.plusSeconds(1 + random.nextInt(4_000));
      next = next.isAfter(end) ? end : next;
      deliver(site, register, now, next);
      site.seal(next.plusSeconds(random.nextInt(100)), 1 + random.nextInt(5));
      now = next;
      if (random.nextInt(4) == 0) {
        site.restart();
        now = site.sealer().completeUntil("a").orElse(START);
      }
    }
    site.sealAll(end.plusSeconds(100));

    Map<Instant, IntervalReading> readings = effective(site.stored());
    long sum = readings.values().stream().mapToLong(reading -> reading.amount().orElse(0)).sum();
    long rise = register.lastEntry().getValue() - register.firstEntry().getValue();
    assertThat(sum).isEqualTo(rise);
    assertThat(readings.values()).noneMatch(IntervalReading::isMissing);
    assertThat(readings).hasSize((int) ((end.getEpochSecond() - START.getEpochSecond()) / 900));
    verifyChain(site.stored());
  }

  private static void deliver(
      SealerFixture site, TreeMap<Instant, Long> register, Instant after, Instant until) {
    register
        .subMap(after, true, until, true)
        .forEach((time, value) -> site.sealer().accept(new Sample(POINT, time, time, value, 0)));
    site.sealer().completeUntil("a", until, until);
    site.sealer().completeUntil("b", until, until);
  }

  /** From a value exactly at the start to one exactly at a later quarter hour. */
  private static TreeMap<Instant, Long> register(Random random) {
    TreeMap<Instant, Long> register = new TreeMap<>();
    long value = 500;
    long second = 0;
    long end = 900L * (10 + random.nextInt(60));
    while (second < end) {
      register.put(START.plusSeconds(second), value);
      second += random.nextInt(50) == 0 ? 1 + random.nextInt(9_000) : 1 + random.nextInt(120);
      value += random.nextInt(200);
    }
    register.put(START.plusSeconds(end), value);
    return register;
  }

  private static Map<Instant, IntervalReading> effective(List<SealedBlock> blocks) {
    Map<Instant, IntervalReading> readings = new HashMap<>();
    for (SealedBlock block : blocks) {
      if (block.block().payload() instanceof Payload.Readings sealed) {
        Instant start = block.block().interval().map(Interval::start).orElseThrow();
        sealed.readings().stream()
            .filter(reading -> reading.point().equals(POINT))
            .forEach(reading -> assertThat(readings.put(start, reading.value())).isNull());
      } else if (block.block().payload() instanceof Payload.Correction correction) {
        correction.readings().stream()
            .filter(entry -> entry.point().equals(POINT))
            .forEach(entry -> readings.put(entry.start(), entry.value()));
      }
    }
    return readings;
  }

  private static void verifyChain(List<SealedBlock> blocks) {
    JournalTip tip = JournalTip.EMPTY;
    for (SealedBlock block : blocks) {
      tip = tip.append(block.block(), block.line());
    }
    assertThat(tip.sequence()).isEqualTo(blocks.size());
  }
}
