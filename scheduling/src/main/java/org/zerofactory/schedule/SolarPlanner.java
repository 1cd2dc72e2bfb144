package org.zerofactory.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.search.Search;

/**
 * The planner: an OptaPlanner solver of three phases of its own, which build a plan, anneal it with
 * moves that make room for themselves, and time its sequences exactly. Uses one thread, the
 * caller's; an interrupt ends the search with the best plan so far.
 */
public final class SolarPlanner implements Planner {

  /** The solver tells of every solve; held here so that the level stays set. */
  private static final Logger SOLVER_LOG = Logger.getLogger("org.optaplanner");

  static {
    SOLVER_LOG.setLevel(Level.WARNING);
  }

  /** Share of the budget left for the last phase, which does not look at the clock. */
  private static final double LAST_PHASE = 0.01;

  /**
   * @throws IllegalArgumentException if the problem mixes flow lines and other machines in one
   *     operation
   */
  @Override
  public Planning plan(GridProblem problem, Optional<GridPlan> start, PlannerSettings settings) {
    long begin = Search.processorNanos();
    Search search = new Search(problem, settings.seed());
    SolvedPlan best =
        SolverFactory.<SolvedPlan>create(
                config(
                    settings.seed(),
                    List.of(
                        phase(search, found -> found.begin(start)),
                        phase(
                            search,
                            found ->
                                found.anneal(
                                    settings.seconds() * (1 - LAST_PHASE) - seconds(begin),
                                    settings.steps())),
                        phase(search, Search::finish))))
            .buildSolver()
            .solve(new SolvedPlan(problem));
    GridPlan plan = best.plan();
    return new Planning(
        plan,
        PlanCost.of(problem, plan),
        PlanFaults.of(problem, plan),
        search.lowerBound(),
        search.steps(),
        seconds(begin));
  }

  private static double seconds(long begin) {
    return (Search.processorNanos() - begin) / 1e9;
  }

  @SuppressWarnings("rawtypes") // the solver's configuration is raw
  private static SolverConfig config(long seed, List<CustomPhaseCommand> phases) {
    return new SolverConfig()
        .withSolutionClass(SolvedPlan.class)
        .withEntityClasses(PlacedOperation.class)
        .withRandomSeed(seed)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig().withEasyScoreCalculatorClass(PlanScore.class))
        .withPhases(new CustomPhaseConfig().withCustomPhaseCommandList(phases));
  }

  private static CustomPhaseCommand<SolvedPlan> phase(Search search, Consumer<Search> work) {
    return director -> {
      work.accept(search);
      write(search.plan(), director);
    };
  }

  /** The solver keeps the best of what the phases leave, by its own score. */
  private static void write(GridPlan plan, ScoreDirector<SolvedPlan> director) {
    for (PlacedOperation operation : director.getWorkingSolution().operations()) {
      GridOperation.Placement placement = plan.placements().get(operation.number());
      director.beforeVariableChanged(operation, "mode");
      operation.mode(placement.mode());
      director.afterVariableChanged(operation, "mode");
      director.beforeVariableChanged(operation, "start");
      operation.start(placement.start());
      director.afterVariableChanged(operation, "start");
    }
    director.triggerVariableListeners();
  }
}
