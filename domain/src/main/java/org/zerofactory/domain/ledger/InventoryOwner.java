package org.zerofactory.domain.ledger;

import java.util.Locale;
import java.util.Optional;

/** Whose an inventory is: a site's, or an organisation's with all its sites. */
public record InventoryOwner(Kind kind, String id) {

  /** What may have inventories. */
  public enum Kind {
    SITE,
    ORGANISATION;

    /** The word in requests and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static InventoryOwner ofSite(String id) {
    return new InventoryOwner(Kind.SITE, id);
  }

  public static InventoryOwner ofOrganisation(String id) {
    return new InventoryOwner(Kind.ORGANISATION, id);
  }

  /** The site in whose audit trail its steps stand; empty if they belong to no single one. */
  public Optional<String> site() {
    return kind == Kind.SITE ? Optional.of(id) : Optional.empty();
  }

  @Override
  public String toString() {
    return kind.word() + " " + id;
  }
}
