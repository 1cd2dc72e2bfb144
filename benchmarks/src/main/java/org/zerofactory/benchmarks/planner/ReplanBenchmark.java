package org.zerofactory.benchmarks.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zerofactory.benchmarks.Figures;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.SolarPlanner;
import org.zerofactory.schedule.grid.GridPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The sun fails on Tuesday at ten: half of the cautious forecast for eight hours. What the plan in
 * force costs then, and what is left of that after a short search from it or from nothing.
 */
@Command(
    name = "replan",
    mixinStandardHelpOptions = true,
    description = "Cost after the sun has failed: plan kept, mended from it, or made anew.")
public final class ReplanBenchmark implements Callable<Integer> {

  /** A search from nothing may not keep every firm date in a tenth of a second: that is shown. */
  private static final String REBUILT = "rebuilt";

  @Option(
      names = "--operations",
      split = ",",
      defaultValue = "100,500",
      description = "sizes (${DEFAULT-VALUE})")
  private int[] sizes = {100, 500};

  @Option(
      names = "--budgets",
      split = ",",
      defaultValue = "0.1,0.5,1,5",
      description = "processor seconds of each search (${DEFAULT-VALUE})")
  private double[] budgets = {0.1, 0.5, 1, 5};

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "processor seconds for the plan in force (${DEFAULT-VALUE})")
  private double seconds = 30;

  @Option(
      names = "--move-cost",
      defaultValue = "20",
      description = "money for each operation moved, where it counts (${DEFAULT-VALUE})")
  private double moveCost = 20;

  @Option(names = "--seed", defaultValue = "1", description = "of week and search")
  private long seed = 1;

  private boolean feasible = true;

  /** For the command line. */
  public ReplanBenchmark() {}

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("replan");
    Path file = folder.resolve("problem.json");
    try {
      for (int operations : sizes) {
        measure(operations, file);
      }
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
    return feasible ? 0 : 1;
  }

  private void measure(int operations, Path file) throws IOException {
    PlantWeek week = PlantWeek.of(operations, seed);
    Planner planner = new SolarPlanner();
    GridPlan plan =
        planner
            .plan(week.problem(), Optional.empty(), PlannerSettings.ofSeconds(seconds, seed))
            .plan();
    Replanning loose = Replanning.of(week, plan, 0);
    Replanning stable = Replanning.of(week, plan, moveCost);
    PlantWeekFile.write(file, loose.problem());
    PlantWeekCheck.Verdict kept = PlantWeekCheck.of(file, PlantWeekFile.numbers(plan.placements()));
    for (double budget : budgets) {
      PlannerSettings settings = PlannerSettings.ofSeconds(budget, seed);
      Figures line =
          new Figures("replan")
              .put("operations", operations, 0)
              .put("free", loose.free(), 0)
              .put("seed", seed, 0)
              .put("budgetSeconds", budget, 2)
              .put("keptFeasible", kept.feasible())
              .put("keptCost", kept.cost(), 2)
              .put("moveCost", moveCost, 2);
      put(line, "warm", loose, planner.plan(loose.problem(), Optional.of(plan), settings), file);
      put(
          line,
          "warmStable",
          stable,
          planner.plan(stable.problem(), Optional.of(plan), settings),
          file);
      put(line, REBUILT, loose, planner.plan(loose.problem(), Optional.empty(), settings), file);
      System.out.println(line);
      feasible &= kept.feasible();
    }
  }

  /** Cost without the moves', and the share of free operations that were moved. */
  private void put(Figures line, String name, Replanning of, Planning planning, Path file)
      throws IOException {
    PlantWeekCheck.Verdict verdict =
        PlantWeekCheck.of(file, PlantWeekFile.numbers(planning.plan().placements()));
    feasible &= verdict.feasible() || name.equals(REBUILT);
    line.put(name + ".feasible", verdict.feasible());
    if (verdict.feasible()) {
      line.put(name + ".cost", verdict.cost(), 2)
          .put(name + ".movedShare", (double) verdict.moved() / Math.max(1, of.free()), 3)
          .put(name + ".processorSeconds", planning.seconds(), 2);
    } else {
      line.put(name + ".fault", verdict.faults().get(0));
    }
  }
}
