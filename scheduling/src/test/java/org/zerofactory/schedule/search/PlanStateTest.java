package org.zerofactory.schedule.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.PlanCost;
import org.zerofactory.schedule.PlanFaults;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

class PlanStateTest {

  private static final int PROBLEMS = 300;
  private static final int MOVES = 200;

  @Test
  void theValueKeptStepByStepIsTheValueComputedFromNothing() {
    for (long seed = 0; seed < PROBLEMS; seed++) {
      GridProblem problem = RandomProblem.of(seed);
      var random = new SplittableRandom(seed);
      var price = new SlotCost(problem.energy(), problem.slotHours());
      var plan = new PlanState(new Layout(problem, 8 * problem.slots()), price);
      var pusher = new Pusher(plan);
      var recreate = new Recreate(plan, pusher, random, new PlaceCost(plan, 1e6));
      var first = new Snapshot(plan.at.operations);
      assertThat(new Construction(plan, pusher, random, recreate).best(first)).isTrue();
      assertThat(first.restore(plan)).as("seed %d", seed).isTrue();
      var moves = new Moves(plan, pusher, random, recreate);
      for (int move = 0; move < MOVES; move++) {
        plan.begin();
        boolean done = moves.any();
        if (done) {
          plan.settle();
        }
        if (!done || random.nextInt(3) == 0) {
          plan.rollback();
        }
        assertSame(problem, plan, "seed " + seed + " move " + move);
      }
    }
  }

  @Test
  void aSearchEndsWithoutFaultsWhereItSaysSoAndWithTheSamePlanForTheSameSteps() {
    for (long seed = 0; seed < 60; seed++) {
      GridProblem problem = RandomProblem.of(seed);

      GridPlan one = searched(problem, seed, Optional.empty());
      GridPlan again = searched(problem, seed, Optional.empty());

      assertThat(one.placements()).as("seed %d", seed).isEqualTo(again.placements());
    }
  }

  @Test
  void aFeasibleStartIsNeverMadeWorse() {
    for (long seed = 0; seed < 60; seed++) {
      GridProblem problem = RandomProblem.of(seed);
      GridPlan start = searched(problem, seed, Optional.empty());
      if (PlanFaults.of(problem, start).isEmpty()) {
        GridPlan next = searched(problem, seed + 1, Optional.of(start));

        assertThat(PlanFaults.of(problem, next)).as("seed %d", seed).isEmpty();
        assertThat(PlanCost.of(problem, next).total())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(PlanCost.of(problem, start).total() + 1e-6);
      }
    }
  }

  @Test
  void theLowerBoundIsBelowEveryFeasiblePlan() {
    for (long seed = 0; seed < 60; seed++) {
      GridProblem problem = RandomProblem.of(seed);
      var search = new Search(problem, seed);
      search.begin(Optional.empty());
      search.anneal(Double.POSITIVE_INFINITY, 2000);
      search.finish();
      GridPlan plan = search.plan();
      if (PlanFaults.of(problem, plan).isEmpty()) {
        assertThat(search.lowerBound())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(PlanCost.of(problem, plan).total() + 1e-6);
      }
    }
  }

  private static GridPlan searched(GridProblem problem, long seed, Optional<GridPlan> start) {
    var search = new Search(problem, seed);
    search.begin(start);
    search.anneal(Double.POSITIVE_INFINITY, 1000);
    search.finish();
    return search.plan();
  }

  private static void assertSame(GridProblem problem, PlanState plan, String where) {
    List<Placement> placements = new ArrayList<>();
    for (int operation = 0; operation < plan.at.operations; operation++) {
      placements.add(
          new Placement(plan.at.localMode(operation, plan.mode(operation)), plan.start(operation)));
    }
    var full = new GridPlan(placements, List.of(), List.of());
    assertThat(plan.cost()).as(where).isCloseTo(PlanCost.of(problem, full).total(), within(1e-6));
    List<GridFault> faults = PlanFaults.of(problem, full);
    double broken = faults.stream().mapToDouble(GridFault::excess).sum();
    assertThat(plan.hard()).as("%s %s", where, faults).isCloseTo(broken, within(1e-5));
  }

  /** The moves of the search, picked at random. */
  private static final class Moves {

    private final PlanState plan;
    private final SplittableRandom random;
    private final ShiftMoves shifts;
    private final LineMoves lines;
    private final PlaceMoves places;
    private final Recreate recreate;

    Moves(PlanState plan, Pusher pusher, SplittableRandom random, Recreate recreate) {
      this.plan = plan;
      this.random = random;
      this.recreate = recreate;
      shifts = new ShiftMoves(plan, pusher, random);
      lines = new LineMoves(plan, pusher, random);
      places = new PlaceMoves(plan, pusher, random);
    }

    boolean any() {
      int operation = random.nextInt(plan.at.operations);
      int line = plan.at.lineOf[operation];
      return switch (random.nextInt(6)) {
        case 0 -> shifts.operation(operation);
        case 1 -> shifts.job(plan.at.jobOf[operation]);
        case 2 ->
            line >= 0 ? lines.reinsert(line, plan.at.jobOf[operation]) : places.replace(operation);
        case 3 -> line < 0 && places.swap(operation);
        case 4 -> places.speed(operation);
        default -> recreate.around(operation);
      };
    }
  }
}
