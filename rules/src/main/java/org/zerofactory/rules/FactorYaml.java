package org.zerofactory.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.rules.FactorCsv.Row;

/**
 * The YAML text of an imported set, and the cell that each part of it came from.
 *
 * @param cells row and column by the field path of the text
 * @param lines the row of the CSV file by the line of the text
 */
record FactorYaml(
    FactorCsv csv,
    String text,
    Map<String, Cell> cells,
    Map<Integer, Row> lines,
    List<String> missingHours) {

  /** Where a value of the text came from. */
  record Cell(Row row, String column) {}

  /** Keys that stand once at the top of a set, in their order. */
  private static final List<String> HEAD =
      List.of(
          "set",
          "edition",
          "title",
          "publisher",
          "document",
          "published",
          "place",
          "use",
          "region",
          "data-year",
          "validity",
          "from",
          "to",
          "zone",
          "unit",
          "gas-basis",
          "boundary",
          "verification",
          "uncertainty-percent",
          "note");

  /** Columns of a file with one factor in each row. */
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "series",
          "name",
          "region",
          "use",
          "data-year",
          "validity",
          "from",
          "to",
          "value",
          "unit",
          "gas-basis",
          "boundary",
          "place",
          "verification",
          "uncertainty-percent",
          "replaces",
          "note");

  private static final Pattern FIELD = Pattern.compile("(values\\[[0-9]+])\\.?(.*)");

  static FactorYaml of(FactorCsv csv, FactorImport.Request request, DataFaults faults) {
    StringBuilder text =
        new StringBuilder("# Imported from a CSV file; a correction is a new set.\n")
            .append("kind: emission-factors\n");
    for (String key : HEAD) {
      if (request.settings().containsKey(key)) {
        String value = request.settings().getOrDefault(key, "");
        text.append(key).append(": ").append(scalar(key, value)).append('\n');
      }
    }
    text.append("values:\n");
    if (request.timeColumn().isPresent()) {
      return FactorHours.of(csv, request, request.timeColumn().get(), text, faults);
    }
    return rows(csv, request, text, faults);
  }

  private static FactorYaml rows(
      FactorCsv csv, FactorImport.Request request, StringBuilder text, DataFaults faults) {
    String valueColumn = request.valueColumn();
    for (String column : csv.header()) {
      if (!COLUMNS.contains(column) && !column.equals(valueColumn)) {
        String problem =
            "expected a column out of "
                + String.join(", ", COLUMNS)
                + " but was \""
                + column
                + "\"";
        int number = csv.header().indexOf(column) + 1;
        faults.add(new DataFault(csv.file(), 1, number, "", problem));
      }
    }
    Map<String, Cell> cells = new HashMap<>();
    Map<Integer, Row> lines = new HashMap<>();
    int line = (int) text.chars().filter(character -> character == '\n').count();
    for (int i = 0; i < csv.rows().size(); i++) {
      Row row = csv.rows().get(i);
      List<String> entries = new ArrayList<>();
      for (String column : csv.header()) {
        String key = column.equals(valueColumn) ? "value" : column;
        cells.put("values[" + i + "]." + key, new Cell(row, column));
        csv.find(row, column).ifPresent(cell -> entries.add(key + ": " + scalar(key, cell)));
      }
      cells.put("values[" + i + "]", new Cell(row, csv.header().get(0)));
      lines.put(++line, row);
      text.append("  - { ").append(String.join(", ", entries)).append(" }\n");
    }
    return new FactorYaml(csv, text.toString(), cells, lines, List.of());
  }

  /** The same fault in the words of the CSV file, or of the option that it came from. */
  DataFault inCsv(DataFault fault, String name) {
    if (!fault.file().equals(name)) {
      return fault;
    }
    String problem = problem(fault.problem(), name);
    Matcher field = FIELD.matcher(fault.field());
    if (field.matches()) {
      Cell whole = cells.get(field.group(1));
      Cell cell = cells.getOrDefault(fault.field(), whole);
      if (cell != null) {
        boolean hasColumn = cells.containsKey(fault.field());
        String column = hasColumn ? cell.column() : field.group(2);
        DataFault at = csv.fault(cell.row(), cell.column(), problem);
        return new DataFault(at.file(), at.line(), at.column(), column, problem);
      }
      return DataFault.ofFile(csv.file(), "option --" + field.group(2) + " " + problem);
    }
    String option = fault.field().isEmpty() ? "" : "option --" + fault.field() + " ";
    return DataFault.ofFile(csv.file(), option + problem);
  }

  /** Lines of the text in a message become lines of the CSV file. */
  private String problem(String problem, String name) {
    Matcher place = Pattern.compile(Pattern.quote(name) + ":([0-9]+)").matcher(problem);
    return place.replaceAll(
        found -> {
          Row row = lines.get(Integer.valueOf(found.group(1)));
          return Matcher.quoteReplacement(row == null ? csv.file() : csv.file() + ":" + row.line());
        });
  }

  /** A data year is a number; all else is text in quotes, so that no digit is lost. */
  static String scalar(String key, String value) {
    if (key.equals("data-year") && value.matches("[0-9]{1,9}")) {
      return value;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : value.toCharArray()) {
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else if (character < ' ' || Character.getType(character) == Character.CONTROL) {
        quoted.append(String.format("\\u%04x", (int) character));
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }
}
