package org.zerofactory.datafile.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table: a header that names the fields, then one row for each thing. Columns may stand in any
 * order.
 *
 * @param faults of rows that are no rows of such a table
 */
public record Table(List<Row> rows, List<RowFault> faults) {

  public Table {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /**
   * The texts of a row.
   *
   * @param number line of the file or row of the sheet, from 1
   */
  public record Row(int number, Map<String, String> values) {}

  /** Takes in a table row by row. */
  static final class Builder {

    private final TableForm form;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();

    /**
     * Begins a table with its header.
     *
     * @throws RowFaultsException if a needed column is missing, or one is unknown or there twice
     */
    Builder(TableForm form, int number, List<String> header) {
      this.form = form;
      this.columns = header.stream().map(String::strip).collect(Collectors.toList());
      while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
        columns.remove(columns.size() - 1);
      }
      for (int i = 0; i < columns.size(); i++) {
        String name = columns.get(i);
        if (!form.columns().contains(name)) {
          String expected = "one of " + String.join(", ", form.columns());
          faults.add(new RowFault(number, String.valueOf(i + 1), name, expected));
        } else if (columns.indexOf(name) < i) {
          faults.add(new RowFault(number, name, name, "each column once"));
        }
      }
      for (String name : form.required()) {
        if (!columns.contains(name)) {
          faults.add(new RowFault(number, name, "", "a column of this name"));
        }
      }
      if (!faults.isEmpty()) {
        throw new RowFaultsException(faults);
      }
    }

    /** Takes a row in; one without any text is passed over. */
    void add(int number, List<String> texts) {
      if (texts.stream().allMatch(String::isBlank)) {
        return;
      }
      if (rows.size() == form.rowLimit()) {
        throw RowFaultsException.of(
            number,
            "row",
            String.valueOf(number),
            "at most " + form.rowLimit() + " " + form.rows());
      }
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        if (i < columns.size()) {
          values.put(columns.get(i), texts.get(i));
        } else if (!texts.get(i).isBlank()) {
          fault(number, String.valueOf(i + 1), texts.get(i), "nothing beyond the last column");
        }
      }
      rows.add(new Row(number, values));
    }

    void fault(int number, String column, String value, String expected) {
      if (faults.size() < TableForm.FAULT_LIMIT) {
        faults.add(new RowFault(number, column, value, expected));
      }
    }

    /** Name of a column, for faults. */
    String column(int index) {
      return index < columns.size() ? columns.get(index) : String.valueOf(index + 1);
    }

    /**
     * @throws RowFaultsException if there is no row at all
     */
    Table table() {
      if (rows.isEmpty() && faults.isEmpty()) {
        throw RowFaultsException.of(2, "row", "", form.rows() + " below the header");
      }
      return new Table(rows, faults);
    }
  }
}
