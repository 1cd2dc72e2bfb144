package org.zerofactory.central.receive;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.datafile.Utf8Text;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.product.ReadRuns;
import org.zerofactory.domain.product.RunFault;

/** Reads runs of the production log from JSON or CSV; all faults are found, none stops the rest. */
public final class RunReader {

  /** Runs of one request. */
  static final int LIMIT = 5_000;

  private RunReader() {}

  /** {@code {"runs": [{"run": ..., "order": ..., ...}]}}; rows count from 1. */
  public static ReadRuns json(byte[] body) {
    JsonNode runs;
    try {
      runs = SmallJson.read(body).path("runs");
    } catch (JsonFormatException malformed) {
      return new ReadRuns(
          List.of(), List.of(new RunFault(1, "", String.valueOf(malformed.getMessage()))));
    }
    if (!runs.isArray() || runs.size() > LIMIT) {
      return refused("an object with a list \"runs\" of at most " + LIMIT + " runs");
    }
    RunRows rows = new RunRows();
    long row = 1;
    for (JsonNode run : runs) {
      rows.add(row++, fields(run));
    }
    return rows.read();
  }

  private static Map<String, String> fields(JsonNode run) {
    Map<String, String> fields = new HashMap<>();
    run.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              fields.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
            });
    return fields;
  }

  /** A file with a heading, UTF-8; the heading is row 1. */
  public static ReadRuns csv(byte[] body) {
    String text;
    try {
      text = Utf8Text.of(body);
    } catch (CharacterCodingException wrong) {
      return refused("text in UTF-8");
    }
    try (CsvReader<CsvRecord> reader = builder().ofCsvRecord(text)) {
      return rows(reader);
    } catch (CsvParseException malformed) {
      return refused("CSV as in RFC 4180, found " + malformed.getMessage());
    } catch (IOException impossible) {
      return refused("readable CSV, found " + impossible.getMessage());
    }
  }

  /** Rows with other numbers of fields are faults of theirs and do not end the file. */
  private static CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder().allowMissingFields(true).allowExtraFields(true);
  }

  private static ReadRuns rows(CsvReader<CsvRecord> reader) {
    List<String> heading = List.of();
    RunRows rows = new RunRows();
    for (CsvRecord line : reader) {
      long row = line.getStartingLineNumber();
      if (heading.isEmpty()) {
        heading = line.getFields().stream().map(String::strip).toList();
        List<String> missing = new ArrayList<>(RunRows.COLUMNS);
        missing.removeAll(heading);
        if (!missing.isEmpty() || heading.size() != RunRows.COLUMNS.size()) {
          return refused(
              "a heading of " + String.join(",", RunRows.COLUMNS) + ", found " + heading);
        }
      } else if (rows.count() >= LIMIT) {
        return refused("at most " + LIMIT + " runs");
      } else if (line.getFieldCount() != heading.size()) {
        rows.fault(row, "", heading.size() + " fields, found " + line.getFieldCount());
      } else {
        rows.add(row, fields(heading, line));
      }
    }
    return heading.isEmpty() ? refused("a heading, found an empty file") : rows.read();
  }

  private static Map<String, String> fields(List<String> heading, CsvRecord line) {
    Map<String, String> fields = new HashMap<>();
    for (int column = 0; column < heading.size(); column++) {
      fields.put(heading.get(column), line.getField(column).strip());
    }
    return fields;
  }

  private static ReadRuns refused(String expected) {
    return new ReadRuns(List.of(), List.of(new RunFault(1, "", "expected " + expected)));
  }
}
