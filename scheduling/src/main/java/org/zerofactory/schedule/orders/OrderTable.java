package org.zerofactory.schedule.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zerofactory.datafile.table.CsvTable;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.datafile.table.Table;
import org.zerofactory.datafile.table.TableForm;
import org.zerofactory.datafile.table.XlsxTable;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProductionOrder;

/** Reads orders from CSV or XLSX: a header that names the fields, then one order a row. */
public final class OrderTable {

  /** Most orders of one file. */
  public static final int ROW_LIMIT = 5_000;

  private static final TableForm FORM =
      new TableForm(
          "orders",
          List.of("order", "product", "quantity", "release", "due", "firm", "priority", "machines"),
          List.of("order", "product", "quantity", "due"),
          Map.of("release", TableForm.Dates.TIME, "due", TableForm.Dates.TIME),
          ROW_LIMIT);

  private OrderTable() {}

  /**
   * @param defaultRelease of orders that state none
   * @throws RowFaultsException with all faults, each by row and column
   */
  public static List<ProductionOrder> csv(byte[] bytes, PlantModel plant, Instant defaultRelease) {
    return orders(CsvTable.read(bytes, FORM), plant, defaultRelease);
  }

  /**
   * As {@link #csv} from the first sheet of a workbook. A cell that is a date is local time.
   *
   * @throws RowFaultsException with all faults, each by row and column
   */
  public static List<ProductionOrder> xlsx(byte[] bytes, PlantModel plant, Instant defaultRelease) {
    return orders(XlsxTable.read(bytes, FORM), plant, defaultRelease);
  }

  private static List<ProductionOrder> orders(
      Table table, PlantModel plant, Instant defaultRelease) {
    OrderRows rows =
        new OrderRows(
            plant,
            defaultRelease,
            field ->
                switch (field) {
                  case "id" -> "order";
                  case "equipment" -> "machines";
                  default -> field;
                });
    rows.faults(table.faults());
    table.rows().forEach(row -> rows.add(row.number(), row.values()));
    return rows.orders();
  }
}
