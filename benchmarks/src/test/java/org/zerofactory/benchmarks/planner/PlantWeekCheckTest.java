package org.zerofactory.benchmarks.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/** Two jobs of one family each on one machine; the first has a second operation on another. */
final class PlantWeekCheckTest {

  private static final int SLOTS = 12;
  private static final int[][] GOOD = {{0, 1}, {0, 3}, {0, 4}};

  @TempDir private Path folder;

  @Test
  void aGoodPlanHasNoFaultAndItsCostByHand() throws IOException {
    PlantWeekCheck.Verdict verdict = verdict(problem(), GOOD);

    assertThat(verdict.faults()).isEmpty();
    // kW of slots 1 to 5: 10, 20, 5 + set-up 4, 30, 30; base -6 in all, sold at 0.1 for at most 2;
    // imported 4, 14, 3, 24, 24 at 0.5; seven idle slots; peak 24 above 20 at 3; one slot late at 7
    double energy = (4 + 14 + 3 + 24 + 24) * 0.25 * 0.5 - 7 * 2 * 0.25 * 0.1;
    assertThat(verdict.cost()).isCloseTo(energy + 4 * 3 + 7 + 1.5, within(1e-9));
    assertThat(verdict.moved()).isZero();
  }

  @Test
  void aPlanOfAnotherLengthIsAFault() throws IOException {
    assertFault(new int[][] {{0, 1}, {0, 3}}, "count:");
    assertFault(new int[][] {{0, 1}, {0, 3}, {0, 4}, {0, 5}}, "count:");
  }

  @Test
  void aModeThatIsNotThereIsAFault() throws IOException {
    assertFault(new int[][] {{1, 1}, {0, 3}, {0, 4}}, "mode:");
  }

  @Test
  void aRunBeforeItsReleaseIsAFault() throws IOException {
    assertFault(new int[][] {{0, 0}, {0, 3}, {0, 4}}, "release:");
  }

  @Test
  void aRunBeforeTheOneBeforeHasEndedIsAFault() throws IOException {
    assertFault(new int[][] {{0, 1}, {0, 2}, {0, 4}}, "precedence:");
  }

  @Test
  void aRunThatLeavesTheHorizonIsAFault() throws IOException {
    assertFault(new int[][] {{0, 1}, {0, 3}, {0, 11}}, "horizon:");
    assertFault(new int[][] {{0, -1}, {0, 3}, {0, 4}}, "horizon:");
  }

  @Test
  void aSetUpThatOverlapsTheRunBeforeIsAFault() throws IOException {
    assertFault(new int[][] {{0, 1}, {0, 3}, {0, 3}}, "machine:");
  }

  @Test
  void aSetUpInAClosedSlotIsAFault() throws IOException {
    assertFault(new int[][] {{0, 1}, {0, 3}, {0, 9}}, "closed:"); // slot 8 is closed
  }

  @Test
  void aFirmDateMissedIsAFault() throws IOException {
    assertFault(new int[][] {{0, 1}, {0, 5}, {0, 4}}, "due:");
  }

  @Test
  void aWaitBeyondItsLimitIsAFault() throws IOException {
    assertFault(
        problem(1, null, Double.POSITIVE_INFINITY), new int[][] {{0, 0}, {0, 4}, {0, 6}}, "wait:");
  }

  @Test
  void aFixedOperationThatMovedIsAFault() throws IOException {
    assertFault(problem(9, new Placement(0, 6), Double.POSITIVE_INFINITY), GOOD, "fixed:");
  }

  @Test
  void moreThanTheConnectionCarriesIsAFault() throws IOException {
    assertFault(problem(9, null, 20), GOOD, "import-limit:");
  }

  @Test
  void anOperationThatIsNotWhereItWasCountsAsMoved() throws IOException {
    PlantWeekCheck.Verdict verdict = verdict(problem(), new int[][] {{0, 1}, {0, 3}, {0, 5}});

    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.moved()).isEqualTo(1);
  }

  @Test
  void aProblemWithRulesItDoesNotKnowIsRefused() throws IOException {
    GridProblem other =
        new GridProblem(
            SLOTS,
            0.25,
            problem().machines(),
            List.of(),
            problem().jobs(),
            List.of(List.of(0, 1)),
            problem().energy(),
            0);

    assertThatThrownBy(() -> verdict(other, GOOD)).hasMessageContaining("flowLines");
  }

  private void assertFault(int[][] plan, String rule) throws IOException {
    assertFault(problem(), plan, rule);
  }

  private void assertFault(GridProblem problem, int[][] plan, String rule) throws IOException {
    assertThat(verdict(problem, plan).faults()).singleElement().asString().startsWith(rule);
  }

  private PlantWeekCheck.Verdict verdict(GridProblem problem, int[][] plan) throws IOException {
    Path file = folder.resolve("problem.json");
    PlantWeekFile.write(file, problem);
    return PlantWeekCheck.of(file, plan);
  }

  private static GridProblem problem() {
    return problem(9, null, Double.POSITIVE_INFINITY);
  }

  private static GridProblem problem(
      int wait, @org.jspecify.annotations.Nullable Placement fixed, double importLimit) {
    boolean[] open = new boolean[SLOTS];
    Arrays.fill(open, true);
    open[8] = false;
    int[][] setup = {{0, 1}, {1, 0}};
    GridMachine first = new GridMachine("line", open, setup, 4, 0, 0, 0, 0, 0);
    List<GridMachine> machines = List.of(first, GridMachine.plain("oven", SLOTS));
    GridOperation one = GridOperation.free("one", List.of(), List.of(mode(0, 0, 1.5, 10, 20)));
    GridOperation two =
        new GridOperation("two", List.of(0), List.of(mode(1, -1, 0, 5)), wait, -1, null, null, 0);
    GridOperation three =
        new GridOperation(
            "three",
            List.of(),
            List.of(mode(0, 1, 0, 30, 30)),
            9,
            -1,
            fixed,
            new Placement(0, 4),
            0);
    List<GridJob> jobs =
        List.of(
            new GridJob("a", wait == 1 ? 0 : 1, 5, true, 0, List.of(one, two)),
            new GridJob("b", 0, 5, false, 7, List.of(three)));
    return new GridProblem(
        SLOTS, 0.25, machines, List.of(), jobs, List.of(), energy(importLimit), 0);
  }

  private static GridMode mode(int machine, int family, double cost, double... kilowatts) {
    return new GridMode(machine, kilowatts, family, false, cost, Map.of());
  }

  private static SlotEnergy energy(double importLimit) {
    double[] base = new double[SLOTS];
    Arrays.fill(base, -6);
    double[] price = new double[SLOTS];
    Arrays.fill(price, 0.5);
    double[] revenue = new double[SLOTS];
    Arrays.fill(revenue, 0.1);
    return new SlotEnergy(
        List.of(new SlotEnergy.Scenario("P50", 1, base)),
        price,
        revenue,
        2,
        importLimit,
        3,
        20,
        List.of(),
        List.of());
  }
}
