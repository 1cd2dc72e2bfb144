package org.zerofactory.edge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoredBlock;
import org.zerofactory.edge.sync.JournalFetch;
import org.zerofactory.hardware.SiteConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code edge restore}: fetches a lost or damaged journal back from the centre. */
@Command(
    name = "restore",
    description = "Fetches the journal back from the centre after journal.db was lost or damaged.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Mixin private ConfigOptions options = new ConfigOptions();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  RestoreCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public Integer call() throws InterruptedException {
    SiteConfiguration site = options.site();
    URI url =
        site.centre()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        options.config() + ": no \"centre: url\" to restore from"));
    Path folder = options.dataFolder(site);
    InstanceLock lock = InstanceLock.of(folder);
    try {
      Path journal = folder.resolve("journal.db");
      if (Files.exists(journal)) {
        throw new IllegalStateException(
            journal
                + ": exists; move it and its -wal file to another place first, so that nothing is"
                + " overwritten");
      }
      Path draft = folder.resolve("journal.restoring");
      deleteDraft(draft);
      long restored = fetch(new JournalFetch(url, site.id()), draft, site.id());
      Files.move(draft, journal, StandardCopyOption.ATOMIC_MOVE);
      var out = spec.commandLine().getOut();
      out.println("restored " + restored + " blocks of site " + site.id() + " from " + url);
      out.flush();
      return ExitCodes.OK;
    } catch (IOException e) {
      throw new NotReachableException(
          "centre " + url + ": " + e.getMessage() + "; nothing was changed");
    } finally {
      lock.close();
    }
  }

  /** Every block is checked against the chain, the last against what the centre stated. */
  private static long fetch(JournalFetch fetch, Path draft, String site)
      throws IOException, InterruptedException {
    JournalFetch.Stand stand = fetch.stand();
    if (stand.sequence() == 0) {
      throw new IOException("it holds no block of site " + site);
    }
    try (JournalStore store = JournalStore.open(draft)) {
      JournalTip tip = JournalTip.EMPTY;
      while (tip.sequence() < stand.sequence()) {
        List<StoredBlock> blocks = new ArrayList<>();
        for (String line : fetch.lines(tip.sequence() + 1)) {
          Block block = Block.parse(line);
          if (!block.site().equals(site)) {
            throw new IOException("block " + block.sequence() + " is of site " + block.site());
          }
          tip = tip.append(block, line);
          Hash hash = Block.hash(line);
          blocks.add(new StoredBlock(block.sequence(), block.payload().kind(), hash, line));
        }
        if (blocks.isEmpty()) {
          throw new IOException("it sent no block after " + tip.sequence());
        }
        store.append(blocks, tip, new byte[0]);
      }
      if (tip.sequence() == stand.sequence() && !tip.hash().equals(stand.hash())) {
        throw new IOException(
            "the blocks end in hash " + tip.hash() + ", expected " + stand.hash());
      }
      store.acknowledge(tip.sequence());
      return tip.sequence();
    }
  }

  private static void deleteDraft(Path draft) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + suffix));
    }
  }
}
