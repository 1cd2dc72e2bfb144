package org.zerofactory.domain.product;

import java.time.LocalDate;
import java.util.Map;

/**
 * A local day's load, divided, and what came out of each job that day.
 *
 * @param outputs of the runs, each spread over its days by time so that the days sum to the run
 */
public record DayProducts(LocalDate date, Allocation allocation, Map<Job, Output> outputs) {

  public DayProducts {
    outputs = Map.copyOf(outputs);
  }
}
