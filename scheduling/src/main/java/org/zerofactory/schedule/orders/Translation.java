package org.zerofactory.schedule.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.ProductionPlan;
import org.zerofactory.domain.schedule.ProductionPlan.Unplaceable;
import org.zerofactory.domain.schedule.ScheduleFaultsException;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * A planning task as a problem on the grid, and plans of the problem as plans of the task.
 *
 * <p>Rounding: runs, set-ups and warm-ups take whole quarter hours, rounded up; a plan states by
 * how much. Releases are rounded up and due times down to the grid, shifts and crews count only in
 * quarter hours that they fill, and longest waits are rounded down: a plan on the grid keeps every
 * rule of the task. Flow of energy is not rounded.
 *
 * <p>The price of an order's lateness is shared equally by its lots.
 */
public final class Translation {

  private final PlanningTask task;
  private final SlotGrid grid;
  private final InForce inForce;
  private final EnergyGrid energy;
  private final JobGrid jobs;
  private final List<Unplaceable> unplaceable = new ArrayList<>();
  private final GridProblem problem;

  private Translation(PlanningTask task) {
    this.task = task;
    this.grid = SlotGrid.of(task.horizon());
    this.inForce = new InForce(task.inForce(), task.horizon().start());
    this.energy = new EnergyGrid(task, grid);
    PlantGrid plant = new PlantGrid(task.plant(), grid);
    this.jobs = new JobGrid(task, grid, plant, inForce);
    Fit fit = new Fit(task, grid, plant, inForce, energy);
    task.orders().forEach(order -> add(order, fit));
    this.problem =
        new GridProblem(
            grid.slots(),
            SlotGrid.SLOT_HOURS,
            plant.machines(inForce),
            plant.resources(),
            jobs.jobs(),
            plant.flowLines(),
            energy.energy(),
            0);
  }

  /**
   * What was begun is never left out: if its firm due date is lost, lateness is priced instead; if
   * the rest of it can't fit, what runs still holds its machine.
   */
  private void add(ProductionOrder order, Fit fit) {
    Optional<Unplaceable> limit = fit.of(order);
    if (limit.isEmpty()) {
      jobs.add(order, order.firm());
    } else if (inForce.hasBegun(order.id()) && limit.get().limit().equals("firm-due")) {
      jobs.add(order, false);
    } else {
      jobs.addRunning(order);
      unplaceable.add(limit.get());
    }
  }

  /**
   * Checks a task and puts it on the grid.
   *
   * @throws ScheduleFaultsException with all faults of the task
   */
  public static Translation of(PlanningTask task) {
    ScheduleFaultsException.throwIfAny(task.faults());
    return new Translation(task);
  }

  /** The problem; its operations are those of the orders that fit. */
  public GridProblem problem() {
    return problem;
  }

  /** Orders that can't fit whatever the others do; they are not in the problem. */
  public List<Unplaceable> unplaceable() {
    return List.copyOf(unplaceable);
  }

  /** The plan in force on the grid, to begin the search from; empty if it lacks an operation. */
  public Optional<GridPlan> start() {
    List<Placement> placements = new ArrayList<>();
    for (JobGrid.Source source : jobs.sources()) {
      Optional<Placement> placement =
          source.running().isPresent()
              ? Optional.of(new Placement(0, 0))
              : inForce
                  .toCome(new InForce.Key(source.order().id(), source.lot(), source.segment().id()))
                  .flatMap((PlannedOperation of) -> jobs.placement(of, source.modes()));
      if (placement.isEmpty()) {
        return Optional.empty();
      }
      placements.add(placement.get());
    }
    List<double[]> batteries =
        problem.energy().batteries().stream().map(of -> new double[grid.slots()]).toList();
    List<double[]> loads =
        problem.energy().flexibleLoads().stream().map(of -> new double[grid.slots()]).toList();
    return placements.isEmpty()
        ? Optional.empty()
        : Optional.of(new GridPlan(placements, batteries, loads));
  }

  /**
   * A plan of the problem in instants, with what it takes if the sun gives its P50 and its P10.
   *
   * @throws IllegalArgumentException if the plan's size does not fit the problem
   */
  public ProductionPlan plan(GridPlan plan, Instant madeAt) {
    return new PlanReport(task, grid, energy, jobs.sources(), problem)
        .of(plan, unplaceable, madeAt);
  }
}
