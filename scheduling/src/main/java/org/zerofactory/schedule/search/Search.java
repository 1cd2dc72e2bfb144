package org.zerofactory.schedule.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * One search for one problem: builds a first plan, anneals it, and times its sequences exactly. How
 * it searches follows from the structure of the problem alone.
 */
public final class Search {

  private static final int PASSES = 4;
  private static final Annealing.Heat COLD_START = new Annealing.Heat(1.0, 0.004);
  private static final Annealing.Heat WARM_START = new Annealing.Heat(0.15, 0.004);
  private static final Annealing.Heat SEQUENCES = new Annealing.Heat(0.5, 0.0025);

  private final GridProblem problem;
  private final SlotCost price;
  private final RandomGenerator random;
  private Layout at;
  private PlanState plan;
  private Pusher pusher;
  private Recreate recreate;
  private ShiftPass passes;
  private Snapshot best;
  private boolean isWarm;
  private long taken;

  public Search(GridProblem problem, long seed) {
    this.problem = problem;
    this.price = new SlotCost(problem.energy(), problem.slotHours());
    this.random = new SplittableRandom(seed);
    layOut(problem.slots());
  }

  private void layOut(int room) {
    this.at = new Layout(problem, room);
    this.plan = new PlanState(at, price);
    this.pusher = new Pusher(plan);
    PlaceCost places = new PlaceCost(plan, firmPrice());
    this.recreate = new Recreate(plan, pusher, random, places);
    this.passes = new ShiftPass(plan, pusher, places);
    this.best = new Snapshot(at.operations);
  }

  /** Far above what any operation can cost in energy. */
  private double firmPrice() {
    double dearest = 1;
    for (int slot = 0; slot < at.horizon; slot++) {
      dearest = Math.max(dearest, price.of(slot, 1000) - price.of(slot, 0));
    }
    return 1000 * dearest;
  }

  /**
   * Makes the first plan: the given one, mended where it contradicts the fixed operations, or one
   * built from nothing where there is none or the built one is better.
   */
  public void begin(Optional<GridPlan> start) {
    Construction construction = new Construction(plan, pusher, random, recreate);
    int room = at.horizon;
    while (!construction.best(best)) {
      room *= 4;
      layOut(room);
      construction = new Construction(plan, pusher, random, recreate);
    }
    start.ifPresent(this::takeStart);
    if (!best.restore(plan)) {
      throw new IllegalStateException("the first plan lets jobs overtake on a flow line");
    }
  }

  private void takeStart(GridPlan start) {
    Snapshot given = new Snapshot(at.operations);
    for (int operation = 0; operation < at.operations; operation++) {
      GridOperation.Placement placement = start.placements().get(operation);
      int mode = at.firstMode[operation] + placement.mode();
      if (at.isFixed(operation)) {
        given.modes[operation] = at.fixedMode[operation];
        given.starts[operation] = at.fixedStart[operation];
      } else if (at.starts[mode].possible(placement.start())) {
        given.modes[operation] = mode;
        given.starts[operation] = placement.start();
      } else {
        return;
      }
    }
    if (StartCheck.overlaps(at, given) || !given.restore(plan)) {
      return;
    }
    isWarm = best.improve(plan);
  }

  /** Processor time of this thread, nanoseconds. */
  public static long processorNanos() {
    return Budget.processorNanos();
  }

  /**
   * Searches until the budget is used up.
   *
   * @param seconds processor time; nothing is done if it is 0 or less
   */
  public void anneal(double seconds, long steps) {
    if (seconds <= 0) {
      return;
    }
    Budget budget = new Budget(seconds, steps);
    if (SequenceSearch.fits(at) && best.hard == 0) {
      new SequenceSearch(at, price, random).run(budget, best, SEQUENCES);
    } else if (Disjunction.fits(at, price)) {
      new MakespanSearch(at, random).run(budget, best);
    } else {
      Annealing annealing = new Annealing(plan, pusher, random, recreate);
      annealing.run(budget, best, isWarm ? WARM_START : COLD_START);
    }
    taken = budget.taken();
  }

  /** Steps that were tried. */
  public long steps() {
    return taken;
  }

  /** Times the sequences of the best plan exactly, machine by machine. */
  public void finish() {
    if (best.restore(plan)) {
      best.improve(plan);
      passes.run(PASSES);
      best.improve(plan);
    }
  }

  /** No plan can cost less, in money. */
  public double lowerBound() {
    return FluidBound.of(at, price);
  }

  /** The best plan so far. */
  public GridPlan plan() {
    List<GridOperation.Placement> placements = new ArrayList<>();
    for (int operation = 0; operation < at.operations; operation++) {
      placements.add(
          new GridOperation.Placement(
              at.localMode(operation, best.modes[operation]), best.starts[operation]));
    }
    return GridPlan.still(problem, placements);
  }
}
