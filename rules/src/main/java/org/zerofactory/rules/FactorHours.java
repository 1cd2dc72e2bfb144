package org.zerofactory.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.rules.FactorCsv.Row;
import org.zerofactory.rules.FactorYaml.Cell;

/**
 * Turns a CSV file with one hour in each row into values of a set, one for each year. An hour
 * without a row or without a number stays missing: nothing is put in its place.
 */
final class FactorHours {

  private static final int HOURS_OF_DAY = 24;
  private static final int HOUR_SECONDS = 3600;
  private static final int MOST_SHOWN = 1000;

  private final FactorCsv csv;
  private final String timeColumn;
  private final String valueColumn;
  private final StringBuilder text;
  private final Map<String, Cell> cells = new HashMap<>();

  private FactorHours(FactorCsv csv, String timeColumn, String valueColumn, StringBuilder text) {
    this.csv = csv;
    this.timeColumn = timeColumn;
    this.valueColumn = valueColumn;
    this.text = text;
  }

  /**
   * @param text the top of the set, to which the values are added
   */
  static FactorYaml of(
      FactorCsv csv,
      FactorImport.Request request,
      String timeColumn,
      StringBuilder text,
      DataFaults faults) {
    NavigableMap<Instant, Row> hours = hours(csv, request, timeColumn, faults);
    String series = request.settings().getOrDefault("series", "");
    if (series.isEmpty()) {
      faults.add(DataFault.ofFile(csv.file(), "option --series expected an id of the series"));
    }
    var written = new FactorHours(csv, timeColumn, request.valueColumn(), text);
    written.write(series, hours);
    List<String> missing = missing(csv, request, hours);
    return new FactorYaml(csv, text.toString(), written.cells, Map.of(), missing);
  }

  private void write(String series, NavigableMap<Instant, Row> hours) {
    int value = -1;
    int year = 0;
    for (LocalDate day : days(hours)) {
      NavigableMap<Instant, Row> ofDay =
          hours.subMap(start(day), true, start(day.plusDays(1)), false);
      if (value < 0 || day.getYear() != year) {
        value++;
        year = day.getYear();
        begin(text, series, year, csv.file());
        cells.put("values[" + value + "]", new Cell(ofDay.values().iterator().next(), timeColumn));
      }
      text.append("      ").append(day).append(": [");
      text.append(String.join(", ", numbers("values[" + value + "]", day, ofDay))).append("]\n");
    }
  }

  private List<String> numbers(String value, LocalDate day, Map<Instant, Row> hours) {
    List<String> numbers = new ArrayList<>();
    for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
      Instant at = start(day).plusSeconds((long) hour * HOUR_SECONDS);
      Optional<Row> row = Optional.ofNullable(hours.get(at));
      String field = value + ".hours." + day + "[" + hour + "]";
      row.ifPresent(found -> cells.put(field, new Cell(found, valueColumn)));
      numbers.add(
          row.flatMap(found -> csv.find(found, valueColumn))
              .map(number -> FactorYaml.scalar("value", number))
              .orElse("missing"));
    }
    return numbers;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Hours between the first and the last that have no number; the first ones if there are many. */
  private static List<String> missing(
      FactorCsv csv, FactorImport.Request request, NavigableMap<Instant, Row> hours) {
    List<String> missing = new ArrayList<>();
    if (hours.isEmpty()) {
      return missing;
    }
    Instant hour = hours.firstKey();
    while (!hour.isAfter(hours.lastKey()) && missing.size() < MOST_SHOWN) {
      Optional<Row> row = Optional.ofNullable(hours.get(hour));
      if (row.flatMap(found -> csv.find(found, request.valueColumn())).isEmpty()) {
        missing.add(hour.toString());
      }
      hour = hour.plusSeconds(HOUR_SECONDS);
    }
    return missing;
  }

  private static void begin(StringBuilder text, String series, int year, String file) {
    String place = "rows of " + year + " of the CSV file " + file.replaceAll(".*[/\\\\]", "");
    text.append("  - id: ").append(FactorYaml.scalar("id", series + "-" + year)).append('\n');
    text.append("    series: ").append(FactorYaml.scalar("series", series)).append('\n');
    text.append("    place: ").append(FactorYaml.scalar("place", place)).append('\n');
    text.append("    hours:\n");
  }

  private static List<LocalDate> days(NavigableMap<Instant, Row> hours) {
    return hours.keySet().stream()
        .map(hour -> LocalDate.ofInstant(hour, ZoneOffset.UTC))
        .distinct()
        .toList();
  }

  private static NavigableMap<Instant, Row> hours(
      FactorCsv csv, FactorImport.Request request, String timeColumn, DataFaults faults) {
    NavigableMap<Instant, Row> hours = new TreeMap<>();
    for (String column : List.of(timeColumn, request.valueColumn())) {
      if (!csv.has(column)) {
        String problem =
            "expected a column " + column + " but were " + String.join(", ", csv.header());
        faults.add(new DataFault(csv.file(), 1, 1, "", problem));
        return hours;
      }
    }
    for (Row row : csv.rows()) {
      hour(csv, row, timeColumn, faults)
          .ifPresent(
              hour -> {
                Row earlier = hours.putIfAbsent(hour, row);
                if (earlier != null) {
                  String problem = "expected each hour once but line " + earlier.line() + " has ";
                  faults.add(csv.fault(row, timeColumn, problem + hour + " too"));
                }
              });
    }
    return hours;
  }

  private static Optional<Instant> hour(FactorCsv csv, Row row, String column, DataFaults faults) {
    String text = csv.find(row, column).orElse("");
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (instant.getEpochSecond() % HOUR_SECONDS == 0 && instant.getNano() == 0) {
        return Optional.of(instant);
      }
    } catch (DateTimeException wrong) {
      // told below, with what was expected
    }
    faults.add(
        csv.fault(
            row,
            column,
            "expected a full hour with its offset such as 2025-01-01T00:00Z but was \""
                + text
                + "\""));
    return Optional.empty();
  }
}
