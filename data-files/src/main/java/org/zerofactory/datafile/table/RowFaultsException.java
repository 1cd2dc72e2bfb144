package org.zerofactory.datafile.table;

import java.util.List;
import java.util.stream.Collectors;

/** A table or list is refused; the message has one line for each fault. */
public final class RowFaultsException extends RuntimeException {

  private final transient List<RowFault> faults;

  /**
   * @param faults one or more
   */
  public RowFaultsException(List<RowFault> faults) {
    super(faults.stream().map(RowFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  static RowFaultsException of(int row, String column, String value, String expected) {
    return new RowFaultsException(List.of(new RowFault(row, column, value, expected)));
  }

  public List<RowFault> faults() {
    return faults;
  }
}
