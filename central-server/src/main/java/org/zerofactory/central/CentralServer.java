package org.zerofactory.central;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program at headquarters; the picture of all its stages is {@link RunningServer}. */
@Command(
    name = "server",
    description = "Receives journals, accounts energy and emissions, and serves the pages.",
    mixinStandardHelpOptions = true,
    version = "zerofactory server 0.1.0",
    subcommands = {
      RunCommand.class,
      ApproveKeyCommand.class,
      RebuildCommand.class,
      CheckCommand.class,
      InventoryCommand.class,
      ImportFactorsCommand.class
    })
public final class CentralServer implements Callable<Integer> {

  /** Held here, since a logger that nobody holds forgets its level. */
  private static final List<Logger> LIBRARIES =
      Stream.of("org.flywaydb", "io.vertx", "io.netty").map(Logger::getLogger).toList();

  static final int OK = 0;
  static final int FAILED = 1;
  static final int CONFIGURATION_INVALID = 4;
  static final int NOT_REACHABLE = 5;

  /**
   * Runs the command line.
   *
   * <p>Exit codes: 0 done, 1 failed, 2 wrong usage, 4 wrong configuration or accounts, 5 the
   * address cannot be bound.
   */
  public static void main(String[] arguments) {
    // names and texts are UTF-8, whatever the language of the terminal: JSON knows nothing else
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    System.exit(commandLine().setOut(out).execute(arguments));
  }

  /** The command line, for programs that have this one as a subcommand. */
  public static CommandLine commandLine() {
    return new CommandLine(new CentralServer())
        .setExecutionExceptionHandler(
            (failed, command, parsed) -> {
              command.getErr().println("zerofactory server: " + failed.getMessage());
              return exitCode(failed);
            });
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @throws org.zerofactory.datafile.DataFileException if a factor or accounts file is wrong
   * @throws org.zerofactory.central.web.PortNotFreeException if the address cannot be bound
   * @throws org.zerofactory.central.store.StoreException if the database cannot be opened
   */
  public static RunningServer start(ServerOptions options) {
    // what libraries say on every start is no news
    LIBRARIES.forEach(logger -> logger.setLevel(Level.WARNING));
    return new RunningServer(options, RunningServer.systemClock());
  }

  private static int exitCode(Exception failed) {
    if (failed instanceof DataFileException) {
      return CONFIGURATION_INVALID;
    }
    return failed instanceof org.zerofactory.central.web.PortNotFreeException
        ? NOT_REACHABLE
        : FAILED;
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }
}
