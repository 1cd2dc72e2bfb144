package org.zerofactory.central.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryJson;
import org.zerofactory.domain.inventory.InventoryRefusedException;
import org.zerofactory.domain.inventory.Organisation;
import org.zerofactory.domain.inventory.OrganisationInventory;
import org.zerofactory.domain.inventory.OrganisationInventory.Kept;
import org.zerofactory.domain.inventory.OrganisationInventory.Part;
import org.zerofactory.domain.inventory.OrganisationInventory.Terms;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.CompiledInventory;
import org.zerofactory.domain.ledger.CompiledOrganisation;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.StoredInventory;

/**
 * Compiles the inventories of organisations: each site's, and their sum. A site's figures are those
 * that it published, as long as they are the same to the byte today; a site without such an
 * inventory is accounted as it stands and keeps the organisation's from review.
 */
public final class OrganisationCompiler {

  private final InventoryCompiler sites;
  private final Function<String, List<StoredInventory>> published;
  private final Function<StoredInventory, InputReferences> references;

  /**
   * @param published a site's inventories that are published and not restated, newest first
   * @param references what a published inventory rests on
   */
  public OrganisationCompiler(
      InventoryCompiler sites,
      Function<String, List<StoredInventory>> published,
      Function<StoredInventory, InputReferences> references) {
    this.sites = sites;
    this.published = published;
    this.references = references;
  }

  /**
   * Compiles an inventory of an organisation.
   *
   * @throws InventoryRefusedException with all that cannot be accounted, of all its sites
   */
  public CompiledOrganisation compile(Organisation organisation, InventorySettings settings) {
    List<Refusal> refusals = new ArrayList<>();
    List<Refusal> waiting = new ArrayList<>();
    List<CompiledOrganisation.Site> compiled = new ArrayList<>();
    for (String site : organisation.sitesIn(settings.period())) {
      try {
        compiled.add(compile(site, settings, waiting));
      } catch (InventoryRefusedException refused) {
        refused.refusals().forEach(refusal -> refusals.add(placed(site, refusal)));
      } catch (LedgerRefusedException nothing) {
        refusals.add(missing(site, String.valueOf(nothing.getMessage())));
      }
    }
    if (!refusals.isEmpty()) {
      throw new InventoryRefusedException(refusals);
    }
    Inventory sum =
        OrganisationInventory.of(
            organisation,
            terms(settings),
            compiled.stream().map(OrganisationCompiler::part).toList());
    return new CompiledOrganisation(organisation, compiled, sum, waiting);
  }

  private CompiledOrganisation.Site compile(
      String site, InventorySettings settings, List<Refusal> waiting) {
    List<StoredInventory> own = published.apply(site);
    Optional<StoredInventory> fitting =
        own.stream().filter(of -> of.settings().equals(settings)).findFirst();
    if (fitting.isPresent()) {
      CompiledInventory again = compiled(site, settings, fitting.map(references)).orElseThrow();
      if (fitting.get().version().content().equals(Optional.of(hash(again.inventory())))) {
        again.waiting().forEach(refusal -> waiting.add(placed(site, refusal)));
        return new CompiledOrganisation.Site(again, fitting);
      }
    }
    CompiledInventory now =
        compiled(site, settings, Optional.empty())
            .orElseThrow(
                () -> new InventoryRefusedException(List.of(missing(site, "found no journal"))));
    now.waiting().forEach(refusal -> waiting.add(placed(site, refusal)));
    waiting.add(notPublished(site, settings, own, fitting));
    return new CompiledOrganisation.Site(now, Optional.empty());
  }

  private Optional<CompiledInventory> compiled(
      String site, InventorySettings settings, Optional<InputReferences> of) {
    return sites.compile(site, settings, of);
  }

  private static Part part(CompiledOrganisation.Site site) {
    return new Part(
        site.compiled().inventory(),
        site.published().map(of -> new Kept(of.version().id(), of.frozen().orElseThrow().hash())));
  }

  private static Refusal notPublished(
      String site,
      InventorySettings settings,
      List<StoredInventory> published,
      Optional<StoredInventory> fitting) {
    if (fitting.isPresent()) {
      return new Refusal(
          Refusal.Kind.NOT_PUBLISHED,
          "site " + site,
          "expected "
              + fitting.get().version().id()
              + " to be what is held now, but figures have changed since: restate it first");
    }
    String found =
        published.stream()
            .map(of -> of.version().id() + " of " + terms(of.settings()))
            .collect(Collectors.joining(", "));
    return new Refusal(
        published.isEmpty() ? Refusal.Kind.NOT_PUBLISHED : Refusal.Kind.OTHER_TERMS,
        "site " + site,
        "expected a published inventory of "
            + terms(settings)
            + ", found "
            + (published.isEmpty() ? "none" : found));
  }

  private static Terms terms(InventorySettings settings) {
    return new Terms(settings.period(), settings.method(), settings.gwp());
  }

  private static Refusal missing(String site, String why) {
    return new Refusal(Refusal.Kind.MISSING_SITE, "site " + site, why);
  }

  private static Refusal placed(String site, Refusal refusal) {
    return refusal.place().contains("site " + site)
        ? refusal
        : new Refusal(refusal.kind(), refusal.place() + " of site " + site, refusal.reason());
  }

  private static Hash hash(Inventory inventory) {
    return Hash.of(InventoryJson.bytes(inventory));
  }
}
