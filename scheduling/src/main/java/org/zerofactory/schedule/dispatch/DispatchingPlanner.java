package org.zerofactory.schedule.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.schedule.PlanCost;
import org.zerofactory.schedule.PlanFaults;
import org.zerofactory.schedule.PlanTimes;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * Plans machines and dispatches batteries and flexible loads in turns: plans, dispatches, plans
 * again from there with the dispatch as part of the base load, and dispatches again. The better of
 * both plans is taken, so the second turn never harms, and no plan is worse than it would be with
 * its batteries at rest.
 */
public final class DispatchingPlanner implements Planner {

  /** Share of the budget before the first dispatch. */
  private static final double FIRST_SHARE = 0.6;

  private static final double TOLERANCE = 1e-9;

  private final Planner machines;

  /**
   * @param machines places the operations; it is handed problems without batteries and flexible
   *     loads
   */
  public DispatchingPlanner(Planner machines) {
    this.machines = machines;
  }

  /**
   * @throws IllegalArgumentException if a window cannot hold its energy or a battery cannot reach
   *     its final energy, before any search
   */
  @Override
  public Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings) {
    SlotEnergy energy = problem.energy();
    if (energy.batteries().isEmpty() && energy.flexibleLoads().isEmpty()) {
      return machines.plan(problem, start, settings);
    }
    DispatchChecks.check(energy, problem.slotHours(), new double[problem.slots()]);
    double bound = FluidDispatch.lowerBound(problem);
    double[] base = new double[problem.slots()];
    if (start.isPresent()) {
      base = dispatched(problem, start.get()).kilowatts();
    }
    Optional<GridPlan> bare = start.map(plan -> withoutDevices(plan));
    Planning first = machines.plan(onTopOf(problem, base), bare, share(settings, FIRST_SHARE));
    Planning dispatched = complete(problem, first.plan(), bound, first.steps(), first.seconds());
    if (start.isPresent()) {
      Planning kept = complete(problem, start.get(), bound, first.steps(), first.seconds());
      dispatched = better(kept, dispatched);
    }
    return again(problem, dispatched, settings);
  }

  private Planning again(GridProblem problem, Planning first, PlannerSettings settings) {
    double seconds = settings.seconds() - first.seconds();
    long steps =
        settings.steps() == Long.MAX_VALUE ? Long.MAX_VALUE : settings.steps() - first.steps();
    if (seconds <= 0 || steps < 1) {
      return first;
    }
    double[] base =
        new Rows(first.plan().batteryKw(), first.plan().flexibleKw()).sum(problem.slots());
    Planning second =
        machines.plan(
            onTopOf(problem, base),
            Optional.of(withoutDevices(first.plan())),
            new PlannerSettings(seconds, steps, settings.seed()));
    return better(
        first,
        complete(
            problem,
            second.plan(),
            first.lowerBound(),
            first.steps() + second.steps(),
            first.seconds() + second.seconds()));
  }

  private static PlannerSettings share(PlannerSettings settings, double share) {
    long steps =
        settings.steps() == Long.MAX_VALUE
            ? Long.MAX_VALUE
            : Math.max(1, Math.round(settings.steps() * share));
    return new PlannerSettings(settings.seconds() * share, steps, settings.seed());
  }

  /** The problem of the machines alone, with what the devices do as part of the base load. */
  private static GridProblem onTopOf(GridProblem problem, double[] devicesKw) {
    SlotEnergy energy = problem.energy();
    List<SlotEnergy.Scenario> scenarios = new ArrayList<>();
    for (SlotEnergy.Scenario scenario : energy.scenarios()) {
      double[] base = scenario.baseKw().clone();
      for (int slot = 0; slot < base.length; slot++) {
        base[slot] += devicesKw[slot];
      }
      scenarios.add(new SlotEnergy.Scenario(scenario.name(), scenario.weight(), base));
    }
    SlotEnergy alone =
        new SlotEnergy(
            scenarios,
            energy.importCost(),
            energy.exportRevenue(),
            energy.exportLimitKw(),
            energy.importLimitKw(),
            energy.peakCost(),
            energy.freePeakKw(),
            List.of(),
            List.of());
    return new GridProblem(
        problem.slots(),
        problem.slotHours(),
        problem.machines(),
        problem.resources(),
        problem.jobs(),
        problem.flowLines(),
        alone,
        problem.makespanCost());
  }

  private static GridPlan withoutDevices(GridPlan plan) {
    return new GridPlan(plan.placements(), List.of(), List.of());
  }

  private static Dispatch dispatched(GridProblem problem, GridPlan plan) {
    GridPlan still = GridPlan.still(problem, plan.placements());
    double[] machineKw = PlanTimes.of(problem, still).kilowatts();
    return Dispatch.of(problem.energy(), problem.slotHours(), machineKw);
  }

  private static Planning complete(
      GridProblem problem, GridPlan machines, double lowerBound, long steps, double seconds) {
    Dispatch dispatch = dispatched(problem, machines);
    GridPlan plan =
        new GridPlan(machines.placements(), dispatch.batteryKw(), dispatch.flexibleKw());
    return new Planning(
        plan, PlanCost.of(problem, plan), PlanFaults.of(problem, plan), lowerBound, steps, seconds);
  }

  /** The one that breaks its rules by less; with equal rules the cheaper; at a tie the first. */
  private static Planning better(Planning first, Planning second) {
    double broken = broken(first);
    double other = broken(second);
    Planning cheaper = second.cost().total() < first.cost().total() ? second : first;
    Planning better =
        Math.abs(other - broken) < TOLERANCE ? cheaper : other < broken ? second : first;
    return new Planning(
        better.plan(),
        better.cost(),
        better.faults(),
        better.lowerBound(),
        Math.max(first.steps(), second.steps()),
        Math.max(first.seconds(), second.seconds()));
  }

  private static double broken(Planning planning) {
    return planning.faults().stream().mapToDouble(GridFault::excess).sum();
  }
}
