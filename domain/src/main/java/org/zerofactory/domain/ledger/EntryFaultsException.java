package org.zerofactory.domain.ledger;

import java.util.List;

/** Entries that are refused, with all that is wrong with them. None of them is kept. */
public final class EntryFaultsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<EntryFault> faults;

  /**
   * @param faults one or more
   */
  public EntryFaultsException(List<EntryFault> faults) {
    super(
        faults.get(0) + (faults.size() > 1 ? "; and " + (faults.size() - 1) + " faults more" : ""));
    this.faults = List.copyOf(faults);
  }

  public List<EntryFault> faults() {
    return faults;
  }
}
