package org.zerofactory.central.receive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.zerofactory.domain.product.ProductionRun;
import org.zerofactory.domain.product.ReadRuns;
import org.zerofactory.domain.product.RunFault;
import org.zerofactory.domain.product.RunRow;

/** Rows of texts as runs; each field that is not what it should be is a fault of its own. */
final class RunRows {

  static final List<String> COLUMNS =
      List.of("run", "order", "product", "machine", "from", "to", "good", "scrap");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,64}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  private final List<RunRow> rows = new ArrayList<>();
  private final List<RunFault> faults = new ArrayList<>();
  private int count;

  int count() {
    return count;
  }

  ReadRuns read() {
    return new ReadRuns(rows, faults);
  }

  void fault(long row, String column, String expected) {
    count++;
    faults.add(new RunFault(row, column, "expected " + expected));
  }

  /** Reads one row; a run is added only if all of its fields are well. */
  void add(long row, Map<String, String> fields) {
    count++;
    int before = faults.size();
    fields.keySet().stream()
        .filter(field -> !COLUMNS.contains(field))
        .sorted()
        .forEach(field -> wrong(row, field, "one of " + String.join(", ", COLUMNS), field));
    String id = text(row, fields, "run", WORD);
    String order = text(row, fields, "order", WORD);
    String product = text(row, fields, "product", WORD);
    String machine = text(row, fields, "machine", NAME);
    Optional<Instant> from = time(row, fields, "from");
    Optional<Instant> to = time(row, fields, "to");
    OptionalLong good = quantity(row, fields, "good");
    OptionalLong scrap = quantity(row, fields, "scrap");
    if (faults.size() == before) {
      Instant start = from.orElseThrow();
      Instant end = to.orElseThrow();
      if (!end.isAfter(start) || start.plus(ProductionRun.LONGEST).isBefore(end)) {
        wrong(row, "to", "a time after " + start + " and at most 31 days later", end.toString());
      } else {
        rows.add(
            new RunRow(
                row,
                new ProductionRun(
                    id,
                    order,
                    product,
                    machine,
                    start,
                    end,
                    good.orElseThrow(),
                    scrap.orElseThrow())));
      }
    }
  }

  private String text(long row, Map<String, String> fields, String column, Pattern pattern) {
    String text = fields.getOrDefault(column, "");
    if (!pattern.matcher(text).matches()) {
      String expected =
          pattern == WORD ? "1 to 64 letters, digits, dots, hyphens" : "a machine or line";
      wrong(row, column, expected, text);
    }
    return text;
  }

  private Optional<Instant> time(long row, Map<String, String> fields, String column) {
    String text = fields.getOrDefault(column, "");
    Optional<Instant> time = time(text).filter(found -> found.getNano() == 0);
    if (time.isEmpty()) {
      wrong(
          row,
          column,
          "a time in whole seconds with its offset such as 2025-06-30T08:00:00+08:00",
          text);
    }
    return time;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private OptionalLong quantity(long row, Map<String, String> fields, String column) {
    String text = fields.getOrDefault(column, "");
    if (WHOLE.matcher(text).matches()) {
      return OptionalLong.of(Long.parseLong(text));
    }
    wrong(row, column, "a whole number from 0 to 999999999", text);
    return OptionalLong.empty();
  }

  private void wrong(long row, String column, String expected, String found) {
    String shown = found.length() > 80 ? found.substring(0, 80) + "..." : found;
    faults.add(new RunFault(row, column, "expected " + expected + ", found \"" + shown + "\""));
  }
}
