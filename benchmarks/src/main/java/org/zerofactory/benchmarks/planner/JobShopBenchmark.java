package org.zerofactory.benchmarks.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zerofactory.benchmarks.Figures;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.SolarPlanner;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridProblem;
import org.zerofactory.schedule.grid.SlotEnergy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The planner on published flexible job shops: routing and sequence without any energy. */
@Command(
    name = "fjsp",
    mixinStandardHelpOptions = true,
    description = "Makespan of published flexible job shops against the best known.")
public final class JobShopBenchmark implements Callable<Integer> {

  /** Brandimarte's instances; SchedulingLab/fjsp-instances. */
  private static final Map<String, Integer> BEST_KNOWN =
      Map.of(
          "mk01.txt",
          40,
          "mk02.txt",
          26,
          "mk03.txt",
          204,
          "mk04.txt",
          60,
          "mk05.txt",
          172,
          "mk06.txt",
          57,
          "mk07.txt",
          139,
          "mk08.txt",
          523,
          "mk09.txt",
          307);

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description =
          "a folder of .txt or .fjs files, with best-known.csv (instance,best_known) or not")
  private Path folder = Path.of(".");

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "processor time for each instance (${DEFAULT-VALUE})")
  private double seconds = 10;

  @Option(names = "--seed", defaultValue = "1", description = "first seed (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--runs", defaultValue = "1", description = "seeds tried (${DEFAULT-VALUE})")
  private int runs = 1;

  private Map<String, Integer> bestKnown = BEST_KNOWN;

  /** For the command line. */
  public JobShopBenchmark() {}

  @Override
  public Integer call() throws IOException {
    bestKnown = bestKnown();
    List<Double> gaps = new ArrayList<>();
    boolean feasible = true;
    for (Path file : instances()) {
      JobShop shop = JobShop.read(file);
      for (int run = 0; run < runs; run++) {
        feasible &= run(shop, seed + run, gaps);
      }
    }
    Figures summary = new Figures("fjsp-set").put("runs", runs, 0).put("feasible", feasible);
    if (!gaps.isEmpty()) {
      double[] all = gaps.stream().mapToDouble(Double::doubleValue).toArray();
      summary
          .put("medianGapPercent", Figures.median(all), 3)
          .put("largestGapPercent", Figures.percentile(all, 100), 3);
    }
    System.out.println(summary);
    return feasible ? 0 : 1;
  }

  /** The built-in ones, and those of a file {@code best-known.csv} beside the instances. */
  private Map<String, Integer> bestKnown() throws IOException {
    PublishedResults own = PublishedResults.read(folder.resolve("best-known.csv"));
    Map<String, Integer> known = new HashMap<>(BEST_KNOWN);
    for (Path file : instances()) {
      String name = file.getFileName().toString();
      own.figure(name, "best_known").ifPresent(value -> known.put(name, (int) value));
    }
    return known;
  }

  private List<Path> instances() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found =
          all.filter(file -> file.toString().matches(".*\\.(txt|fjs)")).sorted().toList();
      if (found.isEmpty()) {
        throw new IOException(folder + ": expected .txt or .fjs files");
      }
      return found;
    }
  }

  private boolean run(JobShop shop, long ofSeed, List<Double> gaps) {
    long begin = System.nanoTime();
    Planning planning =
        new SolarPlanner()
            .plan(problem(shop), Optional.empty(), PlannerSettings.ofSeconds(seconds, ofSeed));
    double wall = (System.nanoTime() - begin) / 1e9;
    int[][] choices = new int[shop.jobs().size()][];
    int[][] starts = new int[shop.jobs().size()][];
    int operation = 0;
    for (int job = 0; job < shop.jobs().size(); job++) {
      choices[job] = new int[shop.jobs().get(job).size()];
      starts[job] = new int[choices[job].length];
      for (int step = 0; step < choices[job].length; step++) {
        GridOperation.Placement placement = planning.plan().placements().get(operation++);
        choices[job][step] = placement.mode();
        starts[job][step] = placement.start();
      }
    }
    List<String> faults = JobShopCheck.faults(shop, choices, starts);
    int makespan = JobShopCheck.makespan(shop, choices, starts);
    Figures line =
        new Figures("fjsp")
            .put("instance", shop.name())
            .put("objective", makespan, 0)
            .put("feasible", faults.isEmpty())
            .put("seconds", wall, 2)
            .put("processorSeconds", planning.seconds(), 2)
            .put("steps", planning.steps(), 0)
            .put("seed", ofSeed, 0);
    if (!faults.isEmpty()) {
      line.put("fault", faults.get(0));
    } else if (bestKnown.containsKey(shop.name())) {
      int best = bestKnown.get(shop.name());
      double gap = 100.0 * (makespan - best) / best;
      gaps.add(gap);
      line.put("bestKnown", best, 0).put("gapPercent", gap, 3);
    }
    System.out.println(line);
    return faults.isEmpty();
  }

  /** One unit of time is a slot; nothing draws power and the last end is all that costs. */
  static GridProblem problem(JobShop shop) {
    int slots =
        shop.jobs().stream()
            .flatMap(List::stream)
            .mapToInt(
                step -> step.choices().stream().mapToInt(JobShop.Choice::length).max().orElse(0))
            .sum();
    List<GridMachine> machines = new ArrayList<>();
    for (int machine = 0; machine < shop.machines(); machine++) {
      machines.add(GridMachine.plain("machine-" + machine, slots));
    }
    List<GridJob> jobs = new ArrayList<>();
    for (List<JobShop.Step> steps : shop.jobs()) {
      List<GridOperation> operations = new ArrayList<>();
      for (JobShop.Step step : steps) {
        int before = operations.size() - 1;
        operations.add(
            GridOperation.free(
                "step-" + operations.size(),
                before < 0 ? List.of() : List.of(before),
                step.choices().stream()
                    .map(of -> GridMode.plain(of.machine(), new double[of.length()]))
                    .toList()));
      }
      jobs.add(new GridJob("job-" + jobs.size(), 0, slots, false, 0, operations));
    }
    double[] nothing = new double[slots];
    return new GridProblem(
        slots,
        1,
        machines,
        List.of(),
        jobs,
        List.of(),
        SlotEnergy.plain(nothing, nothing, nothing),
        1);
  }
}
