package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * A week whose sun fails while its plan is in force.
 *
 * @param problem with what has begun fixed and the rest free from {@link #NOW}
 * @param free number of operations that may still move
 */
record Replanning(GridProblem problem, int free) {

  /** Tuesday, 10:00. */
  static final int NOW = PlantWeek.SLOTS_OF_DAY + 40;

  private static final int SHORTFALL_SLOTS = 32;

  /**
   * @param moveCost money for each operation that is not where {@code plan} has it
   */
  static Replanning of(PlantWeek week, GridPlan plan, double moveCost) {
    GridProblem before = week.problem();
    int[] setups = CpSatStarts.hintSetups(before, plan.placements());
    SlotEnergy energy =
        PlantEnergy.shortfall(before.energy(), week.loadKw(), NOW, NOW + SHORTFALL_SLOTS);
    List<GridJob> jobs = new ArrayList<>();
    int number = 0;
    int free = 0;
    for (GridJob job : before.jobs()) {
      List<GridOperation> operations = new ArrayList<>();
      for (GridOperation operation : job.operations()) {
        Placement at = plan.placements().get(number);
        boolean begun = at.start() - setups[number] < NOW;
        operations.add(placed(operation, at, begun, moveCost));
        free += begun ? 0 : 1;
        number++;
      }
      boolean begun = operations.get(0).fixed() != null;
      jobs.add(
          new GridJob(
              job.id(),
              begun ? job.releaseSlot() : Math.max(job.releaseSlot(), NOW),
              job.dueSlot(),
              job.firm(),
              job.tardinessCost(),
              operations));
    }
    return new Replanning(
        new GridProblem(
            before.slots(),
            before.slotHours(),
            machines(before, plan, setups),
            before.resources(),
            jobs,
            before.flowLines(),
            energy,
            before.makespanCost()),
        free);
  }

  private static GridOperation placed(
      GridOperation operation, Placement at, boolean begun, double moveCost) {
    return new GridOperation(
        operation.id(),
        operation.predecessors(),
        operation.modes(),
        operation.maximumWaitSlots(),
        operation.waitsIn(),
        begun ? at : null,
        at,
        begun ? 0 : moveCost);
  }

  /** The past is closed but for what ran in it: nothing may be put where time has gone by. */
  private static List<GridMachine> machines(GridProblem before, GridPlan plan, int[] setups) {
    boolean[][] ran = new boolean[before.machines().size()][before.slots()];
    int number = 0;
    for (GridJob job : before.jobs()) {
      for (GridOperation operation : job.operations()) {
        Placement at = plan.placements().get(number);
        GridMode mode = operation.modes().get(at.mode());
        for (int slot = at.start() - setups[number]; slot < at.start() + mode.duration(); slot++) {
          ran[mode.machine()][slot] = true;
        }
        number++;
      }
    }
    List<GridMachine> machines = new ArrayList<>();
    for (int index = 0; index < ran.length; index++) {
      GridMachine machine = before.machines().get(index);
      boolean[] open = machine.open().clone();
      for (int slot = 0; slot < Math.min(NOW, open.length); slot++) {
        open[slot] &= ran[index][slot];
      }
      machines.add(
          new GridMachine(
              machine.id(),
              open,
              machine.setup(),
              machine.setupKw(),
              machine.initialFamily(),
              machine.standbyKw(),
              machine.offKw(),
              machine.warmUpSlots(),
              machine.warmUpKw()));
    }
    return machines;
  }
}
