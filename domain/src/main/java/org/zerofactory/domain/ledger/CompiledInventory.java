package org.zerofactory.domain.ledger;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryInput;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.offset.CountedOffsets;

/**
 * An inventory with what stands beside it.
 *
 * @param sources that it was made of
 * @param waiting entries of the period that nobody has approved: they are not in it
 * @param savings of the period, from the quarter hours; empty if there are none
 * @param offsets credits meant for each year that is in the period as a whole; they change nothing
 */
public record CompiledInventory(
    InventorySources sources,
    InventoryInput input,
    Inventory inventory,
    List<Refusal> waiting,
    StandardCoalUse coal,
    Optional<PeriodAccount> savings,
    SortedMap<Integer, CountedOffsets> offsets) {

  /** More than this share of estimates is worth a warning: the usual materiality (ISO 14064-3). */
  public static final BigDecimal ESTIMATED_PERCENT = BigDecimal.valueOf(5);

  public CompiledInventory {
    waiting = List.copyOf(waiting);
    offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
  }

  /** Whether no more than the threshold of all carbon rests on estimates. */
  public boolean hasFewEstimates() {
    BigDecimal estimated =
        BigDecimal.valueOf(inventory.origins().estimated().micrograms())
            .multiply(BigDecimal.valueOf(100));
    BigDecimal limit =
        BigDecimal.valueOf(inventory.origins().sum().micrograms()).multiply(ESTIMATED_PERCENT);
    return estimated.compareTo(limit) <= 0;
  }
}
