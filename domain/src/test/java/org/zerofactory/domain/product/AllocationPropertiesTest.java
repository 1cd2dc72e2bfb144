package org.zerofactory.domain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.product.Plants.Quarter;

/** Random quarter hours: any meters, states and runs. */
final class AllocationPropertiesTest {

  private static final List<String> MACHINES = List.of("press", "oven", "saw", "mill");

  @Property(tries = 500)
  void theSharesSumToLoadAndEmissions(@ForAll long seed) {
    Random random = new Random(seed);
    Emitted emitted = Plants.emitted(random.nextLong(1L << 50), random.nextLong(1L << 50));
    long load = random.nextLong(3_000_000);

    Allocation divided =
        quarter(random, load, runs(random))
            .emits(Optional.of(emitted))
            .divided(Plants.plant(MACHINES), rules(random));

    assertThat(divided.total().energy().wattHours()).isEqualTo(load);
    assertThat(divided.total().emitted()).contains(emitted);
    assertThat(divided.shares().values())
        .allMatch(of -> of.energy().wattHours() >= 0)
        .allMatch(of -> of.estimated().wattHours() <= of.energy().wattHours());
  }

  @Property(tries = 300)
  void theOrderOfRunsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<ProductionRun> runs = runs(random);
    List<ProductionRun> shuffled = new ArrayList<>(runs);
    Collections.shuffle(shuffled, new Random(seed + 1));
    AllocationRules rules = rules(random);
    long load = random.nextLong(3_000_000);

    Allocation one = quarter(new Random(seed), load, runs).divided(Plants.plant(MACHINES), rules);
    Allocation other =
        quarter(new Random(seed), load, shuffled).divided(Plants.plant(MACHINES), rules);

    assertThat(one).isEqualTo(other);
  }

  @Property(tries = 300)
  void splittingARunAtAQuarterHourChangesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int border) {
    Random random = new Random(seed);
    AllocationRules rules = rules(random);
    ProductionRun whole = Plants.run("a", "press", 0, 3600, 3600);
    ProductionRun first = Plants.run("a", "press", 0, 900L * border, 900L * border);
    ProductionRun second = Plants.run("a", "press", 900L * border, 3600, 3600 - 900L * border);
    ProductionRun other = Plants.run("b", "oven", 100, 3333, 77);

    Allocation unsplit = fourQuarters(seed, rules, List.of(whole, other));
    Allocation split = fourQuarters(seed, rules, List.of(second, other, first));

    assertThat(split).isEqualTo(unsplit);
  }

  private static Allocation fourQuarters(
      long seed, AllocationRules rules, List<ProductionRun> runs) {
    Random random = new Random(seed);
    Allocation sum = Allocation.NONE;
    for (int index = 0; index < 4; index++) {
      Quarter quarter =
          quarter(random, 1 + random.nextLong(3_000_000), runs)
              .at(900L * index)
              .emits(Optional.of(Plants.emitted(random.nextLong(1L << 50), 7)));
      sum = sum.plus(quarter.divided(Plants.plant(MACHINES), rules));
    }
    return sum;
  }

  private static Quarter quarter(Random random, long load, List<ProductionRun> runs) {
    Quarter quarter = Quarter.ofLoad(load);
    for (String machine : MACHINES) {
      Flag flag = Flag.values()[random.nextInt(Flag.values().length)];
      quarter.reading(machine + "/energy-import", random.nextLong(1_000_000), flag);
      quarter.reading(machine + "/air-volume", random.nextLong(100_000), flag);
      int running = random.nextInt(901);
      int setUp = random.nextInt(901 - running);
      if (random.nextInt(4) > 0) {
        quarter.states(machine, running, setUp, random.nextInt(901 - running - setUp));
      }
    }
    quarter.meter("compressor", random.nextLong(400_000));
    return quarter.runs(runs.toArray(ProductionRun[]::new));
  }

  private static List<ProductionRun> runs(Random random) {
    List<ProductionRun> runs = new ArrayList<>();
    for (String machine : MACHINES) {
      long second = -random.nextInt(2000);
      while (second < 900) {
        long end = second + 1 + random.nextInt(1500);
        String order = "order-" + random.nextInt(5);
        runs.add(Plants.run(order, machine, second, end, random.nextInt(500)));
        second = end + random.nextInt(200);
      }
    }
    return runs;
  }

  private static AllocationRules rules(Random random) {
    AllocationKey[] keys = AllocationKey.values();
    return new AllocationRules(
        List.of(Plants.air(keys[random.nextInt(keys.length)])),
        keys[random.nextInt(keys.length)],
        Map.of(
            MachineState.RUNNING,
            (long) random.nextInt(500),
            MachineState.IDLE,
            (long) random.nextInt(50)),
        Map.of("oven", 30_000L, "saw", 1_000L));
  }
}
