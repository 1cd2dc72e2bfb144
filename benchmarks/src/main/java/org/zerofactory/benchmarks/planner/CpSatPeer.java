package org.zerofactory.benchmarks.planner;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.util.List;
import java.util.Optional;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/**
 * OR-Tools CP-SAT on the same problem: time-indexed, exact in whole numbers, with the greedy fit to
 * the sun as a complete hint. Its seconds are processor time of its search alone; neither the hint
 * nor the building of the model counts, to its advantage.
 */
final class CpSatPeer implements Planner {

  /** Above this the model takes several gigabytes; then only every n-th start is offered. */
  private static final int MOST_LITERALS = 120_000;

  /** Its portfolio; with one worker it was seen not to leave the hint. */
  private static final int WORKERS = 8;

  private static final double HINT_SECONDS = 20;
  private static final double WALL_FACTOR = 4;

  @Override
  public Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings) {
    Loader.loadNativeLibraries();
    GridPlan hint =
        new SunFit()
            .plan(
                problem, Optional.empty(), PlannerSettings.ofSeconds(HINT_SECONDS, settings.seed()))
            .plan();
    CpSatModel model = new CpSatModel(problem, hint.placements(), MOST_LITERALS);
    CpSolver solver = new CpSolver();
    solver
        .getParameters()
        .setNumWorkers(WORKERS)
        .setSymmetryLevel(0)
        .setCpModelProbingLevel(0)
        .setRandomSeed((int) settings.seed())
        .setMaxTimeInSeconds(WALL_FACTOR * settings.seconds());
    long begin = Peers.processorNanos();
    Thread clock = clock(solver, begin, settings.seconds());
    CpSolverStatus status = solver.solve(model.model());
    clock.interrupt();
    boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    List<Placement> placements = found ? model.placements(solver) : hint.placements();
    double bound = model.isWhole() ? model.money(solver.bestObjectiveBound()) : 0;
    GridPlan plan = new GridPlan(placements, List.of(), List.of());
    return Peers.planning(problem, plan, Math.max(0, bound), solver.numBranches(), begin);
  }

  /** Stops the solver once the process has used its time. */
  private static Thread clock(CpSolver solver, long begin, double seconds) {
    Thread clock =
        new Thread(
            () -> {
              try {
                while (true) {
                  Thread.sleep(20);
                  if ((Peers.processorNanos() - begin) / 1e9 >= seconds) {
                    solver.stopSearch();
                  }
                }
              } catch (InterruptedException solved) {
                Thread.currentThread().interrupt();
              }
            },
            "cp-sat-clock");
    clock.setDaemon(true);
    clock.start();
    return clock;
  }
}
