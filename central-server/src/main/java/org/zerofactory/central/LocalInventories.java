package org.zerofactory.central;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.zerofactory.central.account.Accountant;
import org.zerofactory.central.account.SiteData;
import org.zerofactory.central.store.InstrumentStore;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.domain.ledger.InventoryForm;

/** Inventories of a database on this machine, without a server; one may run beside it. */
final class LocalInventories implements InventorySource {

  private final JournalStore store;
  private final Inventories inventories;

  private LocalInventories(JournalStore store, Inventories inventories) {
    this.store = store;
    this.inventories = inventories;
  }

  /**
   * @throws InventoryUnavailableException if the folder has no database
   */
  static LocalInventories open(ServerOptions options) {
    if (!Files.exists(options.data().resolve("central.db"))) {
      throw new InventoryUnavailableException(
          CentralServer.CONFIGURATION_INVALID,
          "--data: expected a folder with the database of a server, found no central.db in "
              + options.data()
              + "; `zerofactory server run --data "
              + options.data()
              + "` makes one");
    }
    SiteRules rules = SiteRules.read(options);
    JournalStore store =
        JournalStore.open(options.data(), RunningServer.systemClock(), rules::series, change -> {});
    StoreReader reader = store.reader();
    InstantSource clock = RunningServer.systemClock();
    RegisteredClaims claims =
        new RegisteredClaims(rules, new InstrumentStore(store, clock, () -> {}));
    Accountant accountant =
        new Accountant(
            new SiteData(reader::site, reader::quarters, reader::daySum, reader::days, claims));
    Ledgers ledgers = new Ledgers(store, accountant, rules, claims, clock);
    return new LocalInventories(store, ledgers.inventories());
  }

  @Override
  public List<String> sites() {
    return store.reader().sites().stream().map(site -> site.description().id()).toList();
  }

  @Override
  public String compiled(String site, Map<String, String> choices) {
    requireKnown(site);
    return inventories.compile(site, InventoryForm.read(choices));
  }

  @Override
  public String kept(String site, String id) {
    requireKnown(site);
    return inventories.doors().one().of(site, id);
  }

  private void requireKnown(String site) {
    if (store.reader().site(site).isEmpty()) {
      throw new InventoryUnavailableException(
          CentralServer.FAILED, "--site: expected a site with a journal, found " + site);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
