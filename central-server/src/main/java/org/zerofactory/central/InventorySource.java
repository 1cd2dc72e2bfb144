package org.zerofactory.central;

import java.util.List;
import java.util.Map;

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
  String compiled(String site, Map<String, String> choices);

  /** A kept inventory, as JSON. */
  String kept(String site, String id);

  @Override
  void close();
}
