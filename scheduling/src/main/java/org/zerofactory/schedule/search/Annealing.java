package org.zerofactory.schedule.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Simulated annealing over the moves that a problem's structure allows. The temperature begins at a
 * share of what moves of this plan typically cost and falls geometrically with the budget, so a
 * longer search cools more slowly instead of idling cold. Broken hard rules have a price far above
 * the temperature; the best plan is kept by rules first, cost second.
 */
final class Annealing {

  private static final int SAMPLES = 400;
  private static final int GLANCE = 63;

  /** Price of a broken slot or unit in typical moves, before it rises. */
  private static final double HARD_UNITS = 20;

  /** While more is broken than in the best plan the price doubles every so many steps. */
  private static final int PATIENCE = 4_095;

  private static final int RECOUNT = (1 << 18) - 1;

  /** First and last temperature as shares of what a typical move costs. */
  record Heat(double first, double last) {}

  private final PlanState plan;
  private final Layout at;
  private final RandomGenerator random;
  private final ShiftMoves shifts;
  private final LineMoves lines;
  private final PlaceMoves places;
  private final Recreate recreate;
  private final int[] free;
  private final double[] mix;

  Annealing(PlanState plan, Pusher pusher, RandomGenerator random, Recreate recreate) {
    this.plan = plan;
    this.at = plan.at;
    this.random = random;
    this.shifts = new ShiftMoves(plan, pusher, random);
    this.lines = new LineMoves(plan, pusher, random);
    this.places = new PlaceMoves(plan, pusher, random);
    this.recreate = recreate;
    this.free = freeOperations(at);
    boolean hasPlaces = Arrays.stream(free).anyMatch(operation -> at.lineOf[operation] < 0);
    this.mix = hasPlaces ? new double[] {0.25, 0.35, 0.75} : new double[] {0.4, 0.6, 1};
  }

  private static int[] freeOperations(Layout at) {
    int[] free = new int[at.operations];
    int count = 0;
    for (int operation = 0; operation < at.operations; operation++) {
      if (!at.isFixed(operation)) {
        free[count++] = operation;
      }
    }
    return Arrays.copyOf(free, count);
  }

  /**
   * Searches from the plan as it is, until the budget is used up; {@code best} is kept up to date.
   */
  void run(Budget budget, Snapshot best, Heat heat) {
    if (free.length == 0) {
      return;
    }
    double unit = typicalCost();
    double hardPrice = HARD_UNITS * unit;
    double temperature = unit * heat.first();
    double hard = plan.hard();
    double cost = plan.cost();
    for (long step = 0; ; step++) {
      if ((step & GLANCE) == 0) {
        double share = budget.share();
        if (share >= 1) {
          return;
        }
        temperature = unit * heat.first() * Math.pow(heat.last() / heat.first(), share);
        if ((step & RECOUNT) == RECOUNT - GLANCE) {
          plan.profile.recount();
          cost = plan.cost();
        }
      }
      if ((step & PATIENCE) == 0 && hard > best.hard + 1e-9) {
        hardPrice *= 2;
      }
      budget.step();
      plan.begin();
      if (!move()) {
        plan.rollback();
        continue;
      }
      plan.settle();
      double newHard = plan.hard();
      double newCost = plan.cost();
      double more = newCost - cost + hardPrice * (newHard - hard);
      if (more <= 0 || random.nextDouble() < Math.exp(-more / temperature)) {
        hard = newHard;
        cost = newCost;
        best.improve(plan);
      } else {
        plan.rollback();
      }
    }
  }

  /** Median of what random moves that make the plan dearer cost. */
  private double typicalCost() {
    double[] found = new double[SAMPLES];
    int count = 0;
    for (int attempt = 0; attempt < 8 * SAMPLES && count < SAMPLES; attempt++) {
      double before = plan.cost();
      plan.begin();
      if (move()) {
        plan.settle();
        double more = plan.cost() - before;
        if (more > 1e-12) {
          found[count++] = more;
        }
      }
      plan.rollback();
    }
    Arrays.sort(found, 0, count);
    return count == 0 ? 1 : found[count / 2];
  }

  private boolean move() {
    int operation = free[random.nextInt(free.length)];
    double chance = random.nextDouble();
    if (chance < mix[0]) {
      return shifts.operation(operation);
    }
    if (chance < mix[1]) {
      return shifts.job(at.jobOf[operation]);
    }
    int line = at.lineOf[operation];
    if (line >= 0) {
      return at.modeCount[operation] > 1 && random.nextInt(4) == 0
          ? places.speed(operation)
          : lines.reinsert(line, at.jobOf[operation]);
    }
    if (chance < mix[2]) {
      return switch (random.nextInt(4)) {
        case 0 -> places.swap(operation);
        case 1 -> places.speed(operation);
        default -> places.replace(operation);
      };
    }
    return recreate.around(operation);
  }
}
