package org.zerofactory.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code simulator}: a virtual electronics plant behind a real OPC UA server. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    versionProvider = PlantSimulator.Version.class,
    subcommands = OrdersCommand.class,
    sortOptions = false,
    description = "A virtual electronics plant behind a real OPC UA server.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ended as asked (130 or 143 where a signal asked)",
      "1:cannot run (port in use, unreadable file, faulty series or fault)",
      "2:wrong option"
    },
    footer = {
      "",
      "Example: simulator --speed 60 --fault"
          + " \"stuck:smt-1:2026-01-05T10:00+08:00/2026-01-05T11:00+08:00\"",
      "All devices, faults and replay options: docs/simulator.md"
    })
public final class PlantSimulator implements Callable<Integer> {

  private static final long CLOSE_SECONDS = 15;

  /** Keeps java.util.logging from forgetting the level that was set on this logger. */
  private static final Logger PROTOCOL_LOG = Logger.getLogger("org.eclipse.milo");

  @Option(
      names = "--port",
      defaultValue = "4840",
      description = "port; 0 takes a free one (${DEFAULT-VALUE})")
  private int port = SimulatorOptions.DEFAULT_PORT;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address to listen on (${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "number that decides weather, orders, noise (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--start",
      converter = InstantReader.class,
      description = "plant time at the start, e.g. 2026-01-05T09:30+08:00 (the default)")
  private @Nullable Instant start;

  @Option(
      names = "--history-from",
      converter = InstantReader.class,
      defaultValue = "2024-12-01T00:00+08:00",
      description = "first instant of history (${DEFAULT-VALUE})")
  private Instant historyFrom = SimulatorOptions.DEFAULT_HISTORY_FROM;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "plant time runs so much faster, 1 to 1000 (${DEFAULT-VALUE})")
  private int speed = 1;

  @Option(
      names = "--data",
      defaultValue = "simulator-data",
      description = "folder for the certificate (${DEFAULT-VALUE})")
  private Path data = Path.of("simulator-data");

  @Option(
      names = "--user",
      defaultValue = "edge",
      description = "user name beside anonymous access (${DEFAULT-VALUE})")
  private String user = "edge";

  @Option(
      names = "--password-file",
      description =
          "file whose first line is the user's password; without it one is made up and printed")
  private @Nullable Path passwordFile;

  @Option(
      names = "--replay",
      paramLabel = "SPEC",
      description =
          "play a CSV series as a device: file=...,device=...,column=...,timestamp=..."
              + "[,quantity=...][,unit=...][,zone=...]; repeatable")
  private List<String> replays = List.of();

  @Option(names = "--no-plant", description = "serve only the replayed series")
  private boolean withoutPlant;

  @Option(
      names = "--fault",
      paramLabel = "SPEC",
      description =
          "kind:device[/quantity]:from/to[:parameter]; kinds: stuck rollover reset gap bad"
              + " drift leak strings; repeatable")
  private List<String> faults = List.of();

  @Spec private @Nullable CommandSpec spec;

  private PlantSimulator() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the command and returns its exit code; ends when the thread is interrupted. */
  static int run(String... arguments) {
    return new CommandLine(new PlantSimulator())
        .setExecutionExceptionHandler(PlantSimulator::explain)
        .execute(arguments);
  }

  /**
   * Starts a virtual plant inside this process.
   *
   * @throws IllegalArgumentException if an option is wrong; the message names it
   */
  public static RunningSimulator start(SimulatorOptions options) {
    return new RunningSimulator(options);
  }

  @Override
  public Integer call() throws IOException {
    PROTOCOL_LOG.setLevel(Level.WARNING);
    PrintWriter out = commandLine().getOut();
    CountDownLatch closed = new CountDownLatch(1);
    try (RunningSimulator simulator = start(options())) {
      out.println("endpoint     " + simulator.endpoint());
      out.println("certificate  sha256 " + simulator.fingerprint());
      out.println("plant time   " + simulator.now() + ", speed " + speed + ", seed " + seed);
      if (passwordFile == null) {
        out.println(
            "user         "
                + user
                + ", password "
                + simulator.password()
                + " (made up for this run; keep one with --password-file)");
      }
      out.println("Ctrl+C ends it.");
      out.flush();
      waitForEnd(closed);
    } finally {
      closed.countDown();
    }
    return CommandLine.ExitCode.OK;
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("expected to be run by picocli");
    }
    return spec.commandLine();
  }

  private SimulatorOptions options() throws IOException {
    if (speed < 1 || speed > 1000) {
      throw new CommandLine.ParameterException(
          commandLine(), "--speed " + speed + ": expected 1 to 1000");
    }
    if (port < 0 || port > 65_535) {
      throw new CommandLine.ParameterException(
          commandLine(), "--port " + port + ": expected 0 to 65535");
    }
    if (withoutPlant && replays.isEmpty()) {
      throw new CommandLine.ParameterException(
          commandLine(), "--no-plant: expected at least one --replay");
    }
    return SimulatorOptions.in(data)
        .withAddress(host, port)
        .withSeed(seed)
        .withTime(Optional.ofNullable(start), historyFrom)
        .withSpeed(speed)
        .withUser(user, password())
        .withReplays(!withoutPlant, replays)
        .withFaults(faults);
  }

  private Optional<String> password() throws IOException {
    if (passwordFile == null) {
      return Optional.empty();
    }
    if (!Files.isReadable(passwordFile)) {
      throw new IllegalArgumentException(
          "--password-file " + passwordFile + ": expected a readable file");
    }
    String password = Files.readString(passwordFile).lines().findFirst().orElse("").strip();
    if (password.isEmpty()) {
      throw new IllegalArgumentException(
          "--password-file " + passwordFile + ": expected a password in the first line");
    }
    return Optional.of(password);
  }

  /** Until the process is told to end, which then waits for {@code closed}, or an interrupt. */
  private static void waitForEnd(CountDownLatch closed) {
    CountDownLatch end = new CountDownLatch(1);
    Thread onExit = new Thread(() -> endAndWait(end, closed), "simulator-exit");
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      end.await();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      Runtime.getRuntime().removeShutdownHook(onExit);
    }
  }

  private static void endAndWait(CountDownLatch end, CountDownLatch closed) {
    end.countDown();
    try {
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        PROTOCOL_LOG.warning("the server did not end within " + CLOSE_SECONDS + " s");
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
  }

  private static int explain(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult result) {
    PrintWriter err = commandLine.getErr();
    err.println("simulator: " + exception.getMessage());
    if (exception.getCause() != null) {
      err.println("  because: " + exception.getCause().getMessage());
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Reads an instant with its offset. */
  static final class InstantReader implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException exception) {
        throw new TypeConversionException(
            "'" + text + "': expected a time with its offset, like 2026-01-05T09:30+08:00");
      }
    }
  }

  /** The version of the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = PlantSimulator.class.getPackage().getImplementationVersion();
      return new String[] {"simulator " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
