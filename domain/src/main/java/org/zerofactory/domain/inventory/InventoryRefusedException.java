package org.zerofactory.domain.inventory;

import java.util.List;
import java.util.stream.Collectors;

/** An input can't be accounted; all faults are named together. */
public final class InventoryRefusedException extends RuntimeException {

  private final transient List<Refusal> refusals;

  public InventoryRefusedException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
    this.refusals = List.copyOf(refusals);
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
