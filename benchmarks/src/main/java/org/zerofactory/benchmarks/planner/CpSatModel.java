package org.zerofactory.benchmarks.planner;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * The problem for CP-SAT: one literal for each mode, length of set-up and start of an operation; a
 * circuit for each machine ties set-ups to the order; power per slot is a sum of literals and the
 * convex cost of a slot two linear variables. Exact, unless starts had to be thinned out.
 */
final class CpSatModel {

  private final GridProblem problem;
  private final CpModel model = new CpModel();
  private final CpSatStarts starts;
  private final IntVar[] begin;
  private final IntVar[] end;
  private final LinearExprBuilder objective = LinearExpr.newBuilder();
  private final CpSatMoney money;

  /**
   * @param hint a feasible plan
   * @throws IllegalArgumentException if power is not in tenths, prices not in ten-thousandths, or
   *     weights not in quarters: the solver counts in whole numbers
   */
  CpSatModel(GridProblem problem, List<Placement> hint, int mostLiterals) {
    this.problem = problem;
    this.money = new CpSatMoney(problem);
    this.starts = CpSatStarts.of(problem, hint, model, mostLiterals);
    int operations = problem.operations();
    this.begin = new IntVar[operations];
    this.end = new IntVar[operations];
    for (int operation = 0; operation < operations; operation++) {
      place(operation, hint.get(operation));
    }
    jobs(hint);
    for (int machine = 0; machine < problem.machines().size(); machine++) {
      new CpSatMachine(problem, model, starts, machine, begin, end).build(hint);
    }
    money.energy(model, starts, objective, hint);
    model.minimize(objective);
  }

  CpModel model() {
    return model;
  }

  /** Whether every start was offered, so that its bound holds for the problem. */
  boolean isWhole() {
    return starts.step() == 1;
  }

  double money(double objectiveValue) {
    return objectiveValue * money.unit();
  }

  List<Placement> placements(CpSolver solver) {
    List<Placement> placements = new ArrayList<>();
    for (int operation = 0; operation < begin.length; operation++) {
      for (CpSatStarts.Choice choice : starts.of(operation)) {
        if (solver.booleanValue(choice.literal())) {
          placements.add(new Placement(choice.mode(), choice.start()));
        }
      }
    }
    return placements;
  }

  private void place(int operation, Placement hint) {
    List<CpSatStarts.Choice> choices = starts.of(operation);
    BoolVar[] literals = choices.stream().map(CpSatStarts.Choice::literal).toArray(BoolVar[]::new);
    model.addExactlyOne(literals);
    long[] first = choices.stream().mapToLong(CpSatStarts.Choice::start).toArray();
    long[] last = choices.stream().mapToLong(CpSatStarts.Choice::end).toArray();
    begin[operation] = model.newIntVar(0, problem.slots(), "");
    end[operation] = model.newIntVar(0, problem.slots(), "");
    model.addEquality(LinearExpr.weightedSum(literals, first), begin[operation]);
    model.addEquality(LinearExpr.weightedSum(literals, last), end[operation]);
    model.addHint(begin[operation], hint.start());
    for (CpSatStarts.Choice choice : choices) {
      if (choice.isAt(hint)) {
        model.addHint(end[operation], choice.end());
        break;
      }
    }
    for (CpSatStarts.Choice choice : choices) {
      double cost = choice.way().cost();
      if (cost > 0) {
        objective.addTerm(choice.literal(), money.units(cost));
      }
    }
  }

  private void jobs(List<Placement> hint) {
    int number = 0;
    int[] ends = Board.jobEnds(problem, hint);
    for (int order = 0; order < ends.length; order++) {
      GridJob job = problem.jobs().get(order);
      int first = number;
      for (GridOperation operation : job.operations()) {
        for (int before : operation.predecessors()) {
          model.addGreaterOrEqual(begin[number], end[first + before]);
        }
        number++;
      }
      if (!job.firm() && job.tardinessCost() > 0 && job.dueSlot() < problem.slots()) {
        IntVar late = model.newIntVar(0, problem.slots(), "");
        for (int operation = first; operation < number; operation++) {
          model.addGreaterOrEqual(
              LinearExpr.newBuilder().add(late).add(job.dueSlot()), end[operation]);
        }
        model.addHint(late, Math.max(0, ends[order] - job.dueSlot()));
        objective.addTerm(late, money.units(job.tardinessCost()));
      }
    }
  }

  /** Whether a mode's run with a set-up of some length lies in open slots of the horizon. */
  static boolean isOpen(GridProblem problem, GridMode mode, int from, int to) {
    if (from < 0 || to > problem.slots()) {
      return false;
    }
    boolean[] open = problem.machines().get(mode.machine()).open();
    for (int slot = from; slot < to; slot++) {
      if (!open[slot]) {
        return false;
      }
    }
    return true;
  }
}
