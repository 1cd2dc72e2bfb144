package org.zerofactory.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/** One job of two operations of 3 slots each, released at slot 1, on a machine closed in slot 5. */
class UnplaceableTest {

  // slots 1-3, then 6-8: the end is 9
  @Test
  void aJobIsNamedWithTheSlotsThatItLacks() {
    var faults = Unplaceable.of(problem(7, true));

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).rule()).isEqualTo("due");
    assertThat(faults.get(0).operation()).isEqualTo(1);
    assertThat(faults.get(0).excess()).isEqualTo(2);
    assertThat(faults.get(0).text()).contains("job order-7", "slot 9", "by 7", "2 slots");
  }

  @Test
  void aSoftDueSlotOrAnEarlyEnoughEndIsNoFault() {
    assertThat(Unplaceable.of(problem(7, false))).isEmpty();
    assertThat(Unplaceable.of(problem(9, true))).isEmpty();
  }

  private static GridProblem problem(int due, boolean firm) {
    int slots = 12;
    boolean[] open = new boolean[slots];
    Arrays.fill(open, true);
    open[5] = false;
    var machine = new GridMachine("M", open, new int[0][], 0, -1, 0, 0, 0, 0);
    var mode = GridMode.plain(0, new double[] {1, 1, 1});
    var job =
        new GridJob(
            "order-7",
            1,
            due,
            firm,
            0,
            List.of(
                GridOperation.free("a", List.of(), List.of(mode)),
                GridOperation.free("b", List.of(0), List.of(mode))));
    var energy = SlotEnergy.plain(new double[slots], new double[slots], new double[slots]);
    return new GridProblem(
        slots, 0.25, List.of(machine), List.of(), List.of(job), List.of(), energy, 0);
  }
}
