package org.zerofactory.central.receive;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.zerofactory.datafile.table.CsvTable;
import org.zerofactory.datafile.table.RowFault;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.datafile.table.Table;
import org.zerofactory.datafile.table.TableForm;
import org.zerofactory.datafile.table.XlsxTable;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.EntryForm;

/** A table of entries from CSV or XLSX: a header that names the fields, then one entry a row. */
public final class EntryTable {

  /** Most entries of one table; larger ones are sent in parts. */
  public static final int ROW_LIMIT = 20_000;

  /** Most bytes of a file. */
  public static final int BYTE_LIMIT = 8 << 20;

  /** Most faults that are told; a file with more has the same one in every row. */
  public static final int FAULT_LIMIT = TableForm.FAULT_LIMIT;

  private static final TableForm FORM =
      new TableForm(
          "entries",
          EntryForm.FIELDS,
          EntryForm.REQUIRED,
          Map.of("from", TableForm.Dates.DAY, "to", TableForm.Dates.DAY),
          ROW_LIMIT);

  /**
   * What was read.
   *
   * @param faults of rows that are no rows of such a table
   */
  public record Content(List<Table.Row> rows, List<EntryFault> faults) {}

  private EntryTable() {}

  /**
   * @throws EntryFaultsException if it is no table of entries
   */
  public static Content csv(byte[] bytes) {
    return content(() -> CsvTable.read(bytes, FORM));
  }

  /**
   * @throws EntryFaultsException if it is no workbook with a table of entries
   */
  public static Content xlsx(byte[] bytes) {
    return content(() -> XlsxTable.read(bytes, FORM));
  }

  private static Content content(Supplier<Table> read) {
    try {
      Table table = read.get();
      return new Content(table.rows(), table.faults().stream().map(EntryTable::fault).toList());
    } catch (RowFaultsException refused) {
      throw new EntryFaultsException(refused.faults().stream().map(EntryTable::fault).toList());
    }
  }

  private static EntryFault fault(RowFault of) {
    return new EntryFault(of.row(), of.column(), of.value(), of.expected());
  }
}
