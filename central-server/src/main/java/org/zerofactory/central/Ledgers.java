package org.zerofactory.central;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.central.account.Accountant;
import org.zerofactory.central.account.InventoryCompiler;
import org.zerofactory.central.account.InventoryData;
import org.zerofactory.central.store.InventoryBooks;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.LedgerStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.inventory.ChosenFactor;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.rules.FactorLibrary;

/** What people enter and sign, connected with the journals and the factor library. */
final class Ledgers {

  private final Ledger entries;
  private final Inventories inventories;

  Ledgers(
      JournalStore store,
      Accountant accountant,
      SiteRules rules,
      Function<SiteDescription, AccountingRules> claims,
      InstantSource clock) {
    LedgerStore ledger = new LedgerStore(store, clock);
    InventoryBooks books = new InventoryBooks(store, clock);
    StoreReader reader = store.reader();
    FactorLibrary library = rules.library();
    List<InputReferences.FactorSet> sets = sets(library);
    InventoryData data =
        new InventoryData(
            reader::site,
            books::journal,
            books::months,
            ledger::entries,
            site -> rules.inventoryFactors(site, claims.apply(site)),
            library::gwp,
            () -> sets,
            (series, at) -> factor(library, series, at),
            library::coal,
            accountant::year);
    this.entries = new Ledger(ledger, rules::unitOf);
    this.inventories = new Inventories(new InventoryCompiler(data), books);
  }

  Ledger entries() {
    return entries;
  }

  Inventories inventories() {
    return inventories;
  }

  private static Optional<ChosenFactor> factor(FactorLibrary library, String series, Instant at) {
    return library
        .find(series)
        .flatMap(of -> of.find(at))
        .map(choice -> new ChosenFactor(choice.factor(), choice.provisional()));
  }

  private static List<InputReferences.FactorSet> sets(FactorLibrary library) {
    return library.sets().stream()
        .map(
            set ->
                new InputReferences.FactorSet(set.id(), set.edition(), Hash.ofHex(set.version())))
        .toList();
  }
}
