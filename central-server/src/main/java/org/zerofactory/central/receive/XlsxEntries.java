package org.zerofactory.central.receive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;

/** Reads a table of entries from the first sheet of a workbook, row by row. */
public final class XlsxEntries {

  /** Most bytes of a workbook unpacked: a small file may be packed from gigabytes of nothing. */
  private static final long UNPACKED_LIMIT = 64L << 20;

  private static final int CELL_LIMIT = 64;
  private static final int PAGE = 64 << 10;
  private static final Set<String> DAYS = Set.of("from", "to");

  private XlsxEntries() {}

  /**
   * @throws EntryFaultsException if it is no such workbook
   */
  public static EntryTable.Content read(byte[] bytes) {
    checkSize(bytes);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      return read(rows.iterator());
    } catch (EntryFaultsException fault) {
      throw fault;
    } catch (IOException | RuntimeException broken) {
      throw notReadable(Objects.requireNonNullElse(broken.getMessage(), broken.toString()));
    }
  }

  private static EntryTable.Content read(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      throw notReadable("an empty sheet");
    }
    Row first = rows.next();
    EntryTable table = EntryTable.of(first.getRowNum(), header(first));
    while (rows.hasNext()) {
      Row row = rows.next();
      table.add(row.getRowNum(), texts(row, table));
    }
    return table.content();
  }

  private static List<String> header(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), CELL_LIMIT); i++) {
      texts.add(row.getOptionalCell(i).map(Cell::getText).orElse(""));
    }
    return texts;
  }

  private static List<String> texts(Row row, EntryTable table) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), CELL_LIMIT); i++) {
      String column = table.column(i);
      Optional<Cell> cell = row.getOptionalCell(i);
      if (cell.map(Cell::getType).filter(type -> type == CellType.ERROR).isPresent()) {
        table.fault(row.getRowNum(), column, cell.get().getRawValue(), "a value, not an error");
      }
      texts.add(cell.map(of -> text(of, DAYS.contains(column))).orElse(""));
    }
    return texts;
  }

  /** A sheet keeps a day as the number of days since 1899-12-30. */
  private static String text(Cell cell, boolean isDay) {
    String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
    boolean isNumber = cell.getType() == CellType.NUMBER || isNumeric(cell, raw);
    if (!isNumber) {
      return cell.getType() == CellType.ERROR ? "" : Objects.requireNonNullElse(shown(cell), "");
    }
    BigDecimal number = new BigDecimal(raw);
    boolean isWholeDay = isDay && number.stripTrailingZeros().scale() <= 0;
    if (isWholeDay && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(99_999)) < 0) {
      return cell.getType() == CellType.NUMBER ? cell.asDate().toLocalDate().toString() : raw;
    }
    return Math.abs((long) number.scale()) > 40 ? raw : number.toPlainString();
  }

  private static boolean isNumeric(Cell cell, String raw) {
    return cell.getType() == CellType.FORMULA && raw.matches("-?[0-9.]+([Ee][-+]?[0-9]+)?");
  }

  private static String shown(Cell cell) {
    return cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
  }

  private static void checkSize(byte[] bytes) {
    byte[] page = new byte[PAGE];
    long unpacked = 0;
    boolean isZip = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        isZip = true;
        for (int read = zip.read(page); read >= 0; read = zip.read(page)) {
          unpacked += read;
          if (unpacked > UNPACKED_LIMIT) {
            throw notReadable("more than " + UNPACKED_LIMIT + " bytes unpacked");
          }
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw notReadable(Objects.requireNonNullElse(broken.getMessage(), broken.toString()));
    }
    if (!isZip) {
      throw notReadable("another kind of file");
    }
  }

  private static EntryFaultsException notReadable(String found) {
    return new EntryFaultsException(
        List.of(new EntryFault(1, "file", found, "a workbook (XLSX) with a table of entries")));
  }
}
