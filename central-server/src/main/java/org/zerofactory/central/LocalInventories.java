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
import org.zerofactory.domain.ledger.InventoryOwner;

/** Inventories of a database on this machine, without a server; one may run beside it. */
final class LocalInventories implements InventorySource {

  private final JournalStore store;
  private final Ledgers ledgers;
  private final SiteRules rules;

  private LocalInventories(JournalStore store, Ledgers ledgers, SiteRules rules) {
    this.store = store;
    this.ledgers = ledgers;
    this.rules = rules;
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
    return new LocalInventories(store, ledgers, rules);
  }

  @Override
  public List<String> sites() {
    return store.reader().sites().stream().map(site -> site.description().id()).toList();
  }

  @Override
  public String compiled(InventoryOwner owner, Map<String, String> choices) {
    return known(owner).compile(owner.id(), InventoryForm.read(choices));
  }

  @Override
  public String kept(InventoryOwner owner, String id) {
    return known(owner).doors().one().of(owner.id(), id);
  }

  private Inventories known(InventoryOwner owner) {
    boolean isKnown =
        switch (owner.kind()) {
          case SITE -> store.reader().site(owner.id()).isPresent();
          case ORGANISATION -> rules.organisations().find(owner.id()).isPresent();
        };
    if (!isKnown) {
      throw new InventoryUnavailableException(
          CentralServer.FAILED,
          switch (owner.kind()) {
            case SITE -> "--site: expected a site with a journal, found " + owner.id();
            case ORGANISATION ->
                "--organisation: expected an organisation of the accounts folder, found "
                    + owner.id();
          });
    }
    return switch (owner.kind()) {
      case SITE -> ledgers.inventories();
      case ORGANISATION -> ledgers.organisationInventories();
    };
  }

  @Override
  public void close() {
    store.close();
  }
}
