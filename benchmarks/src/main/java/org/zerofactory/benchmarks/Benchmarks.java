package org.zerofactory.benchmarks;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zerofactory.benchmarks.planner.DispatchBenchmark;
import org.zerofactory.benchmarks.planner.FlowShopBenchmark;
import org.zerofactory.benchmarks.planner.JobShopBenchmark;
import org.zerofactory.benchmarks.planner.PlantWeekBenchmark;
import org.zerofactory.benchmarks.planner.ReplanBenchmark;
import org.zerofactory.benchmarks.solar.PvChainBenchmark;
import org.zerofactory.benchmarks.solar.PvForecastBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code benchmarks/run}: one figure, or a few that belong together, a subcommand. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description =
        "Measures one thing and prints one line of JSON; docs/benchmarks.md explains all.",
    subcommands = {
      DemoBenchmark.class,
      EdgeBenchmark.class,
      StoreBenchmark.class,
      PageApiBenchmark.class,
      MeterYearBenchmark.class,
      FlowShopBenchmark.class,
      JobShopBenchmark.class,
      PvChainBenchmark.class,
      PvForecastBenchmark.class,
      PlantWeekBenchmark.class,
      ReplanBenchmark.class,
      DispatchBenchmark.class
    })
public final class Benchmarks implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  private Benchmarks() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(command, "expected a name: " + command.getSubcommands().keySet());
  }

  /** The work tree, as the launcher and {@code benchmarks/run} name it. */
  static Path home() {
    return Path.of(System.getProperty("zerofactory.home", ".")).toAbsolutePath().normalize();
  }
}
