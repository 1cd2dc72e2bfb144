package org.zerofactory.datafile.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import org.zerofactory.datafile.Utf8Text;

/** Reads a table from CSV (RFC 4180): UTF-8, commas, quotes where needed. */
public final class CsvTable {

  private CsvTable() {}

  /**
   * @throws RowFaultsException if it is no such table
   */
  public static Table read(byte[] bytes, TableForm form) {
    String text = text(bytes);
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      return read(records.iterator(), form);
    } catch (CsvParseException malformed) {
      throw fault(1, Objects.requireNonNullElse(malformed.getMessage(), ""), "CSV as of RFC 4180");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Table read(Iterator<CsvRecord> records, TableForm form) {
    if (!records.hasNext()) {
      throw fault(1, "", "a header that names the columns");
    }
    CsvRecord header = records.next();
    Table.Builder table =
        new Table.Builder(form, (int) header.getStartingLineNumber(), header.getFields());
    while (records.hasNext()) {
      CsvRecord record = records.next();
      table.add((int) record.getStartingLineNumber(), record.getFields());
    }
    return table.table();
  }

  private static String text(byte[] bytes) {
    try {
      return Utf8Text.of(bytes);
    } catch (CharacterCodingException otherEncoding) {
      throw fault(lineOfFirstFault(bytes), "bytes of another encoding", "text in UTF-8");
    }
  }

  /** The lines before the first byte that is not UTF-8, and one more. */
  private static int lineOfFirstFault(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length + 1);
    StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    int lines = 1;
    for (int i = 0; i < in.position(); i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static RowFaultsException fault(int row, String value, String expected) {
    return RowFaultsException.of(row, "file", value, expected);
  }
}
