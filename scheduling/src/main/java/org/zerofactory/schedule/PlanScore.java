package org.zerofactory.schedule;

import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.EasyScoreCalculator;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridPlan;

/**
 * The solver's score: thousandths by which hard rules are broken, and millionths of money. It is
 * asked once after each phase; inside a phase the search keeps its own count of the same figures.
 */
public final class PlanScore implements EasyScoreCalculator<SolvedPlan, HardSoftLongScore> {

  private static final double HARD_SCALE = 1e3;
  private static final double SOFT_SCALE = 1e6;

  /** For the solver. */
  public PlanScore() {}

  @Override
  public HardSoftLongScore calculateScore(SolvedPlan solution) {
    if (solution.operations().stream().anyMatch(operation -> operation.start() == null)) {
      return HardSoftLongScore.of(Long.MIN_VALUE / 4, 0);
    }
    GridPlan plan = solution.plan();
    double broken =
        PlanFaults.of(solution.problem(), plan).stream().mapToDouble(GridFault::excess).sum();
    double money = PlanCost.of(solution.problem(), plan).total();
    return HardSoftLongScore.of(
        -(long) Math.ceil(broken * HARD_SCALE), -Math.round(money * SOFT_SCALE));
  }
}
