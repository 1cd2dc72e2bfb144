package org.zerofactory.central.store;

import org.zerofactory.domain.ledger.InventoryOwner;

/**
 * A table of which sites and organisations have one each, of the same form: the organisations' has
 * a prefix, and each is keyed by its kind of owner.
 *
 * @param ofSites name of the sites' table
 */
record OwnerTable(InventoryOwner.Kind kind, String ofSites) {

  /**
   * SQL with the table for <code>{table}</code> and the owner's column for <code>{owner}</code>.
   */
  String in(String sql) {
    String table =
        switch (kind) {
          case SITE -> ofSites;
          case ORGANISATION -> "organisation_" + ofSites;
        };
    return sql.replace("{owner}", kind.word()).replace("{table}", table);
  }
}
