package org.zerofactory.datafile.table;

/**
 * What is wrong with a field of a row, whatever the rows are.
 *
 * @param row line of the file or row of the sheet, from 1; in a list the number of the item, from 1
 * @param column name of the field; the column's number where it has no name; {@code file} for the
 *     file as a whole
 * @param value what was found; empty text if nothing
 * @param expected what was expected instead
 */
public record RowFault(int row, String column, String value, String expected) {

  private static final int LONGEST_VALUE = 80;

  public RowFault {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
  }

  @Override
  public String toString() {
    return "row " + row + ", " + column + ": expected " + expected + ", found \"" + value + "\"";
  }
}
