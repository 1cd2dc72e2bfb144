package org.zerofactory.domain.ledger;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.Organisation;
import org.zerofactory.domain.inventory.Refusal;

/**
 * An organisation's inventory with what its sites say beside theirs.
 *
 * @param sites that it is the sum of, by id
 * @param waiting what keeps it from review: of the sites, and sites whose own is not published
 */
public record CompiledOrganisation(
    Organisation organisation, List<Site> sites, Inventory inventory, List<Refusal> waiting) {

  /**
   * A site's part.
   *
   * @param published the site's own inventory that it equals to the byte; empty if there is none
   */
  public record Site(CompiledInventory compiled, Optional<StoredInventory> published) {

    public String id() {
      return compiled.sources().site().description().id();
    }
  }

  public CompiledOrganisation {
    sites = List.copyOf(sites);
    waiting = List.copyOf(waiting);
  }

  /** The energy of all sites as standard coal. */
  public StandardCoalUse coal() {
    TreeMap<String, StandardCoalUse> bySite = new TreeMap<>();
    sites.forEach(site -> bySite.put(site.id(), site.compiled().coal()));
    return StandardCoalUse.sum(bySite);
  }
}
