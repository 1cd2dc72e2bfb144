package org.zerofactory.benchmarks;

import java.nio.file.Path;
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
      MeterYearBenchmark.class
    })
public final class Benchmarks implements Runnable {

  @Spec private CommandSpec spec;

  private Benchmarks() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a name: " + spec.subcommands().keySet());
  }

  /** The work tree, as the launcher and {@code benchmarks/run} name it. */
  static Path home() {
    return Path.of(System.getProperty("zerofactory.home", ".")).toAbsolutePath().normalize();
  }
}
