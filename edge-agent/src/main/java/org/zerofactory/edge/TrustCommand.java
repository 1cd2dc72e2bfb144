package org.zerofactory.edge;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.edge.acquire.TrustList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code edge trust}: which OPC UA servers the agent believes. */
@Command(
    name = "trust",
    description = "Lists, adds and removes certificates of OPC UA servers.",
    mixinStandardHelpOptions = true)
final class TrustCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  TrustCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing command: expected list, add or remove.");
  }

  @Command(
      name = "list",
      description = "Lists trusted and rejected certificates.",
      mixinStandardHelpOptions = true)
  int list(@Mixin Where where, @Option(names = "--json", description = "as JSON") boolean asJson) {
    List<TrustList.Entry> entries = where.trustList().list();
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(new Json.Arr(entries.stream().map(TrustCommand::json).toList()).canonical());
    } else if (entries.isEmpty()) {
      out.println("No certificates on file: no server with security was met yet.");
    } else {
      entries.forEach(entry -> out.println(line(entry)));
    }
    out.flush();
    return ExitCodes.OK;
  }

  @Command(
      name = "add",
      description =
          "Trusts a server by its rejected certificate's fingerprint, "
              + "or by a certificate file.",
      mixinStandardHelpOptions = true)
  int add(@Mixin Where where, @Parameters(paramLabel = "<fingerprint|file>") String which) {
    TrustList list = where.trustList();
    Path file = Path.of(which);
    say("trusted", Files.isRegularFile(file) ? list.addFile(file) : list.add(which));
    return ExitCodes.OK;
  }

  @Command(
      name = "remove",
      description = "Trusts a server no longer.",
      mixinStandardHelpOptions = true)
  int remove(@Mixin Where where, @Parameters(paramLabel = "<fingerprint>") String fingerprint) {
    say("no longer trusted", where.trustList().remove(fingerprint));
    return ExitCodes.OK;
  }

  private void say(String what, TrustList.Entry entry) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(what + ": " + entry.subject() + " " + entry.fingerprint());
    out.flush();
  }

  /** Which agent's list: by its site file, or by its data folder before there is a site file. */
  static final class Where {

    @Option(
        names = "--config",
        paramLabel = "<site.yaml>",
        description = "site file; its data folder holds the certificates")
    private @Nullable Path config;

    @Mixin private FolderOptions folders = new FolderOptions();

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    Where() {
      this.spec = CommandLine.Model.CommandSpec.create();
    }

    private TrustList trustList() {
      if (folders.data().isPresent()) {
        return new TrustList(folders.data().get().resolve("pki"));
      }
      if (config == null) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "Missing required option: --config=<site.yaml>, or --data=<folder> without a site file");
      }
      return new TrustList(folders.site(config).dataFolder().resolve("pki"));
    }
  }

  private static String line(TrustList.Entry entry) {
    return (entry.trusted() ? "trusted   " : "rejected  ")
        + entry.fingerprint()
        + "  "
        + entry.subject()
        + "  valid "
        + entry.validFrom()
        + " to "
        + entry.validTo();
  }

  private static Json json(TrustList.Entry entry) {
    return new Json.Obj(
        Map.of(
            "fingerprint", Json.of(entry.fingerprint()),
            "trusted", Json.of(entry.trusted()),
            "subject", Json.of(entry.subject()),
            "validFrom", Json.of(entry.validFrom().toEpochMilli()),
            "validTo", Json.of(entry.validTo().toEpochMilli())));
  }
}
