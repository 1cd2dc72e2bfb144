package org.zerofactory.central;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.LedgerStore;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.SealedBlock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the database and every journal in it from the first block on. */
@Command(
    name = "check",
    description =
        "Checks the rules, the database, the audit trail, and the chain and mark of every site.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private static final int PAGE = 500;

  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    ServerOptions options = config.options();
    SiteRules rules = RuleFiles.check(options);
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    boolean isSound = true;
    try (JournalStore store =
        JournalStore.open(
            options.data(), RunningServer.systemClock(), rules::series, change -> {})) {
      List<String> faults = store.reader().integrityFaults();
      faults.forEach(fault -> err.println("Database: " + fault));
      Optional<String> trail = new LedgerStore(store, RunningServer.systemClock()).auditFault();
      trail.ifPresent(fault -> err.println("Audit trail: " + fault));
      isSound = faults.isEmpty() && trail.isEmpty();
      for (SiteOverview site : store.reader().sites()) {
        isSound &= isSound(store, site, err);
      }
    }
    return isSound ? CentralServer.OK : CentralServer.FAILED;
  }

  private static boolean isSound(JournalStore store, SiteOverview site, PrintWriter err) {
    String name = site.description().id();
    JournalTip tip = JournalTip.EMPTY;
    try {
      while (tip.sequence() < site.sequence()) {
        List<String> lines = store.reader().lines(name, tip.sequence() + 1, PAGE);
        if (lines.isEmpty()) {
          err.println("Site " + name + ": expected block " + (tip.sequence() + 1) + ", found none");
          return false;
        }
        for (String line : lines) {
          tip = tip.append(SealedBlock.parse(line));
        }
      }
    } catch (RuntimeException broken) {
      err.println("Site " + name + ": " + broken.getMessage());
      return false;
    }
    boolean agrees = tip.hash().equals(site.hash());
    err.println(
        "Site "
            + name
            + ": "
            + tip.sequence()
            + " blocks, "
            + (agrees ? "chain holds" : "expected hash " + site.hash() + ", found " + tip.hash()));
    return agrees;
  }
}
