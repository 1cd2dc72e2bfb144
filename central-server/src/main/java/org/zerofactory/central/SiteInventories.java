package org.zerofactory.central;

import java.util.Optional;
import org.zerofactory.central.account.InventoryCompiler;
import org.zerofactory.central.report.InventoryReport;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.ledger.CompiledInventory;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.InventorySettings;

/** Makes the inventories of sites. */
record SiteInventories(InventoryCompiler compiler) implements InventoryMaker {

  @Override
  public InventoryOwner.Kind kind() {
    return InventoryOwner.Kind.SITE;
  }

  @Override
  public Made make(String id, InventorySettings settings, Optional<InputReferences> references) {
    CompiledInventory compiled = compiler.compile(id, settings, references).orElseThrow();
    return new Made(
        compiled.inventory(),
        compiled.waiting(),
        restates -> InventoryReport.of(compiled, restates));
  }
}
