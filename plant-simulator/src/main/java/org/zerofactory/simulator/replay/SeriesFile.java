package org.zerofactory.simulator.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV time series of quarter hours: each row's value is the amount of the 15 minutes that
 * end at its time stamp. Rows must follow each other without gap or repetition.
 */
final class SeriesFile {

  private static final int MAXIMUM_ROWS = 2_000_000;
  private static final int MAXIMUM_FAULTS = 20;
  private static final long QUARTER_HOUR = 900;

  private final ReplayOption option;
  private final List<String> faults = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private SeriesFile(ReplayOption option) {
    this.option = option;
  }

  private record Row(int line, String stamp, List<Long> readings, BigDecimal amount) {}

  /**
   * The series as a register.
   *
   * @param start begin of the first quarter hour, epoch seconds
   * @param register value at {@code start} (zero) and at the end of each quarter hour, in whole
   *     base units; the exact sum rounded down, so the last value is the sum to the unit
   */
  record Series(long start, long[] register) {}

  /**
   * @throws SeriesFileException naming each fault with file and line
   */
  static Series read(ReplayOption option) {
    SeriesFile file = new SeriesFile(option);
    try (BufferedReader reader = Files.newBufferedReader(option.file())) {
      file.readRows(reader);
    } catch (NoSuchFileException exception) {
      throw new SeriesFileException(List.of(option.file() + ": there is no such file"));
    } catch (IOException exception) {
      throw new UncheckedIOException(option.file() + ": cannot be read", exception);
    }
    file.stopIfFaulty();
    long start = file.start();
    file.stopIfFaulty();
    return new Series(start, file.register());
  }

  private void readRows(BufferedReader reader) throws IOException {
    String header = reader.readLine();
    List<String> names = header == null ? List.of() : cells(header.replace("\uFEFF", ""));
    int stampCell = names.indexOf(option.timestamp());
    int valueCell = names.indexOf(option.column());
    if (stampCell < 0 || valueCell < 0) {
      String missing = stampCell < 0 ? option.timestamp() : option.column();
      fault(1, "there is no column '" + missing + "'; the columns are " + names);
      return;
    }
    int number = 1;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (rows.size() >= MAXIMUM_ROWS) {
        fault(number, "more than " + MAXIMUM_ROWS + " rows, which is the limit");
        return;
      }
      if (!line.isBlank()) {
        addRow(number, cells(line), stampCell, valueCell);
      }
    }
    if (rows.isEmpty()) {
      fault(number, "expected at least one row of data");
    }
  }

  private void addRow(int line, List<String> cells, int stampCell, int valueCell) {
    if (cells.size() <= Math.max(stampCell, valueCell)) {
      fault(
          line, "has " + cells.size() + " cells; expected " + (1 + Math.max(stampCell, valueCell)));
      return;
    }
    String stamp = cells.get(stampCell);
    List<Long> readings = TimeStamps.readings(stamp, option.zone());
    if (readings.isEmpty()) {
      fault(line, "time stamp '" + stamp + "': expected a date and a time in " + option.zone());
    }
    BigDecimal amount = amount(line, cells.get(valueCell));
    if (amount != null && !readings.isEmpty()) {
      rows.add(new Row(line, stamp, readings, amount));
    }
  }

  private @Nullable BigDecimal amount(int line, String text) {
    try {
      BigDecimal amount = new BigDecimal(text).multiply(option.toBaseUnit());
      if (amount.signum() >= 0 && amount.precision() - amount.scale() <= 15) {
        return amount;
      }
    } catch (NumberFormatException exception) {
      // named below, together with numbers out of range
      fault(line, "value '" + text + "' of column " + option.column() + ": expected a number");
      return null;
    }
    fault(line, "value '" + text + "' of column " + option.column() + ": expected 0 or more");
    return null;
  }

  /**
   * The begin of the series, by the reading of the first row that the other rows follow longest.
   */
  private long start() {
    int longest = -1;
    long best = 0;
    for (long candidate : rows.get(0).readings()) {
      int followed = followed(candidate);
      if (followed > longest) {
        longest = followed;
        best = candidate;
      }
    }
    if (best % QUARTER_HOUR != 0) {
      fault(
          rows.get(0).line(), "time stamp '" + rows.get(0).stamp() + "': expected a quarter hour");
    } else if (longest < rows.size()) {
      Row row = rows.get(longest);
      fault(
          row.line(),
          "time stamp '"
              + row.stamp()
              + "': expected 15 minutes after the row before, '"
              + rows.get(longest - 1).stamp()
              + "', in any order of day and month");
    }
    return best - QUARTER_HOUR;
  }

  private int followed(long first) {
    int row = 1;
    while (row < rows.size() && rows.get(row).readings().contains(first + row * QUARTER_HOUR)) {
      row++;
    }
    return row;
  }

  private long[] register() {
    long[] register = new long[rows.size() + 1];
    BigDecimal sum = BigDecimal.ZERO;
    for (int row = 0; row < rows.size(); row++) {
      sum = sum.add(rows.get(row).amount());
      register[row + 1] = sum.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
    return register;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(SeriesFile::unquoted).toList();
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private void fault(int line, String what) {
    if (faults.size() < MAXIMUM_FAULTS) {
      faults.add(option.file() + ":" + line + ": " + what);
    }
  }

  private void stopIfFaulty() {
    if (!faults.isEmpty()) {
      throw new SeriesFileException(faults);
    }
  }
}
