package org.zerofactory.central;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.InventorySettings;

/** How the inventories of one kind of owner are made. */
interface InventoryMaker {

  InventoryOwner.Kind kind();

  /**
   * Makes one of what is held at the moment.
   *
   * @param references those of another time, for the same bytes although a journal has grown
   * @throws org.zerofactory.domain.inventory.InventoryRefusedException with all that cannot be
   *     accounted
   * @throws org.zerofactory.domain.ledger.LedgerRefusedException if nothing is held of the period
   */
  Made make(String id, InventorySettings settings, Optional<InputReferences> references);

  /**
   * An inventory that is not kept yet.
   *
   * @param waiting what keeps it from review
   * @param report what is published of it, with what it takes the place of
   */
  record Made(Inventory inventory, List<Refusal> waiting, Function<Optional<Json>, Json> report) {

    Json plain() {
      return report.apply(Optional.empty());
    }
  }
}
