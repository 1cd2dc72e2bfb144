package org.zerofactory.domain.inventory;

import java.util.List;

/**
 * All that an inventory is made of, besides the factors.
 *
 * @param metered of the period's months, in any order
 * @param subMeters tell lines and machines apart
 * @param entries approved and with a document; those that are not are refused
 * @param covers of retired instruments, at most one for a site and month
 */
public record InventoryInput(
    Boundary boundary,
    InventoryPeriod period,
    InventoryRules rules,
    List<MeteredActivity> metered,
    List<SubMeterShare> subMeters,
    List<ActivityEntry> entries,
    List<MarketCover> covers,
    InputReferences references) {

  public InventoryInput {
    metered = List.copyOf(metered);
    subMeters = List.copyOf(subMeters);
    entries = List.copyOf(entries);
    covers = List.copyOf(covers);
  }
}
