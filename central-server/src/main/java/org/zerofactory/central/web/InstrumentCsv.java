package org.zerofactory.central.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.Utf8Text;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.RegisterFault;

/** Instruments from a CSV text (RFC 4180, UTF-8) whose first row names the fields. */
final class InstrumentCsv {

  /** Rows of one file. */
  static final int ROW_LIMIT = 10_000;

  /**
   * A fault with its place.
   *
   * @param row line in the file on which the row begins, from 1
   */
  record Fault(long row, RegisterFault fault) {}

  private final List<Instrument> instruments = new ArrayList<>();
  private final List<Long> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private InstrumentCsv() {}

  /** Reads all rows; faults are noted, not thrown. */
  static InstrumentCsv read(byte[] body) {
    InstrumentCsv csv = new InstrumentCsv();
    try {
      csv.parse(Utf8Text.of(body));
    } catch (CharacterCodingException malformed) {
      csv.fault(1, "", "expected UTF-8 text, found other bytes");
    } catch (CsvParseException malformed) {
      csv.fault(csv.lastRow() + 1, "", "expected CSV (RFC 4180): " + malformed.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return csv;
  }

  List<Instrument> instruments() {
    return instruments;
  }

  /** The line of each instrument. */
  List<Long> rows() {
    return rows;
  }

  List<Fault> faults() {
    return faults;
  }

  private void parse(String text) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text)) {
      List<String> header = List.of();
      for (CsvRecord record : reader) {
        if (header.isEmpty()) {
          header = record.getFields().stream().map(String::strip).toList();
          checkHeader(header);
        } else if (rows.size() + faults.size() >= ROW_LIMIT) {
          fault(record.getStartingLineNumber(), "", "expected at most " + ROW_LIMIT + " rows");
          return;
        } else {
          row(header, record);
        }
        if (!faults.isEmpty() && rows.isEmpty() && record.getStartingLineNumber() == 1) {
          return; // without a sound header every row would be wrong
        }
      }
      if (rows.isEmpty() && faults.isEmpty()) {
        fault(1, "", "expected a header and at least one row, found none");
      }
    }
  }

  private void checkHeader(List<String> header) {
    var seen = new HashSet<String>();
    for (String name : header) {
      if (!InstrumentForm.FIELDS.contains(name)) {
        fault(1, name, "expected a column out of " + String.join(", ", InstrumentForm.FIELDS));
      } else if (!seen.add(name)) {
        fault(1, name, "expected each column once, found it twice");
      }
    }
  }

  private void row(List<String> header, CsvRecord record) {
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() != header.size()) {
      fault(line, "", "expected " + header.size() + " fields, found " + record.getFieldCount());
      return;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), record.getField(i));
    }
    Form form = new Form(values);
    Optional<Instrument> instrument = InstrumentForm.read(form);
    form.faults().forEach(fault -> faults.add(new Fault(line, fault)));
    instrument.ifPresent(
        read -> {
          instruments.add(read);
          rows.add(line);
        });
  }

  private void fault(long row, String column, String detail) {
    faults.add(new Fault(row, new RegisterFault("invalid", column, detail)));
  }

  private long lastRow() {
    return rows.isEmpty() ? 0 : rows.get(rows.size() - 1);
  }
}
