package org.zerofactory.benchmarks.planner;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/** A flow shop as the planner's problem, and its plan as plain starts. */
final class FlowShopProblem {

  private FlowShopProblem() {}

  /** Watts as kW and g/kWh as money per kWh: the cost is the published objective. */
  static GridProblem of(FlowShop shop) {
    List<GridMachine> machines = new ArrayList<>();
    List<Integer> line = new ArrayList<>();
    for (int machine = 0; machine < shop.machines(); machine++) {
      machines.add(GridMachine.plain("machine-" + machine, shop.slots()));
      line.add(machine);
    }
    List<GridJob> jobs = new ArrayList<>();
    for (int job = 0; job < shop.jobs(); job++) {
      jobs.add(job(shop, job));
    }
    double[] base = new double[shop.slots()];
    for (int slot = 0; slot < base.length; slot++) {
      base[slot] = -shop.generation()[slot];
    }
    SlotEnergy energy = SlotEnergy.plain(base, shop.intensity(), new double[base.length]);
    List<List<Integer>> lines = machines.size() > 1 ? List.of(line) : List.of();
    return new GridProblem(base.length, 0.25, machines, List.of(), jobs, lines, energy, 0);
  }

  private static GridJob job(FlowShop shop, int job) {
    List<GridOperation> operations = new ArrayList<>();
    for (int machine = 0; machine < shop.machines(); machine++) {
      if (shop.duration(job, machine) > 0) {
        int before = operations.size() - 1;
        operations.add(
            GridOperation.free(
                "machine-" + machine,
                before < 0 ? List.of() : List.of(before),
                List.of(GridMode.plain(machine, shop.watts()[job][machine]))));
      }
    }
    return new GridJob("job-" + job, 0, shop.slots(), false, 0, operations);
  }

  static int[][] starts(FlowShop shop, GridPlan plan) {
    int[][] starts = new int[shop.jobs()][shop.machines()];
    int operation = 0;
    for (int job = 0; job < shop.jobs(); job++) {
      for (int machine = 0; machine < shop.machines(); machine++) {
        if (shop.duration(job, machine) > 0) {
          starts[job][machine] = plan.placements().get(operation++).start();
        }
      }
    }
    return starts;
  }
}
