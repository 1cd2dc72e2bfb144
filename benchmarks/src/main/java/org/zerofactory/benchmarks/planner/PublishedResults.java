package org.zerofactory.benchmarks.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was published for the instances of a set: a CSV file beside them. */
final class PublishedResults {

  static final String FILE = "published-results.csv";

  private final Map<String, Map<String, String>> rows;
  private final Path file;

  private PublishedResults(Path file, Map<String, Map<String, String>> rows) {
    this.file = file;
    this.rows = Collections.unmodifiableMap(rows);
  }

  /** Of a folder; empty where it has no such file. */
  static PublishedResults of(Path folder) throws IOException {
    return read(folder.resolve(FILE));
  }

  /** Of a file whose first column names the instance; empty where there is no such file. */
  static PublishedResults read(Path file) throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      List<String> names = Arrays.asList(lines.get(0).split(",", -1));
      for (int index = 1; index < lines.size(); index++) {
        List<String> cells = new ArrayList<>(Arrays.asList(lines.get(index).split(",", -1)));
        if (cells.size() != names.size()) {
          throw new InstanceFormatException(
              file, index + 1, "row", names.size() + " cells", lines.get(index));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
          row.put(names.get(cell), cells.get(cell));
        }
        rows.put(cells.get(0), row);
      }
    }
    return new PublishedResults(file, rows);
  }

  /** A figure of an instance, empty if it was not published. */
  OptionalDouble figure(String instance, String column) {
    String text = rows.getOrDefault(instance, Map.of()).getOrDefault(column, "");
    if (text.isBlank()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException wrong) {
      throw new InstanceFormatException(file, 0, instance + " " + column, "a number", text);
    }
  }
}
