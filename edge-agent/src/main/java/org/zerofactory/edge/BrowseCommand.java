package org.zerofactory.edge;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.edge.acquire.AcquireException;
import org.zerofactory.edge.acquire.Browser;
import org.zerofactory.edge.acquire.SiteProposal;
import org.zerofactory.hardware.DeviceTemplates;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code edge browse}: what an OPC UA server offers, and a site file to begin with. */
@Command(
    name = "browse",
    description = "Lists what an OPC UA server offers and proposes a site file.",
    mixinStandardHelpOptions = true)
final class BrowseCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<endpoint>", description = "opc.tcp://host:port/path")
  private String endpoint = "";

  @Option(
      names = "--security",
      paramLabel = "<policy>",
      defaultValue = "Basic256Sha256",
      description = "Basic256Sha256 (default) or None")
  private String security = "Basic256Sha256";

  @Option(names = "--user", paramLabel = "<name>", description = "user of the server")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "<file>",
      description = "file whose first line is the password")
  private @Nullable Path passwordFile;

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      defaultValue = "data",
      description = "data folder with the agent's certificates (default: data)")
  private Path data = Path.of("data");

  @Option(
      names = "--emit-site",
      paramLabel = "<file>",
      description = "write a proposed site file; an existing file is kept")
  private @Nullable Path emitSite;

  @Option(
      names = "--site",
      paramLabel = "<id>",
      defaultValue = "my-site",
      description = "id of the proposed site (default: my-site)")
  private String site = "my-site";

  @Option(
      names = "--templates",
      paramLabel = "<folder>",
      description = "more device templates, beside those that come with the program")
  private @Nullable Path templates;

  @Option(names = "--json", description = "as JSON")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  BrowseCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public Integer call() throws InterruptedException {
    LogFormat.install();
    checkOptions();
    Browser.Listing listing;
    try {
      listing =
          new Browser(data.resolve("pki"), InstantSource.system())
              .browse(
                  endpoint,
                  !security.equals("None"),
                  Optional.ofNullable(user),
                  Optional.ofNullable(passwordFile));
    } catch (AcquireException e) {
      // there may be no site file yet that the advice could name
      PrintWriter err = spec.commandLine().getErr();
      err.println("edge browse: " + e.getMessage());
      err.println("  -> " + e.advice().english().replace("--config site.yaml", "--data " + data));
      err.flush();
      return ExitCodes.NOT_REACHABLE;
    }
    print(listing);
    if (emitSite != null) {
      emit(listing, emitSite);
    }
    return ExitCodes.OK;
  }

  private void checkOptions() {
    if (!endpoint.startsWith("opc.tcp://")) {
      throw wrong("<endpoint>: expected opc.tcp://host:port/path, found \"" + endpoint + "\"");
    }
    if (!security.equals("None") && !security.equals("Basic256Sha256")) {
      throw wrong("--security: expected Basic256Sha256 or None, found \"" + security + "\"");
    }
    if (user != null && passwordFile == null) {
      throw wrong("--user: expected --password-file with it");
    }
    if (emitSite != null && Files.exists(emitSite)) {
      throw wrong("--emit-site: " + emitSite + " exists; give a new file");
    }
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private void print(Browser.Listing listing) {
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(
          new Json.Arr(listing.entries().stream().map(BrowseCommand::json).toList()).canonical());
    } else {
      for (Browser.Entry entry : listing.entries()) {
        String indent = "  ".repeat(entry.depth());
        String value = (entry.type() + " " + entry.value() + " " + entry.unit()).strip();
        String history = entry.history() ? " (history)" : "";
        out.println(indent + entry.name() + "  " + entry.node() + "  " + value + history);
      }
      if (!listing.complete()) {
        out.println("... and more: the list ends at " + Browser.MAX_NODES + " nodes");
      }
    }
    out.flush();
  }

  private void emit(Browser.Listing listing, Path file) {
    DeviceTemplates known =
        templates == null ? DeviceTemplates.packaged() : DeviceTemplates.withFolder(templates);
    String text =
        new SiteProposal(known).proposeSiteFile(listing, site, security, Optional.ofNullable(user));
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the site file cannot be written", e);
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(file + " is written: read it, complete what it asks, then \"edge doctor\" it");
    err.flush();
  }

  private static Json json(Browser.Entry entry) {
    return new Json.Obj(
        Map.of(
            "depth", Json.of(entry.depth()),
            "name", Json.of(entry.name()),
            "node", Json.of(entry.node()),
            "variable", Json.of(entry.variable()),
            "type", Json.of(entry.type()),
            "value", Json.of(entry.value()),
            "unit", Json.of(entry.unit()),
            "history", Json.of(entry.history())));
  }
}
