package org.zerofactory.schedule.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.PlanFaults;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/** A fixed run of 3 slots and two free ones on a machine that is closed in slots 4 and 5. */
class FixedOperationTest {

  private static final int SLOTS = 16;

  @Test
  void aFixedOperationStaysAndTheOthersKeepClear() {
    GridPlan plan = planned(7);

    assertThat(plan.placements().get(0)).isEqualTo(new Placement(0, 7));
    assertThat(PlanFaults.of(problem(7), plan)).isEmpty();
  }

  // the shift was ended under a running operation: that is a fault, but one of the input
  @Test
  void anOperationFixedInClosedSlotsStaysAndIsTheOnlyFault() {
    GridPlan plan = planned(3);

    assertThat(plan.placements().get(0)).isEqualTo(new Placement(0, 3));
    assertThat(PlanFaults.of(problem(3), plan).stream().map(GridFault::rule))
        .containsExactly("closed");
  }

  private static GridPlan planned(int fixedStart) {
    var search = new Search(problem(fixedStart), 1);
    search.begin(Optional.empty());
    search.anneal(Double.POSITIVE_INFINITY, 2000);
    search.finish();
    return search.plan();
  }

  private static GridProblem problem(int fixedStart) {
    boolean[] open = new boolean[SLOTS];
    Arrays.fill(open, true);
    open[4] = false;
    open[5] = false;
    var machine = new GridMachine("M", open, new int[0][], 0, -1, 0, 0, 0, 0);
    var mode = GridMode.plain(0, new double[] {1, 1, 1});
    var fixed =
        new GridOperation(
            "fixed",
            List.of(),
            List.of(mode),
            Integer.MAX_VALUE,
            -1,
            new Placement(0, fixedStart),
            null,
            0);
    double[] price = new double[SLOTS];
    Arrays.setAll(price, slot -> 1 + slot % 5);
    return new GridProblem(
        SLOTS,
        0.25,
        List.of(machine),
        List.of(),
        List.of(
            job("a", fixed),
            job("b", GridOperation.free("free", List.of(), List.of(mode))),
            job("c", GridOperation.free("free", List.of(), List.of(mode)))),
        List.of(),
        SlotEnergy.plain(new double[SLOTS], price, new double[SLOTS]),
        0);
  }

  private static GridJob job(String id, GridOperation operation) {
    return new GridJob(id, 0, SLOTS, false, 0, List.of(operation));
  }
}
