package org.zerofactory.schedule.grid;

/**
 * Something that several operations share up to a capacity: a crew, a tool, a buffer.
 *
 * @param capacity how much there is in each slot, one value per slot, 0 or more
 */
public record GridResource(String id, int[] capacity) {

  public GridResource {
    capacity = capacity.clone();
  }
}
