package org.zerofactory.benchmarks.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zerofactory.benchmarks.Figures;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.SolarPlanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The planner on published carbon-aware flow shops, beside their published results. */
@Command(
    name = "cas-pfsp",
    mixinStandardHelpOptions = true,
    description = "Carbon of published flow shops against the published memetic search.")
public final class FlowShopBenchmark implements Callable<Integer> {

  private static final String MEMETIC = "memetic_mean";
  private static final String EXACT = "milp_1800s";
  private static final double PROVEN_WITHIN_SECONDS = 1_800;
  private static final double SAME = 1.0001;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "a folder of .cas files, or one of such folders")
  private Path folder = Path.of(".");

  @Option(names = "--seconds", description = "processor time for each instance")
  private double seconds;

  @Option(
      names = "--times",
      defaultValue = "1",
      description = "without --seconds: times the published time of the instance")
  private double times = 1;

  @Option(names = "--seed", defaultValue = "1", description = "first seed (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--runs", defaultValue = "1", description = "seeds tried (${DEFAULT-VALUE})")
  private int runs = 1;

  /** For the command line. */
  public FlowShopBenchmark() {}

  @Override
  public Integer call() throws IOException {
    boolean feasible = true;
    for (Path set : sets()) {
      feasible &= set(set);
    }
    return feasible ? 0 : 1;
  }

  private List<Path> sets() throws IOException {
    if (!instances(folder).isEmpty()) {
      return List.of(folder);
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> sets = new ArrayList<>();
      for (Path each : all.filter(Files::isDirectory).sorted().toList()) {
        if (!instances(each).isEmpty()) {
          sets.add(each);
        }
      }
      if (sets.isEmpty()) {
        throw new IOException(folder + ": expected .cas files or folders of them");
      }
      return sets;
    }
  }

  private static List<Path> instances(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".cas")).sorted().toList();
    }
  }

  private boolean set(Path set) throws IOException {
    PublishedResults published = PublishedResults.of(set);
    double[] means = new double[runs];
    int proven = 0;
    int reached = 0;
    int compared = 0;
    boolean feasible = true;
    List<Path> instances = instances(set);
    for (int run = 0; run < runs; run++) {
      double sum = 0;
      compared = 0;
      for (Path file : instances) {
        Result result = instance(file, published, seed + run);
        feasible &= result.feasible();
        sum += result.ratio().orElse(0);
        compared += result.ratio().isPresent() ? 1 : 0;
        proven += result.toProven().isPresent() ? 1 : 0;
        reached += result.toProven().orElse(2) <= SAME ? 1 : 0;
      }
      means[run] = compared == 0 ? 0 : sum / compared;
    }
    Figures line =
        new Figures("cas-pfsp-set")
            .put("set", set.getFileName().toString())
            .put("instances", instances.size(), 0)
            .put("runs", runs, 0)
            .put("feasible", feasible);
    if (compared > 0) {
      line.put("meanRatioToMemetic", Figures.median(means), 5)
          .put("lowest", Figures.percentile(means, 0), 5)
          .put("highest", Figures.percentile(means, 100), 5);
    }
    if (proven > 0) {
      line.put("provenOptima", proven, 0).put("reached", reached, 0);
    }
    System.out.println(line);
    return feasible;
  }

  /**
   * @param ratio objective to the memetic mean
   * @param toProven objective to the proven optimum
   */
  private record Result(boolean feasible, OptionalDouble ratio, OptionalDouble toProven) {}

  private Result instance(Path file, PublishedResults published, long ofSeed) throws IOException {
    FlowShop shop = FlowShop.read(file);
    OptionalDouble memetic = published.figure(shop.name(), MEMETIC);
    OptionalDouble proven = provenOptimum(shop, published);
    double budget = budget(shop, published);
    Planner planner = new SolarPlanner();
    long begin = System.nanoTime();
    Planning planning =
        planner.plan(
            FlowShopProblem.of(shop), Optional.empty(), PlannerSettings.ofSeconds(budget, ofSeed));
    double wall = (System.nanoTime() - begin) / 1e9;
    int[][] starts = FlowShopProblem.starts(shop, planning.plan());
    List<String> faults = FlowShopCheck.faults(shop, starts);
    double objective = faults.isEmpty() ? FlowShopCheck.objective(shop, starts) : Double.NaN;
    Figures line =
        new Figures("cas-pfsp")
            .put("instance", shop.name())
            .put("feasible", faults.isEmpty())
            .put("seconds", wall, 2)
            .put("processorSeconds", planning.seconds(), 2)
            .put("steps", planning.steps(), 0)
            .put("seed", ofSeed, 0);
    if (!faults.isEmpty()) {
      System.out.println(line.put("fault", faults.get(0)));
      return new Result(false, OptionalDouble.empty(), OptionalDouble.empty());
    }
    line.put("objective", objective, 4);
    memetic.ifPresent(value -> line.put("ratioToMemetic", objective / value, 5));
    published
        .figure(shop.name(), EXACT)
        .ifPresent(value -> line.put("ratioToMilp", objective / value, 5));
    proven.ifPresent(value -> line.put("ratioToProvenOptimum", objective / value, 5));
    System.out.println(line);
    return new Result(true, ratio(objective, memetic), ratio(objective, proven));
  }

  private static OptionalDouble ratio(double objective, OptionalDouble to) {
    return to.isPresent() ? OptionalDouble.of(objective / to.getAsDouble()) : to;
  }

  /** Solved before its time limit, and on one machine, where its rules are those of the file. */
  private static OptionalDouble provenOptimum(FlowShop shop, PublishedResults published) {
    boolean proven =
        shop.machines() == 1
            && published.figure(shop.name(), EXACT + "_seconds").orElse(Double.MAX_VALUE)
                < PROVEN_WITHIN_SECONDS;
    return proven ? published.figure(shop.name(), EXACT) : OptionalDouble.empty();
  }

  private double budget(FlowShop shop, PublishedResults published) {
    if (seconds > 0) {
      return seconds;
    }
    return times
        * published
            .figure(shop.name(), "memetic_seconds")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        shop.name() + ": no published time; --seconds says how long to search"));
  }
}
