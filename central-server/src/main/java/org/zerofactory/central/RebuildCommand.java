package org.zerofactory.central;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.domain.fleet.SiteOverview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what is derived from blocks anew. */
@Command(
    name = "rebuild-rollups",
    description = "Makes readings and roll-ups anew from the blocks. Stop the server first.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Option(names = "--site", description = "one site only (default: all)")
  private @Nullable String site;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    ServerOptions options = config.options();
    SiteRules rules = SiteRules.read(options);
    try (JournalStore store =
        JournalStore.open(
            options.data(), RunningServer.systemClock(), rules::series, change -> {})) {
      for (SiteOverview of : store.reader().sites()) {
        String name = of.description().id();
        if (site == null || site.equals(name)) {
          store.rebuild(name);
          Objects.requireNonNull(spec)
              .commandLine()
              .getErr()
              .println("Site " + name + ": rebuilt from " + of.sequence() + " blocks.");
        }
      }
    }
    return CentralServer.OK;
  }
}
