package org.zerofactory.datafile.table;

import java.util.List;
import java.util.Map;

/**
 * What a table must look like.
 *
 * @param rows what its rows are, in the plural, such as {@code entries}
 * @param columns all columns that it may have, in any order
 * @param required columns that it must have
 * @param dates columns of a workbook whose numbers are days or times; all others stay numbers
 * @param rowLimit most rows
 */
public record TableForm(
    String rows,
    List<String> columns,
    List<String> required,
    Map<String, Dates> dates,
    int rowLimit) {

  /** Most faults that are told; a table with more has the same one in every row. */
  public static final int FAULT_LIMIT = 1_000;

  /** What a workbook's number of days since 1899-12-30 stands for. */
  public enum Dates {
    /** Whole days become {@code 2025-06-30}; other numbers stay numbers. */
    DAY,
    /** Every such number becomes {@code 2025-06-30T08:00:00}, to the nearest second. */
    TIME
  }

  public TableForm {
    columns = List.copyOf(columns);
    required = List.copyOf(required);
    dates = Map.copyOf(dates);
  }
}
