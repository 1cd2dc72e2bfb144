package org.zerofactory.schedule.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.PlanCost;
import org.zerofactory.schedule.PlanFaults;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.SolarPlanner;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;
import org.zerofactory.schedule.grid.SlotEnergy.Scenario;

class DispatchingPlannerTest {

  private static final PlannerSettings SETTINGS = new PlannerSettings(100, 1000, 1);

  @Test
  void aPlanWithDispatchIsNeverWorseThanOneWithDevicesAtRest() {
    for (int seed = 0; seed < 40; seed++) {
      GridProblem problem = problem(new Random(seed), true);
      GridPlan alone = new OneByOne().plan(bare(problem), Optional.empty(), SETTINGS).plan();
      Rows idle = Rows.idle(problem.energy(), problem.slots(), problem.slotHours());
      GridPlan rest = new GridPlan(alone.placements(), idle.batteryKw(), idle.flexibleKw());

      Planning planning =
          new DispatchingPlanner(new OneByOne()).plan(problem, Optional.empty(), SETTINGS);

      assertThat(planning.faults()).as("seed %d", seed).isEmpty();
      assertThat(planning.cost().total())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(PlanCost.of(problem, rest).total() + 1e-9);
      assertThat(planning.lowerBound())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(planning.cost().total() + 1e-6);
    }
  }

  @Test
  void aPlanToBeginFromIsNeverMadeWorse() {
    for (int seed = 0; seed < 20; seed++) {
      GridProblem problem = problem(new Random(seed), true);
      Planner planner = new DispatchingPlanner(new OneByOne());
      Planning before = planner.plan(problem, Optional.empty(), SETTINGS);

      Planning after = planner.plan(problem, Optional.of(before.plan()), SETTINGS);

      assertThat(after.cost().total())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(before.cost().total() + 1e-4);
    }
  }

  @Test
  void theSecondTurnSeesTheDispatchAsPartOfTheBaseLoad() {
    GridProblem problem = problem(new Random(3), true);
    List<double[]> bases = new ArrayList<>();
    Planner spy =
        (turn, start, settings) -> {
          bases.add(turn.energy().scenarios().get(0).baseKw());
          return new OneByOne().plan(turn, start, settings);
        };

    new DispatchingPlanner(spy).plan(problem, Optional.empty(), SETTINGS);

    assertThat(bases).hasSize(2);
    assertThat(bases.get(0)).containsExactly(problem.energy().scenarios().get(0).baseKw());
    double more = Arrays.stream(bases.get(1)).sum() - Arrays.stream(bases.get(0)).sum();
    assertThat(more).isGreaterThanOrEqualTo(6 - 1e-6); // the flexible load's energy and losses
  }

  @Test
  void aProblemWithoutDevicesIsLeftToTheMachinesPlanner() {
    GridProblem problem = problem(new Random(1), false);
    Planning expected = new OneByOne().plan(problem, Optional.empty(), SETTINGS);

    Planning planning =
        new DispatchingPlanner(new OneByOne()).plan(problem, Optional.empty(), SETTINGS);

    assertThat(planning.plan().placements()).isEqualTo(expected.plan().placements());
  }

  @Test
  void aWindowThatIsTooShortIsRefusedBeforeAnySearch() {
    GridProblem problem = problem(new Random(1), true);
    SlotEnergy energy = problem.energy();
    SlotEnergy tight =
        new SlotEnergy(
            energy.scenarios(),
            energy.importCost(),
            energy.exportRevenue(),
            energy.exportLimitKw(),
            energy.importLimitKw(),
            energy.peakCost(),
            energy.freePeakKw(),
            List.of(),
            List.of(new FlexibleLoad("car", 0, 2, 9, 4)));
    Planner never =
        (any, start, settings) -> {
          throw new AssertionError("searched");
        };

    assertThatThrownBy(
            () ->
                new DispatchingPlanner(never)
                    .plan(with(problem, tight), Optional.empty(), SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.000 kWh too little");
  }

  @Test
  void theRealPlannerIsServedToo() {
    GridProblem problem = problem(new Random(5), true);
    PlannerSettings settings = new PlannerSettings(100, 2000, 1);

    Planning planning =
        new DispatchingPlanner(new SolarPlanner()).plan(problem, Optional.empty(), settings);

    assertThat(planning.faults()).isEmpty();
    assertThat(planning.lowerBound()).isLessThanOrEqualTo(planning.cost().total());
  }

  private static GridProblem bare(GridProblem problem) {
    SlotEnergy energy = problem.energy();
    return with(
        problem,
        new SlotEnergy(
            energy.scenarios(),
            energy.importCost(),
            energy.exportRevenue(),
            energy.exportLimitKw(),
            energy.importLimitKw(),
            energy.peakCost(),
            energy.freePeakKw(),
            List.of(),
            List.of()));
  }

  private static GridProblem with(GridProblem problem, SlotEnergy energy) {
    return new GridProblem(
        problem.slots(),
        problem.slotHours(),
        problem.machines(),
        problem.resources(),
        problem.jobs(),
        problem.flowLines(),
        energy,
        problem.makespanCost());
  }

  private static GridProblem problem(Random random, boolean withDevices) {
    int slots = 12;
    List<GridMachine> machines =
        List.of(
            GridMachine.plain("M1", slots),
            new GridMachine("M2", open(slots), new int[0][], 0, -1, 2, 1, 1, 3));
    List<GridJob> jobs = new ArrayList<>();
    for (int job = 0; job < 3; job++) {
      GridOperation first = GridOperation.free("first", List.of(), List.of(mode(random, 0)));
      GridOperation second =
          GridOperation.free("second", List.of(0), List.of(mode(random, 0), mode(random, 1)));
      jobs.add(new GridJob("J" + job, 0, slots, false, 0, List.of(first, second)));
    }
    return new GridProblem(
        slots, 1, machines, List.of(), jobs, List.of(), energy(random, slots, withDevices), 0);
  }

  private static boolean[] open(int slots) {
    boolean[] open = new boolean[slots];
    Arrays.fill(open, true);
    return open;
  }

  private static GridMode mode(Random random, int machine) {
    double[] kilowatts = new double[1 + random.nextInt(2)];
    Arrays.fill(kilowatts, 2 + random.nextInt(8));
    return GridMode.plain(machine, kilowatts);
  }

  private static SlotEnergy energy(Random random, int slots, boolean withDevices) {
    double[] base = new double[slots];
    double[] imports = new double[slots];
    double[] exports = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      base[slot] = slot >= 4 && slot < 8 ? -random.nextInt(12) : random.nextInt(4);
      imports[slot] = 1 + random.nextInt(3);
      exports[slot] = 0.5;
    }
    GridBattery battery = new GridBattery("B", 0, 8, 2, 2, 4, 4, 0.9, 0.9, 0.1);
    FlexibleLoad load = new FlexibleLoad("F", 2, 10, 6, 3);
    return new SlotEnergy(
        List.of(new Scenario("expected", 1, base)),
        imports,
        exports,
        6,
        Double.POSITIVE_INFINITY,
        random.nextInt(3),
        5,
        withDevices ? List.of(battery) : List.of(),
        withDevices ? List.of(load) : List.of());
  }

  /** Starts with operations one after another, then moves each to where the whole is cheapest. */
  private static final class OneByOne implements Planner {

    @Override
    public Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings) {
      List<Placement> best = new ArrayList<>();
      start.ifPresentOrElse(
          plan -> best.addAll(plan.placements()),
          () -> {
            for (int number = 0; number < problem.operations(); number++) {
              best.add(new Placement(0, 2 * number));
            }
          });
      for (int number = 0; number < best.size(); number++) {
        improve(problem, best, number);
      }
      GridPlan plan = new GridPlan(best, List.of(), List.of());
      return new Planning(
          plan, PlanCost.of(problem, plan), PlanFaults.of(problem, plan), 0, best.size(), 0.001);
    }

    private static void improve(GridProblem problem, List<Placement> best, int number) {
      int modes = number % 2 == 0 ? 1 : 2;
      Placement chosen = best.get(number);
      double least = value(problem, best);
      for (int mode = 0; mode < modes; mode++) {
        for (int at = 0; at < problem.slots(); at++) {
          best.set(number, new Placement(mode, at));
          double value = value(problem, best);
          if (value < least) {
            least = value;
            chosen = best.get(number);
          }
        }
      }
      best.set(number, chosen);
    }

    private static double value(GridProblem problem, List<Placement> placements) {
      GridPlan plan = new GridPlan(placements, List.of(), List.of());
      double broken = PlanFaults.of(problem, plan).stream().mapToDouble(GridFault::excess).sum();
      return 1e6 * broken + PlanCost.of(problem, plan).total();
    }
  }
}
