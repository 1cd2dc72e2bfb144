package org.zerofactory.datafile;

import java.util.List;
import java.util.stream.Collectors;

/** One or more data files are wrong; the message has one line for each fault. */
public final class DataFileException extends RuntimeException {

  private final transient List<DataFault> faults;

  public DataFileException(List<DataFault> faults) {
    super(faults.stream().map(DataFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** At least one, in the order of file, line and column. */
  public List<DataFault> faults() {
    return faults;
  }
}
