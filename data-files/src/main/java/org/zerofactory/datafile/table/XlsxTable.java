package org.zerofactory.datafile.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads a table from the first sheet of a workbook, row by row. */
public final class XlsxTable {

  /** Most bytes of a workbook unpacked: a small file may be packed from gigabytes of nothing. */
  private static final long UNPACKED_LIMIT = 64L << 20;

  private static final int CELL_LIMIT = 64;
  private static final int PAGE = 64 << 10;
  private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(99_999);

  private XlsxTable() {}

  /**
   * @throws RowFaultsException if it is no workbook with such a table
   */
  public static Table read(byte[] bytes, TableForm form) {
    checkSize(bytes, form);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      return read(rows.iterator(), form);
    } catch (RowFaultsException fault) {
      throw fault;
    } catch (IOException | RuntimeException broken) {
      throw notReadable(form, Objects.requireNonNullElse(broken.getMessage(), broken.toString()));
    }
  }

  private static Table read(Iterator<Row> rows, TableForm form) {
    if (!rows.hasNext()) {
      throw notReadable(form, "an empty sheet");
    }
    Row first = rows.next();
    Table.Builder table = new Table.Builder(form, first.getRowNum(), header(first));
    while (rows.hasNext()) {
      Row row = rows.next();
      table.add(row.getRowNum(), texts(row, table, form));
    }
    return table.table();
  }

  private static List<String> header(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), CELL_LIMIT); i++) {
      texts.add(row.getOptionalCell(i).map(Cell::getText).orElse(""));
    }
    return texts;
  }

  private static List<String> texts(Row row, Table.Builder table, TableForm form) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), CELL_LIMIT); i++) {
      String column = table.column(i);
      Optional<Cell> cell = row.getOptionalCell(i);
      if (cell.map(Cell::getType).filter(type -> type == CellType.ERROR).isPresent()) {
        table.fault(row.getRowNum(), column, cell.get().getRawValue(), "a value, not an error");
      }
      texts.add(cell.map(of -> text(of, form.dates().get(column))).orElse(""));
    }
    return texts;
  }

  /** A sheet keeps a day as the number of days since 1899-12-30. */
  private static String text(Cell cell, TableForm.@Nullable Dates dates) {
    String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
    boolean isNumber = cell.getType() == CellType.NUMBER || isNumeric(cell, raw);
    if (!isNumber) {
      return cell.getType() == CellType.ERROR ? "" : Objects.requireNonNullElse(shown(cell), "");
    }
    BigDecimal number = new BigDecimal(raw);
    if (dates == TableForm.Dates.TIME) {
      return time(number);
    }
    boolean isWholeDay = dates == TableForm.Dates.DAY && number.stripTrailingZeros().scale() <= 0;
    if (isWholeDay && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(99_999)) < 0) {
      return cell.getType() == CellType.NUMBER ? cell.asDate().toLocalDate().toString() : raw;
    }
    return Math.abs((long) number.scale()) > 40 ? raw : number.toPlainString();
  }

  private static String time(BigDecimal days) {
    if (days.signum() <= 0 || days.compareTo(LAST_DAY) > 0) {
      return days.toPlainString();
    }
    long seconds = days.multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return DAY_ZERO.plusSeconds(seconds).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private static boolean isNumeric(Cell cell, String raw) {
    return cell.getType() == CellType.FORMULA && raw.matches("-?[0-9.]+([Ee][-+]?[0-9]+)?");
  }

  private static String shown(Cell cell) {
    return cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
  }

  private static void checkSize(byte[] bytes, TableForm form) {
    byte[] page = new byte[PAGE];
    long unpacked = 0;
    boolean isZip = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        isZip = true;
        for (int read = zip.read(page); read >= 0; read = zip.read(page)) {
          unpacked += read;
          if (unpacked > UNPACKED_LIMIT) {
            throw notReadable(form, "more than " + UNPACKED_LIMIT + " bytes unpacked");
          }
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw notReadable(form, Objects.requireNonNullElse(broken.getMessage(), broken.toString()));
    }
    if (!isZip) {
      throw notReadable(form, "another kind of file");
    }
  }

  private static RowFaultsException notReadable(TableForm form, String found) {
    return RowFaultsException.of(
        1, "file", found, "a workbook (XLSX) with a table of " + form.rows());
  }
}
