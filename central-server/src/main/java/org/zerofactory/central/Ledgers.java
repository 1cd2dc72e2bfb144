package org.zerofactory.central;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.central.account.Accountant;
import org.zerofactory.central.account.InventoryCompiler;
import org.zerofactory.central.account.InventoryData;
import org.zerofactory.central.account.OrganisationCompiler;
import org.zerofactory.central.store.InventoryBooks;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.LedgerStore;
import org.zerofactory.central.store.OffsetStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.central.web.OrganisationDoors;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.InventoryFacts;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.inventory.AccountingMethod;
import org.zerofactory.domain.inventory.ChosenFactor;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.inventory.InventoryStatus;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.StoredInventory;
import org.zerofactory.domain.offset.CountedOffsets;
import org.zerofactory.rules.FactorLibrary;

/** What people enter and sign, connected with the journals and the factor library. */
final class Ledgers {

  private static final int LIST_LIMIT = 200;

  private final Ledger entries;
  private final Inventories inventories;
  private final OrganisationInventories organisations;
  private final Inventories organisationInventories;
  private final InventoryBooks books;
  private final Function<String, Optional<CoalCoefficient>> coefficients;

  Ledgers(
      JournalStore store,
      Accountant accountant,
      SiteRules rules,
      RegisteredClaims claims,
      InstantSource clock) {
    LedgerStore ledger = new LedgerStore(store, clock);
    OffsetStore credits = new OffsetStore(store, clock);
    this.books = new InventoryBooks(store, clock);
    StoreReader reader = store.reader();
    FactorLibrary library = rules.library();
    this.coefficients = library::coal;
    List<InputReferences.FactorSet> sets = sets(library);
    InventoryData data =
        new InventoryData(
            reader::site,
            books::journal,
            books::months,
            (site, points, interval, day) -> reader.profiles(site, points, interval, day::of),
            ledger::entries,
            site -> rules.inventoryFactors(site, claims.apply(site)),
            library::gwp,
            () -> sets,
            (series, at) -> factor(library, series, at),
            library::coal,
            accountant::year,
            (site, year, own) ->
                CountedOffsets.of(
                    credits.of(site, year),
                    own,
                    hash -> ledger.document(Hash.ofHex(hash)).isPresent(),
                    claims::isShared));
    this.entries = new Ledger(ledger, rules::unitOf);
    InventoryCompiler compiler = new InventoryCompiler(data);
    this.inventories = new Inventories(new SiteInventories(compiler), books);
    this.organisations =
        new OrganisationInventories(
            rules.organisations(),
            new OrganisationCompiler(
                compiler,
                this::published,
                of -> References.of(of.frozen().orElseThrow().content())));
    this.organisationInventories = new Inventories(organisations, books);
  }

  Ledger entries() {
    return entries;
  }

  Inventories inventories() {
    return inventories;
  }

  /** Inventories of organisations, made like those of sites. */
  Inventories organisationInventories() {
    return organisationInventories;
  }

  OrganisationDoors organisations() {
    return organisations.doors(organisationInventories);
  }

  private List<StoredInventory> published(String site) {
    return books.list(InventoryOwner.ofSite(site), LIST_LIMIT).stream()
        .filter(of -> of.version().status() == InventoryStatus.PUBLISHED)
        .toList();
  }

  /** The facts of the published inventory of a site's whole year; none without one. */
  CertificationFacts facts(String site, int year) {
    InventoryPeriod period = InventoryPeriod.ofYear(year);
    return books.list(InventoryOwner.ofSite(site), LIST_LIMIT).stream()
        .filter(inventory -> inventory.settings().period().equals(period))
        .filter(inventory -> inventory.settings().method() == AccountingMethod.GHG_PROTOCOL)
        .filter(inventory -> inventory.publishedAt().isPresent())
        .filter(inventory -> inventory.restatedBy().isEmpty())
        .flatMap(inventory -> inventory.frozen().stream())
        .findFirst()
        .map(
            frozen ->
                InventoryFacts.of(JsonParser.parse(frozen.content()), year, true, coefficients))
        .orElse(CertificationFacts.NONE.with(Fact.INVENTORY_PUBLISHED, false));
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
