package org.zerofactory.domain.schedule;

import java.util.List;

/**
 * How long changing over from one family of products to another takes.
 *
 * @param families names; the index is the row and the column
 * @param minutes by {@code [family before][family after]}, square, 0 or more
 */
public record SetupMatrix(String id, List<String> families, List<List<Integer>> minutes) {

  public SetupMatrix {
    families = List.copyOf(families);
    minutes = minutes.stream().map(List::copyOf).toList();
  }
}
