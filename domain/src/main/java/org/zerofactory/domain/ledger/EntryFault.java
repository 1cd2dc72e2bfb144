package org.zerofactory.domain.ledger;

/**
 * What is wrong with a field of an entry.
 *
 * @param row line of the file or sheet, from 1; 1 for a single entry
 * @param column name of the field; the column's letter or number where it has no name
 * @param value what was found; empty text if nothing
 * @param expected what was expected instead
 */
public record EntryFault(int row, String column, String value, String expected) {

  private static final int LONGEST_VALUE = 80;

  public EntryFault {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
  }

  @Override
  public String toString() {
    return "row " + row + ", " + column + ": expected " + expected + ", found \"" + value + "\"";
  }
}
