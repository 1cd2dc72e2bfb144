package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;

/**
 * The lines and ovens of a made-up plant and what an order does on them. Powers as in the plant
 * simulator: SMT line 417 kW (set-up 215), assembly line 350 kW (120), oven 365 kW after two
 * quarter hours at 1.6 times as much.
 *
 * @param kinds kind of each machine
 * @param factors how much more or less than the rated power each machine draws, 0.95 to 1.05
 */
record PlantMachines(List<GridMachine> machines, List<Kind> kinds, double[] factors) {

  private static final int MOST_CHOICES = 3;
  private static final int HEAT_UP_SLOTS = 2;
  private static final double HEAT_UP_FACTOR = 1.6;

  /**
   * @param share of a mean job's operations
   * @param slots mean length with set-up
   */
  enum Kind {
    SMT("smt", 417, 215, 4, 1.15, 13.5),
    ASSEMBLY("assembly", 350, 120, 3, 1, 15.5),
    OVEN("burn-in", 365, 10, 2, 0.75, 21);

    private final String id;
    private final double kilowatts;
    private final double setupKw;
    private final int families;
    private final double share;
    private final double slots;

    Kind(String id, double kilowatts, double setupKw, int families, double share, double slots) {
      this.id = id;
      this.kilowatts = kilowatts;
      this.setupKw = setupKw;
      this.families = families;
      this.share = share;
      this.slots = slots;
    }
  }

  /** As many machines that they are busy for {@code load} of their open time. */
  static PlantMachines of(int operations, int slots, double load, SplittableRandom random) {
    List<GridMachine> machines = new ArrayList<>();
    List<Kind> kinds = new ArrayList<>();
    double jobs = operations / 2.9;
    for (Kind kind : Kind.values()) {
      boolean[] open = open(kind, slots);
      int room = 0;
      for (boolean works : open) {
        room += works ? 1 : 0;
      }
      int count = (int) Math.max(1, Math.ceil(jobs * kind.share * kind.slots / (room * load)));
      for (int number = 0; number < count; number++) {
        machines.add(machine(kind, number, open, random));
        kinds.add(kind);
      }
    }
    double[] factors = new double[machines.size()];
    Arrays.setAll(factors, machine -> random.nextDouble(0.95, 1.05));
    return new PlantMachines(machines, kinds, factors);
  }

  /** Assembly works from 6 to 22 on five days, all else round the clock. */
  private static boolean[] open(Kind kind, int slots) {
    boolean[] open = new boolean[slots];
    for (int slot = 0; slot < slots; slot++) {
      int hour = slot % PlantWeek.SLOTS_OF_DAY / 4;
      boolean shift = slot / PlantWeek.SLOTS_OF_DAY < 5 && hour >= 6 && hour < 22;
      open[slot] = kind != Kind.ASSEMBLY || shift;
    }
    return open;
  }

  private static GridMachine machine(
      Kind kind, int number, boolean[] open, SplittableRandom random) {
    int[][] setup = new int[kind.families][kind.families];
    for (int from = 0; from < kind.families; from++) {
      for (int to = 0; to < kind.families; to++) {
        setup[from][to] = from == to ? 0 : kind == Kind.SMT ? 1 + (from + to) % 2 : 1;
      }
    }
    int family = random.nextInt(kind.families);
    String id = kind.id + "-" + (number + 1);
    return new GridMachine(id, open, setup, kind.setupKw, family, 0, 0, 0, 0);
  }

  /** Sum of the machines' powers, kW. */
  double ratedKw() {
    return kinds.stream().mapToDouble(kind -> kind.kilowatts).sum();
  }

  /** One order's operations, at most {@code most}: SMT (some on both sides), assembly, burn-in. */
  List<GridOperation> route(int most, int job, SplittableRandom random) {
    double draw = random.nextDouble();
    List<Kind> kinds = new ArrayList<>(List.of(Kind.SMT, Kind.ASSEMBLY));
    if (draw < 0.75) {
      kinds.add(Kind.OVEN);
    }
    if (draw < 0.15) {
      kinds.add(0, Kind.SMT);
    }
    int smtSlots = random.nextInt(5, 21);
    List<GridOperation> route = new ArrayList<>();
    for (Kind kind : kinds.subList(0, Math.min(most, kinds.size()))) {
      int slots =
          switch (kind) {
            case SMT -> smtSlots;
            case ASSEMBLY -> (int) (smtSlots * random.nextDouble(0.8, 1.6)) + 1;
            case OVEN -> 20;
          };
      int before = route.size() - 1;
      route.add(
          GridOperation.free(
              "order-%d/%d-%s".formatted(job, route.size(), kind.id),
              before < 0 ? List.of() : List.of(before),
              modes(kind, slots, random)));
    }
    return route;
  }

  private List<GridMode> modes(Kind kind, int slots, SplittableRandom random) {
    int family = random.nextInt(kind.families);
    double product = random.nextDouble(0.9, 1.1);
    boolean economy = random.nextDouble() < 0.5;
    boolean fast = kind != Kind.OVEN && random.nextDouble() < 0.25;
    List<GridMode> modes = new ArrayList<>();
    for (int machine : some(kind, random)) {
      double kilowatts = kind.kilowatts * factors[machine] * product;
      modes.add(mode(kind, machine, family, slots, kilowatts, 0));
      if (economy) {
        modes.add(mode(kind, machine, family, ceil(1.25 * slots), 0.76 * kilowatts, 0));
      }
      if (fast) {
        modes.add(mode(kind, machine, family, ceil(0.8 * slots), 1.3 * kilowatts, 8));
      }
    }
    return modes;
  }

  private static int ceil(double slots) {
    return (int) Math.ceil(slots - 1e-9);
  }

  private List<Integer> some(Kind kind, SplittableRandom random) {
    List<Integer> all = new ArrayList<>();
    for (int machine = 0; machine < kinds.size(); machine++) {
      if (kinds.get(machine) == kind) {
        all.add(machine);
      }
    }
    int count = random.nextInt(1, MOST_CHOICES + 1);
    while (all.size() > count) {
      all.remove(random.nextInt(all.size()));
    }
    return all;
  }

  private static GridMode mode(
      Kind kind, int machine, int family, int slots, double kilowatts, double cost) {
    double[] profile = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      boolean heatsUp = kind == Kind.OVEN && slot < HEAT_UP_SLOTS;
      profile[slot] = PlantEnergy.tenths(kilowatts * (heatsUp ? HEAT_UP_FACTOR : 1));
    }
    return new GridMode(machine, profile, family, false, cost, Map.of());
  }
}
