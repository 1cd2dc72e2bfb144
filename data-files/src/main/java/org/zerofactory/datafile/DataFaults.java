package org.zerofactory.datafile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the faults of one or more files, so that a reader can report all of them together. */
public final class DataFaults {

  /** More faults than a person reads at once; what comes after them is not kept. */
  public static final int LIMIT = 200;

  private final Set<DataFault> faults = new LinkedHashSet<>();

  /** Adds a fault; the same fault twice counts once, and faults beyond {@link #LIMIT} are left. */
  public void add(DataFault fault) {
    if (faults.size() < LIMIT) {
      faults.add(fault);
    }
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** The faults in the order of file, line and column. */
  public List<DataFault> sorted() {
    return faults.stream().sorted(DataFault.BY_PLACE).toList();
  }

  /**
   * @throws DataFileException with all faults if there is at least one
   */
  public void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new DataFileException(sorted());
    }
  }
}
