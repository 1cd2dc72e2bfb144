package org.zerofactory.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.GridResource;
import org.zerofactory.schedule.grid.SlotEnergy;

/** Two jobs of two operations of 2 slots each, on machines A and B, over 12 slots. */
class PlanFaultsTest {

  private static final int SLOTS = 12;

  @Test
  void aPlanThatKeepsAllRulesHasNoFaults() {
    assertThat(PlanFaults.of(problem(List.of()), plan(0, 2, 2, 4))).isEmpty();
  }

  @Test
  void anOperationBeforeItsPredecessorsEndIsNamedWithTheSlotsMissing() {
    List<GridFault> faults = PlanFaults.of(problem(List.of()), plan(0, 1, 2, 4));

    assertThat(faults).singleElement().extracting(GridFault::rule).isEqualTo("precedence");
    assertThat(faults.get(0).excess()).isEqualTo(1);
    assertThat(faults.get(0).text()).contains("operation 0.1", "job 0", "operation 0.0");
  }

  @Test
  void overlapsOnAMachineAndTheEndOfTheHorizonAreFaults() {
    assertThat(rules(problem(List.of()), plan(0, 2, 1, 4))).containsExactly("machine");
    assertThat(rules(problem(List.of()), plan(0, 2, 2, 11))).containsExactly("horizon");
  }

  @Test
  void jobsThatOvertakeOnAFlowLineAreAFault() {
    assertThat(rules(problem(List.of(List.of(0, 1))), plan(0, 8, 2, 4)))
        .containsExactly("flow-line");
    assertThat(rules(problem(List.of()), plan(0, 8, 2, 4))).isEmpty();
  }

  // one crew: both jobs work in slots 2 and 3
  @Test
  void aCrewUsedTwiceIsAFaultInEachSlot() {
    var crewed = new GridMode(0, new double[] {1, 1}, -1, false, 0, Map.of(0, 1));
    var other = new GridMode(1, new double[] {1, 1}, -1, false, 0, Map.of(0, 1));
    var jobs =
        List.of(
            job(0, GridOperation.free("a", List.of(), List.of(crewed))),
            job(1, GridOperation.free("b", List.of(), List.of(other))));
    var crew = new GridResource("crew", filled(1));

    assertThat(rules(problem(jobs, List.of(crew), List.of()), plan(2, 2)))
        .containsExactly("resource", "resource");
    assertThat(rules(problem(jobs, List.of(crew), List.of()), plan(2, 4))).isEmpty();
  }

  @Test
  void aBufferAndALimitedWaitAreHeld() {
    var first = GridOperation.free("a", List.of(), List.of(plain(0)));
    var second = new GridOperation("b", List.of(0), List.of(plain(1)), 3, 0, null, null, 0);
    var jobs = List.of(job(0, first, second));
    var none = new GridResource("buffer", filled(0));
    var room = new GridResource("buffer", filled(1));

    assertThat(rules(problem(jobs, List.of(none), List.of()), plan(0, 4)))
        .containsExactly("resource", "resource");
    assertThat(rules(problem(jobs, List.of(room), List.of()), plan(0, 5))).isEmpty();
    assertThat(rules(problem(jobs, List.of(room), List.of()), plan(0, 6))).containsExactly("wait");
  }

  @Test
  void releaseFixedDueAndImportLimitAreHeld() {
    var fixed =
        new GridOperation(
            "a", List.of(), List.of(plain(0)), Integer.MAX_VALUE, -1, new Placement(0, 3), null, 0);
    var job = new GridJob("late", 2, 4, true, 0, List.of(fixed));
    var energy =
        new SlotEnergy(
            List.of(new SlotEnergy.Scenario("P50", 1, new double[SLOTS])),
            new double[SLOTS],
            new double[SLOTS],
            0,
            0.75,
            0,
            0,
            List.of(),
            List.of());
    var problem =
        new GridProblem(
            SLOTS,
            0.25,
            List.of(GridMachine.plain("A", SLOTS)),
            List.of(),
            List.of(job),
            List.of(),
            energy,
            0);

    assertThat(rules(problem, plan(3))).containsExactly("due", "import-limit", "import-limit");
    assertThat(rules(problem, plan(1)))
        .containsExactly("release", "fixed", "import-limit", "import-limit");
  }

  @Test
  void closedSlotsAndSetUpsAreHeld() {
    boolean[] open = new boolean[SLOTS];
    Arrays.fill(open, true);
    open[4] = false;
    var machine = new GridMachine("A", open, new int[][] {{0, 2}, {2, 0}}, 0, 0, 0, 0, 0, 0);
    var zero = new GridMode(0, new double[] {1, 1}, 0, false, 0, Map.of());
    var one = new GridMode(0, new double[] {1, 1}, 1, false, 0, Map.of());
    var jobs =
        List.of(
            job(0, GridOperation.free("a", List.of(), List.of(zero))),
            job(1, GridOperation.free("b", List.of(), List.of(one))));
    var problem =
        new GridProblem(SLOTS, 0.25, List.of(machine), List.of(), jobs, List.of(), energy(), 0);

    assertThat(rules(problem, plan(0, 7))).isEmpty();
    assertThat(rules(problem, plan(0, 6))).containsExactly("closed");
    assertThat(rules(problem, plan(5, 8))).containsExactly("machine");
    assertThat(rules(problem, plan(3, 9))).containsExactly("closed");
  }

  @Test
  void aBatteryThatGivesMoreThanItHasIsAFault() {
    var battery = new SlotEnergy.GridBattery("store", 0, 10, 1, 0, 5, 5, 1, 1, 0);
    var energy =
        new SlotEnergy(
            List.of(new SlotEnergy.Scenario("P50", 1, new double[] {0, 0})),
            new double[2],
            new double[2],
            0,
            9,
            0,
            0,
            List.of(battery),
            List.of(new SlotEnergy.FlexibleLoad("tank", 0, 1, 1, 2)));
    var problem = new GridProblem(2, 0.5, List.of(), List.of(), List.of(), List.of(), energy, 0);
    var good = new GridPlan(List.of(), List.of(new double[] {1, -3}), List.of(new double[] {2, 0}));
    var bad = new GridPlan(List.of(), List.of(new double[] {-3, 0}), List.of(new double[] {0, 2}));

    assertThat(PlanFaults.of(problem, good)).isEmpty();
    assertThat(rules(problem, bad)).contains("dispatch").hasSize(4);
  }

  private static List<String> rules(GridProblem problem, GridPlan plan) {
    return PlanFaults.of(problem, plan).stream().map(GridFault::rule).toList();
  }

  private static int[] filled(int units) {
    int[] filled = new int[SLOTS];
    Arrays.fill(filled, units);
    return filled;
  }

  private static GridMode plain(int machine) {
    return GridMode.plain(machine, new double[] {1, 1});
  }

  private static GridJob job(int number, GridOperation... operations) {
    return new GridJob(Integer.toString(number), 0, SLOTS, false, 0, List.of(operations));
  }

  private static SlotEnergy energy() {
    return SlotEnergy.plain(new double[SLOTS], new double[SLOTS], new double[SLOTS]);
  }

  private static GridProblem problem(List<List<Integer>> lines) {
    List<GridJob> jobs =
        List.of(0, 1).stream()
            .map(
                j ->
                    job(
                        j,
                        GridOperation.free(j + ".0", List.of(), List.of(plain(0))),
                        GridOperation.free(j + ".1", List.of(0), List.of(plain(1)))))
            .toList();
    return problem(jobs, List.of(), lines);
  }

  private static GridProblem problem(
      List<GridJob> jobs, List<GridResource> resources, List<List<Integer>> lines) {
    var machines = List.of(GridMachine.plain("A", SLOTS), GridMachine.plain("B", SLOTS));
    return new GridProblem(SLOTS, 0.25, machines, resources, jobs, lines, energy(), 0);
  }

  private static GridPlan plan(int... starts) {
    return new GridPlan(
        Arrays.stream(starts).mapToObj(start -> new Placement(0, start)).toList(),
        List.of(),
        List.of());
  }
}
