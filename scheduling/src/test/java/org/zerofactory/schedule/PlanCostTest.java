package org.zerofactory.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.grid.GridCost;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

class PlanCostTest {

  // 2 slots of 0.5 h: 10 kW on a base of -4 kW at 2 money/kWh, then the sun's 4 kW sold at 1
  @Test
  void importIsPaidAndExportEarnsUpToItsLimit() {
    var energy =
        new SlotEnergy(
            List.of(new SlotEnergy.Scenario("P50", 1, new double[] {-4, -4})),
            new double[] {2, 2},
            new double[] {1, 1},
            3,
            Double.POSITIVE_INFINITY,
            0,
            0,
            List.of(),
            List.of());
    var problem =
        problem(2, List.of(GridMachine.plain("M", 2)), energy, mode(-1, false, 10), false);

    GridCost cost = PlanCost.of(problem, plan(0));

    assertThat(cost.imported()).isCloseTo(6 * 0.5 * 2, within(1e-12));
    assertThat(cost.exported()).isCloseTo(3 * 0.5 * 1, within(1e-12));
    assertThat(cost.total()).isCloseTo(4.5, within(1e-12));
  }

  // peaks 10 and 6 kW above 4 free ones at 5 money/kW, weighted 0.25 and 0.75
  @Test
  void thePeakIsTheWeightedMeanOfEachScenariosOwn() {
    var energy =
        new SlotEnergy(
            List.of(
                new SlotEnergy.Scenario("P10", 0.25, new double[] {0, 0}),
                new SlotEnergy.Scenario("P50", 0.75, new double[] {-4, 0})),
            new double[] {0, 0},
            new double[] {0, 0},
            9,
            9,
            5,
            4,
            List.of(),
            List.of());
    var problem =
        problem(2, List.of(GridMachine.plain("M", 2)), energy, mode(-1, false, 10), false);

    GridCost cost = PlanCost.of(problem, plan(0));

    assertThat(cost.peak()).isCloseTo(5 * (0.25 * 6 + 0.75 * 2), within(1e-12));
  }

  // off 1 kW but for: warm-up 3 kW in slot 1, set-up 2 kW in slot 2, run 10 kW in slots 3 and 5,
  // standby 4 kW in the closed slot 4 between them
  @Test
  void aMachineDrawsWarmUpSetUpPausesAndItsOffPower() {
    var machine =
        new GridMachine(
            "M",
            new boolean[] {true, true, true, true, false, true, true},
            new int[][] {{0, 1}, {1, 0}},
            2,
            0,
            4,
            1,
            1,
            3);
    var energy = SlotEnergy.plain(new double[7], ones(7), new double[7]);
    var problem = problem(7, List.of(machine), energy, mode(1, true, 10, 10), false);

    GridCost cost = PlanCost.of(problem, plan(3));

    assertThat(cost.imported()).isCloseTo(0.5 * (1 + 3 + 2 + 10 + 4 + 10 + 1), within(1e-12));
    assertThat(PlanFaults.of(problem, plan(3))).isEmpty();
  }

  @Test
  void tardinessMovesModesAndMakespanAreCounted() {
    var energy = SlotEnergy.plain(new double[4], new double[4], new double[4]);
    var operation =
        new GridOperation(
            "o",
            List.of(),
            List.of(new GridMode(0, new double[] {1}, -1, false, 7, Map.of())),
            Integer.MAX_VALUE,
            -1,
            null,
            new Placement(0, 1),
            11);
    var job = new GridJob("j", 0, 1, false, 3, List.of(operation));
    var problem =
        new GridProblem(
            4,
            0.5,
            List.of(GridMachine.plain("M", 4)),
            List.of(),
            List.of(job),
            List.of(),
            energy,
            2);

    GridCost cost = PlanCost.of(problem, plan(2));

    assertThat(cost.tardiness()).isEqualTo(6);
    assertThat(cost.modes()).isEqualTo(7);
    assertThat(cost.moves()).isEqualTo(11);
    assertThat(cost.makespan()).isEqualTo(6);
    assertThat(PlanCost.of(problem, plan(1)).moves()).isZero();
  }

  @Test
  void aPlanOfAnotherSizeIsRefusedWithWhatWasExpected() {
    var energy = SlotEnergy.plain(new double[2], ones(2), new double[2]);
    var problem = problem(2, List.of(GridMachine.plain("M", 2)), energy, mode(-1, false, 1), false);
    var empty = new GridPlan(List.of(), List.of(), List.of());
    var noMode = new GridPlan(List.of(new Placement(1, 0)), List.of(), List.of());

    assertThatThrownBy(() -> PlanCost.of(problem, empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1 placements, got 0");
    assertThatThrownBy(() -> PlanFaults.of(problem, noMode))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("operation o of job j: expected a mode from 0 to 0, got 1");
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  private static GridMode mode(int family, boolean pausable, double... kilowatts) {
    return new GridMode(0, kilowatts, family, pausable, 0, Map.of());
  }

  private static GridProblem problem(
      int slots, List<GridMachine> machines, SlotEnergy energy, GridMode mode, boolean firm) {
    var operation = GridOperation.free("o", List.of(), List.of(mode));
    var job = new GridJob("j", 0, slots, firm, 0, List.of(operation));
    return new GridProblem(slots, 0.5, machines, List.of(), List.of(job), List.of(), energy, 0);
  }

  private static GridPlan plan(int... starts) {
    return new GridPlan(
        java.util.Arrays.stream(starts).mapToObj(start -> new Placement(0, start)).toList(),
        List.of(),
        List.of());
  }
}
