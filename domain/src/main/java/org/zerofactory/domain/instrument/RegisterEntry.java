package org.zerofactory.domain.instrument;

import java.util.List;
import org.zerofactory.domain.quantity.Energy;

/**
 * An instrument with all parts that were allocated of it.
 *
 * @param allocations in the order of their serials
 * @param enteredBy who registered it
 */
public record RegisterEntry(Instrument instrument, List<Allocation> allocations, String enteredBy) {

  public RegisterEntry {
    allocations = List.copyOf(allocations);
  }

  /** Energy that is allocated. */
  public Energy allocated() {
    return allocations.stream().map(Allocation::energy).reduce(Energy.ZERO, Energy::plus);
  }

  /** Energy that is retired. */
  public Energy retired() {
    return allocations.stream()
        .filter(part -> part.retirement().isPresent())
        .map(Allocation::energy)
        .reduce(Energy.ZERO, Energy::plus);
  }
}
