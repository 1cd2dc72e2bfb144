package org.zerofactory.simulator;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.simulator.plant.JobResponse;
import org.zerofactory.simulator.plant.Plant;
import org.zerofactory.simulator.plant.ProductionControl;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what the plant's production control reports, as the central server imports it. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints the orders that ended in a time as CSV.")
final class OrdersCommand implements Callable<Integer> {

  /** Days computed and printed at once. */
  private static final Duration STEP = Duration.ofDays(7);

  @Option(
      names = "--from",
      required = true,
      converter = PlantSimulator.InstantReader.class,
      description = "first instant, e.g. 2025-01-01T00:00+08:00")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      required = true,
      converter = PlantSimulator.InstantReader.class,
      description = "the instant after the last")
  private @Nullable Instant to;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "number that decides the orders (${DEFAULT-VALUE})")
  private long seed = 1;

  @Spec private @Nullable CommandSpec spec;

  private OrdersCommand() {}

  @Override
  public Integer call() {
    if (spec == null || from == null || to == null) {
      throw new IllegalStateException("expected to be run by picocli");
    }
    if (from.isBefore(Plant.COMMISSIONED) || !to.isAfter(from) || to.isAfter(Plant.end())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--from "
              + from
              + " --to "
              + to
              + ": expected a time from "
              + Plant.COMMISSIONED
              + " to "
              + Plant.end());
    }
    PrintWriter out = spec.commandLine().getOut();
    ProductionControl control = new ProductionControl(seed);
    out.println(JobResponse.HEADING);
    for (Instant start = from; start.isBefore(to); start = start.plus(STEP)) {
      Instant end = start.plus(STEP).isBefore(to) ? start.plus(STEP) : to;
      control.ended(start, end).forEach(response -> out.println(response.csv()));
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }
}
