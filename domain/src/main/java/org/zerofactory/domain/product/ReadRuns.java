package org.zerofactory.domain.product;

import java.util.List;

/** Runs as they were read from a file or request, and what could not be read. */
public record ReadRuns(List<RunRow> rows, List<RunFault> faults) {

  public ReadRuns {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }
}
