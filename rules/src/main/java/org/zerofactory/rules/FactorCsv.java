package org.zerofactory.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.Utf8Text;

/**
 * A CSV file (RFC 4180, UTF-8, first line the names of the columns) and where each cell stands.
 *
 * @param header names of the columns
 */
record FactorCsv(String file, List<String> header, List<Row> rows) {

  /** Ten years of hours. */
  static final int MOST_ROWS = 90_000;

  private static final long MOST_BYTES = 16L << 20;

  /**
   * One row.
   *
   * @param line that it begins in, from 1
   * @param cells as many as there are columns
   */
  record Row(int line, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }
  }

  /** Empty, with faults added, if it is no such file. */
  static Optional<FactorCsv> read(Path path, DataFaults faults) {
    String file = path.toString();
    try {
      if (Files.size(path) > MOST_BYTES) {
        faults.add(DataFault.ofFile(file, "expected at most " + MOST_BYTES + " bytes"));
        return Optional.empty();
      }
      return read(path, file, faults);
    } catch (NoSuchFileException missing) {
      faults.add(DataFault.ofFile(file, "expected a file, but there is none"));
    } catch (CsvParseException wrong) {
      faults.add(DataFault.ofFile(file, reason(wrong)));
    } catch (IOException | UncheckedIOException unreadable) {
      faults.add(DataFault.ofFile(file, reason(unreadable)));
    }
    return Optional.empty();
  }

  private static Optional<FactorCsv> read(Path path, String file, DataFaults faults)
      throws IOException {
    String text = Utf8Text.of(Files.readAllBytes(path));
    List<String> header = List.of();
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        header = row.getHeader();
        int line = Math.toIntExact(row.getStartingLineNumber());
        if (row.getFieldCount() != header.size()) {
          String cells = header.size() + " cells as in the first line but were ";
          faults.add(new DataFault(file, line, 1, "", "expected " + cells + row.getFieldCount()));
        } else if (rows.size() >= MOST_ROWS) {
          faults.add(new DataFault(file, line, 1, "", "expected at most " + MOST_ROWS + " rows"));
          break;
        } else {
          rows.add(new Row(line, row.getFields()));
        }
      }
    }
    if (rows.isEmpty()) {
      faults.add(DataFault.ofFile(file, "expected a line of column names and rows below it"));
      return Optional.empty();
    }
    return Optional.of(new FactorCsv(file, header, rows));
  }

  private static String reason(Exception failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof CharacterCodingException
        ? "expected UTF-8 text but the bytes are not UTF-8"
        : "expected CSV but " + cause.getMessage();
  }

  boolean has(String column) {
    return header.contains(column);
  }

  /** The text of a cell; empty if there is no such column or nothing stands in it. */
  Optional<String> find(Row row, String column) {
    int index = header.indexOf(column);
    return index < 0
        ? Optional.empty()
        : Optional.of(row.cells().get(index).strip()).filter(text -> !text.isEmpty());
  }

  /** A fault at a cell: the line of its row, and the number of its column from 1. */
  DataFault fault(Row row, String column, String problem) {
    return new DataFault(file, row.line(), header.indexOf(column) + 1, column, problem);
  }
}
