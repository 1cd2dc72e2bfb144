package org.zerofactory.benchmarks.planner;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * Where each operation may begin.
 *
 * @param step every start is offered if 1; else only multiples of it, and the hint's
 */
record CpSatStarts(List<List<Choice>> choices, int step) {

  /**
   * @param setup slots of set-up directly before {@code start}
   */
  record Choice(int mode, GridMode way, int setup, int start, BoolVar literal) {
    int from() {
      return start - setup;
    }

    int end() {
      return start + way.duration();
    }

    /** Whatever its set-up. */
    boolean isAt(Placement hint) {
      return mode == hint.mode() && start == hint.start();
    }
  }

  /**
   * An operation's window: no earlier than what must precede it, no later than what must follow.
   */
  private record Window(GridOperation operation, int from, int to) {}

  /** A choice before it has its literal. */
  private record Bare(int mode, GridMode way, int setup, int start) {}

  List<Choice> of(int operation) {
    return choices.get(operation);
  }

  static CpSatStarts of(
      GridProblem problem, List<Placement> hint, CpModel model, int mostLiterals) {
    List<Window> windows = windows(problem);
    long literals = 0;
    for (int operation = 0; operation < windows.size(); operation++) {
      literals += bare(problem, windows.get(operation), 1, hint.get(operation)).size();
    }
    int step = (int) ((literals + mostLiterals - 1) / mostLiterals);
    List<List<Choice>> all = new ArrayList<>();
    int[] setups = hintSetups(problem, hint);
    for (int operation = 0; operation < windows.size(); operation++) {
      Placement at = hint.get(operation);
      List<Choice> choices = new ArrayList<>();
      for (Bare bare : bare(problem, windows.get(operation), Math.max(1, step), at)) {
        BoolVar literal = model.newBoolVar("");
        boolean hinted =
            bare.mode() == at.mode()
                && bare.start() == at.start()
                && bare.setup() == setups[operation];
        model.addHint(literal, hinted);
        choices.add(new Choice(bare.mode(), bare.way(), bare.setup(), bare.start(), literal));
      }
      all.add(choices);
    }
    return new CpSatStarts(all, Math.max(1, step));
  }

  private static List<Window> windows(GridProblem problem) {
    List<Window> windows = new ArrayList<>();
    for (GridJob job : problem.jobs()) {
      int before = 0;
      int after = job.operations().stream().mapToInt(CpSatStarts::shortest).sum();
      int last = job.firm() ? Math.min(job.dueSlot(), problem.slots()) : problem.slots();
      for (GridOperation operation : job.operations()) {
        int length = shortest(operation);
        after -= length;
        windows.add(new Window(operation, job.releaseSlot() + before, last - after));
        before += length;
      }
    }
    return windows;
  }

  private static int shortest(GridOperation operation) {
    return operation.modes().stream().mapToInt(GridMode::duration).min().orElseThrow();
  }

  /** Every start that window, calendar and step allow. */
  private static List<Bare> bare(GridProblem problem, Window window, int step, Placement hint) {
    List<Bare> found = new ArrayList<>();
    List<GridMode> modes = window.operation().modes();
    for (int number = 0; number < modes.size(); number++) {
      GridMode mode = modes.get(number);
      GridMachine machine = problem.machines().get(mode.machine());
      TreeSet<Integer> setups = new TreeSet<>();
      for (int family = 0; family < machine.setup().length; family++) {
        setups.add(machine.setup()[family][mode.family()]);
      }
      for (int start = window.from(); start + mode.duration() <= window.to(); start++) {
        boolean hinted = number == hint.mode() && start == hint.start();
        for (int setup : setups) {
          if ((start % step == 0 || hinted)
              && CpSatModel.isOpen(problem, mode, start - setup, start + mode.duration())) {
            found.add(new Bare(number, mode, setup, start));
          }
        }
      }
    }
    return found;
  }

  /** Slots of set-up before each operation of a plan. */
  static int[] hintSetups(GridProblem problem, List<Placement> plan) {
    Board board = new Board(problem);
    for (int operation = 0; operation < plan.size(); operation++) {
      board.put(operation, plan.get(operation));
    }
    int[] setups = new int[plan.size()];
    for (int operation = 0; operation < setups.length; operation++) {
      Placement at = plan.get(operation);
      setups[operation] =
          board.setup(board.operation(operation).modes().get(at.mode()), at.start());
    }
    return setups;
  }
}
