package org.zerofactory.schedule.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.GridResource;
import org.zerofactory.schedule.grid.SlotEnergy;

/** Small problems with everything a problem may have, by seed. */
final class RandomProblem {

  private static final int SLOTS = 40;
  private final SplittableRandom random;

  private RandomProblem(long seed) {
    random = new SplittableRandom(seed);
  }

  static GridProblem of(long seed) {
    return new RandomProblem(seed).problem();
  }

  private GridProblem problem() {
    int machines = 1 + random.nextInt(4);
    List<GridMachine> list = new ArrayList<>();
    for (int m = 0; m < machines; m++) {
      list.add(machine(m));
    }
    List<GridJob> jobs = new ArrayList<>();
    boolean line = machines > 1 && random.nextInt(3) == 0;
    for (int j = 0; j < 2 + random.nextInt(4); j++) {
      jobs.add(job(j, machines, line));
    }
    int[] capacity = random.ints(SLOTS, 1, 4).toArray();
    List<Integer> all = new ArrayList<>();
    for (int m = 0; m < machines; m++) {
      all.add(m);
    }
    return new GridProblem(
        SLOTS,
        0.25,
        list,
        List.of(new GridResource("crew", capacity)),
        jobs,
        line ? List.of(all) : List.of(),
        energy(),
        random.nextInt(2) * 1.5);
  }

  private GridMachine machine(int number) {
    boolean[] open = new boolean[SLOTS];
    Arrays.fill(open, true);
    if (random.nextBoolean()) {
      Arrays.fill(open, 12, 16, false);
    }
    int[][] setup = new int[0][];
    if (random.nextBoolean()) {
      setup = new int[][] {{0, random.nextInt(3)}, {random.nextInt(3), random.nextInt(2)}};
    }
    boolean plain = random.nextInt(3) == 0;
    return new GridMachine(
        "M" + number,
        open,
        setup,
        random.nextInt(4),
        setup.length == 0 ? -1 : random.nextInt(3) - 1,
        plain ? 0 : random.nextInt(3),
        plain ? 0 : random.nextInt(2),
        plain ? 0 : random.nextInt(4),
        plain ? 0 : random.nextInt(5));
  }

  private GridJob job(int number, int machines, boolean line) {
    List<GridOperation> operations = new ArrayList<>();
    int size = line ? machines : 1 + random.nextInt(3);
    for (int o = 0; o < size; o++) {
      List<GridMode> modes = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        modes.add(mode(line ? o : random.nextInt(machines)));
      }
      boolean waits = o > 0 && random.nextInt(4) == 0;
      boolean known = random.nextInt(3) == 0;
      operations.add(
          new GridOperation(
              "o" + o,
              o == 0 ? List.of() : List.of(o - 1),
              modes,
              waits ? random.nextInt(6) : Integer.MAX_VALUE,
              waits ? 0 : -1,
              null,
              known ? new GridOperation.Placement(0, random.nextInt(SLOTS)) : null,
              random.nextInt(3)));
    }
    return new GridJob(
        "j" + number,
        random.nextInt(8),
        10 + random.nextInt(40),
        random.nextInt(4) == 0,
        random.nextInt(5),
        operations);
  }

  private GridMode mode(int machine) {
    double[] kilowatts = random.doubles(1 + random.nextInt(4), 0, 8).toArray();
    Map<Integer, Integer> uses = random.nextInt(3) == 0 ? Map.of(0, 1) : Map.of();
    return new GridMode(
        machine,
        kilowatts,
        random.nextInt(2) - (random.nextInt(4) == 0 ? 1 : 0) < 0 ? -1 : 0,
        random.nextInt(3) == 0,
        random.nextInt(3),
        uses);
  }

  private SlotEnergy energy() {
    double[] cost = random.doubles(SLOTS, 1, 3).toArray();
    double[] revenue = random.doubles(SLOTS, 0, 1).toArray();
    List<SlotEnergy.Scenario> scenarios = new ArrayList<>();
    boolean one = random.nextBoolean();
    scenarios.add(new SlotEnergy.Scenario("P50", one ? 1 : 0.5, base()));
    if (!one) {
      scenarios.add(new SlotEnergy.Scenario("P10", 0.5, base()));
    }
    boolean limited = random.nextBoolean();
    return new SlotEnergy(
        scenarios,
        cost,
        revenue,
        limited ? 3 : Double.POSITIVE_INFINITY,
        limited ? 9 : Double.POSITIVE_INFINITY,
        random.nextInt(2) * 4,
        2,
        List.of(),
        List.of());
  }

  private double[] base() {
    return random.doubles(SLOTS, -8, 3).toArray();
  }
}
