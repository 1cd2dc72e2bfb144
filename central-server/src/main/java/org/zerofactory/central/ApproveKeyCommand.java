package org.zerofactory.central;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.central.store.JournalStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A person says that a key belongs to a site's new agent. */
@Command(
    name = "approve-key",
    description = "Approves the key of a site's new agent.",
    mixinStandardHelpOptions = true)
final class ApproveKeyCommand implements Callable<Integer> {

  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Option(names = "--site", required = true, description = "site id")
  private String site = "";

  @Option(
      names = "--fingerprint",
      required = true,
      description = "SHA-256 of the key, 64 hex digits, as the agent shows it")
  private String fingerprint = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = java.util.Objects.requireNonNull(spec).commandLine();
    if (!fingerprint.matches("[0-9a-f]{64}")) {
      throw new CommandLine.ParameterException(
          command, "--fingerprint: expected 64 lower-case hex digits, found " + fingerprint);
    }
    SiteRules rules = SiteRules.read(config.options());
    try (JournalStore store =
        JournalStore.open(
            config.options().data(), RunningServer.systemClock(), rules::series, change -> {})) {
      store.approveKey(site, fingerprint);
    }
    command.getErr().println("Key " + fingerprint + " is approved for site " + site + ".");
    return CentralServer.OK;
  }
}
