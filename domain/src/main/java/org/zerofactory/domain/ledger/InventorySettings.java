package org.zerofactory.domain.ledger;

import org.zerofactory.domain.inventory.AccountingMethod;
import org.zerofactory.domain.inventory.InventoryPeriod;

/**
 * What a person chooses of an inventory. Consolidation is by operational control.
 *
 * @param gwp edition of the warming potentials: {@code AR4}, {@code AR5} or {@code AR6}
 */
public record InventorySettings(InventoryPeriod period, AccountingMethod method, String gwp) {

  /** The only consolidation that one site's meters can show. */
  public static final String CONSOLIDATION = "operational-control";
}
