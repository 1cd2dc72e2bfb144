package org.zerofactory.central.receive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.EntryForm;

/**
 * A table of entries: a header that names the fields, then one entry a row. Columns may stand in
 * any order.
 */
public final class EntryTable {

  /** Most entries of one table; larger ones are sent in parts. */
  public static final int ROW_LIMIT = 20_000;

  /** Most bytes of a file. */
  public static final int BYTE_LIMIT = 8 << 20;

  /** Most faults that are told; a file with more has the same one in every row. */
  public static final int FAULT_LIMIT = 1_000;

  /**
   * The texts of a row.
   *
   * @param number line of the file or row of the sheet, from 1
   */
  public record Row(int number, Map<String, String> values) {}

  /**
   * What was read.
   *
   * @param faults of rows that are no rows of such a table
   */
  public record Content(List<Row> rows, List<EntryFault> faults) {}

  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();
  private final List<EntryFault> faults = new ArrayList<>();

  private EntryTable(List<String> columns) {
    this.columns = columns;
  }

  /**
   * Begins a table with its header.
   *
   * @throws EntryFaultsException if a needed column is missing, or one is unknown or there twice
   */
  static EntryTable of(int number, List<String> header) {
    List<String> columns = header.stream().map(String::strip).collect(Collectors.toList());
    while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
      columns.remove(columns.size() - 1);
    }
    List<EntryFault> faults = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      if (!EntryForm.FIELDS.contains(name)) {
        String expected = "one of " + String.join(", ", EntryForm.FIELDS);
        faults.add(new EntryFault(number, String.valueOf(i + 1), name, expected));
      } else if (columns.indexOf(name) < i) {
        faults.add(new EntryFault(number, name, name, "each column once"));
      }
    }
    for (String name : EntryForm.REQUIRED) {
      if (!columns.contains(name)) {
        faults.add(new EntryFault(number, name, "", "a column of this name"));
      }
    }
    if (!faults.isEmpty()) {
      throw new EntryFaultsException(faults);
    }
    return new EntryTable(columns);
  }

  /** Takes a row in; one without any text is passed over. */
  void add(int number, List<String> texts) {
    if (texts.stream().allMatch(String::isBlank)) {
      return;
    }
    if (rows.size() == ROW_LIMIT) {
      throw new EntryFaultsException(
          List.of(
              new EntryFault(
                  number, "row", String.valueOf(number), "at most " + ROW_LIMIT + " entries")));
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
    if (faults.size() < FAULT_LIMIT) {
      faults.add(new EntryFault(number, column, value, expected));
    }
  }

  /** Name of a column, for faults. */
  String column(int index) {
    return index < columns.size() ? columns.get(index) : String.valueOf(index + 1);
  }

  /**
   * @throws EntryFaultsException if there is no entry at all
   */
  Content content() {
    if (rows.isEmpty() && faults.isEmpty()) {
      throw new EntryFaultsException(
          List.of(new EntryFault(2, "row", "", "at least one entry below the header")));
    }
    return new Content(rows, faults);
  }
}
