package org.zerofactory.edge;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.edge.acquire.AcquireException;
import org.zerofactory.edge.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code edge}: the command line of the agent. */
@Command(
    name = "edge",
    description = "Reads meters over OPC UA, seals quarter hours and sends them to the centre.",
    mixinStandardHelpOptions = true,
    versionProvider = EdgeCommand.Version.class,
    subcommands = {
      RunCommand.class,
      DoctorCommand.class,
      BrowseCommand.class,
      TrustCommand.class,
      RestoreCommand.class,
      ScheduleCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:failure",
      "2:wrong usage",
      "4:site file or template invalid",
      "5:a source or the centre cannot be reached"
    })
final class EdgeCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  EdgeCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  /** Reads the version from the build. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      Program program = Program.current();
      return new String[] {"edge " + program.version()};
    }
  }

  static int execute(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new EdgeCommand()).setExecutionExceptionHandler(EdgeCommand::explain);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command.");
  }

  private static int explain(
      Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    if (isExplained(fault)) {
      err.println(name + ": " + fault.getMessage());
      if (fault instanceof AcquireException source && !source.advice().isEmpty()) {
        err.println("  -> " + source.advice().english());
      }
    } else {
      err.println(name + ": " + fault + " (the log has the details)");
      Logger.getLogger(EdgeCommand.class.getName()).log(Level.FINE, name, fault);
    }
    err.flush();
    return exitCode(fault);
  }

  /** Faults whose message names place, value and what was expected. */
  private static boolean isExplained(Throwable fault) {
    return fault instanceof DataFileException
        || fault instanceof StoreException
        || fault instanceof UncheckedIOException
        || fault instanceof IllegalStateException
        || fault instanceof IllegalArgumentException
        || fault instanceof NotReachableException
        || fault instanceof AcquireException;
  }

  private static int exitCode(Throwable fault) {
    if (fault instanceof DataFileException) {
      return ExitCodes.CONFIG_INVALID;
    }
    boolean unreachable =
        fault instanceof NotReachableException || fault instanceof AcquireException;
    return unreachable ? ExitCodes.NOT_REACHABLE : ExitCodes.FAILURE;
  }
}
