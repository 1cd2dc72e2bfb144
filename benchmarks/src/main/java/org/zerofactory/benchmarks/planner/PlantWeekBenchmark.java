package org.zerofactory.benchmarks.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.benchmarks.Figures;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.SolarPlanner;
import org.zerofactory.schedule.grid.GridProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The planner on made-up weeks of the reference plant, beside simple rules and CP-SAT. */
@Command(
    name = "plant-weeks",
    mixinStandardHelpOptions = true,
    description = "Cost of made-up plant weeks against due-date order, a greedy fit and CP-SAT.")
public final class PlantWeekBenchmark implements Callable<Integer> {

  @Option(
      names = "--operations",
      split = ",",
      defaultValue = "50,100,500,2000",
      description = "sizes (${DEFAULT-VALUE})")
  private int[] sizes = {50, 100, 500, 2000};

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "processor time of each search (${DEFAULT-VALUE})")
  private double seconds = 30;

  @Option(names = "--seed", defaultValue = "1", description = "of week and search")
  private long seed = 1;

  @Option(
      names = "--peers",
      split = ",",
      defaultValue = "edd,greedy,cp-sat",
      description = "what to measure against: edd, greedy, cp-sat, none (${DEFAULT-VALUE})")
  private String[] peers = {"edd", "greedy", "cp-sat"};

  @Option(names = "--keep", description = "folder in which the problems stay as JSON files")
  private @Nullable Path keep;

  /** For the command line. */
  public PlantWeekBenchmark() {}

  @Override
  public Integer call() throws IOException {
    boolean feasible = true;
    for (int operations : sizes) {
      Path folder =
          keep == null ? Files.createTempDirectory("plant-week") : Files.createDirectories(keep);
      Path file = folder.resolve("plant-week-%d-%d.json".formatted(operations, seed));
      try {
        feasible &= measure(operations, file);
      } finally {
        if (keep == null) {
          Files.deleteIfExists(file);
          Files.deleteIfExists(folder);
        }
      }
    }
    return feasible ? 0 : 1;
  }

  /** What one planner made of a week. */
  private record Result(PlantWeekCheck.Verdict verdict, Planning planning, double wallSeconds) {}

  private boolean measure(int operations, Path file) throws IOException {
    GridProblem problem = PlantWeek.of(operations, seed).problem();
    PlantWeekFile.write(file, problem);
    Planner planner = new SolarPlanner();
    PlannerSettings settings = PlannerSettings.ofSeconds(seconds, seed);
    Result first = run(planner, problem, file, new PlannerSettings(seconds, 1, seed));
    Result ours;
    double heap;
    System.gc();
    try (HeapWatch watch = new HeapWatch()) {
      ours = run(planner, problem, file, settings);
      heap = watch.mebibytes();
    }
    Figures line =
        new Figures("plant-weeks")
            .put("operations", operations, 0)
            .put("slots", problem.slots(), 0)
            .put("machines", problem.machines().size(), 0)
            .put("seed", seed, 0);
    put(line, "", ours);
    line.put("steps", ours.planning().steps(), 0)
        .put("heapMebibytes", heap, 1)
        .put("heapLimitMebibytes", Runtime.getRuntime().maxMemory() / 1048576.0, 0)
        .put("firstFeasible", first.verdict().feasible())
        .put("firstProcessorSeconds", first.planning().seconds(), 3);
    double bound = peers(problem, file, settings, line, ours);
    line.put("bound", bound, 2);
    if (bound > 0 && ours.verdict().feasible()) {
      line.put("gapPercent", 100 * (ours.verdict().cost() - bound) / bound, 2);
    }
    System.out.println(line);
    return ours.verdict().feasible();
  }

  /** Measures the peers and returns the best bound of all. */
  private double peers(
      GridProblem problem, Path file, PlannerSettings settings, Figures line, Result ours)
      throws IOException {
    double bound = ours.planning().lowerBound();
    for (String name : peers) {
      if (!name.equals("none")) {
        Result peer = run(Peers.named(name), problem, file, settings);
        put(line, name + ".", peer);
        if (peer.planning().lowerBound() > 0) {
          line.put(name + ".bound", peer.planning().lowerBound(), 2);
        }
        if (peer.verdict().feasible() && ours.verdict().feasible()) {
          line.put(name + ".costToOurs", peer.verdict().cost() / ours.verdict().cost(), 4);
        }
        bound = Math.max(bound, peer.planning().lowerBound());
      }
    }
    return bound;
  }

  private static void put(Figures line, String prefix, Result result) {
    line.put(prefix + "feasible", result.verdict().feasible())
        .put(prefix + "seconds", result.wallSeconds(), 2)
        .put(prefix + "processorSeconds", result.planning().seconds(), 2);
    if (result.verdict().feasible()) {
      line.put(prefix + "cost", result.verdict().cost(), 2);
    } else {
      line.put(prefix + "fault", result.verdict().faults().get(0));
    }
  }

  private static Result run(
      Planner planner, GridProblem problem, Path file, PlannerSettings settings)
      throws IOException {
    long begin = System.nanoTime();
    Planning planning = planner.plan(problem, Optional.empty(), settings);
    double wall = (System.nanoTime() - begin) / 1e9;
    int[][] plan = PlantWeekFile.numbers(planning.plan().placements());
    return new Result(PlantWeekCheck.of(file, plan), planning, wall);
  }
}
