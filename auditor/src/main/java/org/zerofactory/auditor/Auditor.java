package org.zerofactory.auditor;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The auditor's program: {@code auditor verify journal.jsonl}. */
@Command(
    name = "auditor",
    description = "Checks exported journals offline.",
    mixinStandardHelpOptions = true,
    version = "Zerofactory auditor",
    subcommands = VerifyCommand.class)
public final class Auditor implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Created by the command line. */
  public Auditor() {}

  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs a command line; 0 verified, 1 failure, 2 wrong use, 3 verification failed. */
  public static int execute(String... args) {
    return new CommandLine(new Auditor())
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              command.getErr().println(exception.getMessage());
              return 1;
            })
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Missing subcommand: verify");
  }
}
