package org.zerofactory.central;

import java.util.List;
import java.util.Map;
import org.zerofactory.domain.ledger.InventoryOwner;

/**
 * Where the command line gets inventories from: a running server, or a database on this machine.
 */
interface InventorySource extends AutoCloseable {

  /** Ids of the sites that have a journal. */
  List<String> sites();

  /**
   * What an inventory would be at this moment, as JSON.
   *
   * @param choices fields of {@link org.zerofactory.domain.ledger.InventoryForm}
   */
  String compiled(InventoryOwner owner, Map<String, String> choices);

  /** A kept inventory, as JSON. */
  String kept(InventoryOwner owner, String id);

  @Override
  void close();
}
