package org.zerofactory.domain.inventory;

/** Blocks of a site's journal that a figure rests on, first and last included. */
public record BlockRange(long first, long last) {

  /**
   * @throws IllegalArgumentException unless 1 is at most first and first at most last
   */
  public BlockRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          "expected blocks from 1 on in order, but were " + first + " to " + last);
    }
  }
}
