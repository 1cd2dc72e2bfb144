package org.zerofactory.schedule.orders;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.zerofactory.datafile.table.CsvTable;
import org.zerofactory.datafile.table.RowFault;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.datafile.table.Table;
import org.zerofactory.datafile.table.TableForm;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;
import org.zerofactory.domain.metering.QuarterHours;

/**
 * Reads a forecast from CSV: {@code time,p10,p50,p90}, one quarter hour a row without gaps, mean
 * power in kW. Without {@code p10} or {@code p90} they are {@code p50}.
 */
public final class ForecastTable {

  private static final TableForm FORM =
      new TableForm(
          "quarter hours",
          List.of("time", "p10", "p50", "p90"),
          List.of("time", "p50"),
          Map.of(),
          Forecast.MAXIMUM_STEPS);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  private final List<RowFault> faults = new ArrayList<>();
  private final List<Quantiles> quantiles = new ArrayList<>();
  private Optional<Instant> start = Optional.empty();
  private int steps;

  private ForecastTable() {}

  /**
   * @param subject what is forecast
   * @param madeAt when it was made
   * @throws RowFaultsException with all faults, each by row and column
   */
  public static Forecast csv(byte[] bytes, String subject, Instant madeAt) {
    Table table = CsvTable.read(bytes, FORM);
    ForecastTable reader = new ForecastTable();
    reader.faults.addAll(table.faults());
    table.rows().forEach(reader::row);
    if (!reader.faults.isEmpty()) {
      throw new RowFaultsException(reader.faults);
    }
    return new Forecast(subject, madeAt, reader.start.orElseThrow(), reader.quantiles, "file");
  }

  private void row(Table.Row row) {
    String text = row.values().getOrDefault("time", "").strip();
    Optional<Instant> time = time(text);
    if (time.isEmpty()) {
      wrong(row, "time", text, "the beginning of a quarter hour such as 2026-06-30T08:15:00+08:00");
    } else if (start.isEmpty()) {
      start = time.map(of -> of.minusSeconds((long) QuarterHours.SECONDS * steps));
    } else {
      Instant next = start.get().plusSeconds((long) QuarterHours.SECONDS * steps);
      if (!time.get().equals(next)) {
        wrong(row, "time", text, next + ", the quarter hour after the row before");
      }
    }
    steps++;
    OptionalDouble p50 = power(row, "p50", OptionalDouble.empty());
    OptionalDouble p10 = power(row, "p10", p50);
    OptionalDouble p90 = power(row, "p90", p50);
    if (p10.isPresent() && p50.isPresent() && p90.isPresent()) {
      if (p10.getAsDouble() > p50.getAsDouble() || p50.getAsDouble() > p90.getAsDouble()) {
        String found = p10.getAsDouble() + ", " + p50.getAsDouble() + ", " + p90.getAsDouble();
        wrong(row, "p50", found, "p10 <= p50 <= p90");
      } else {
        quantiles.add(new Quantiles(p10.getAsDouble(), p50.getAsDouble(), p90.getAsDouble()));
      }
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(of -> of.getEpochSecond() % QuarterHours.SECONDS == 0 && of.getNano() == 0);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private OptionalDouble power(Table.Row row, String column, OptionalDouble otherwise) {
    String text = row.values().getOrDefault(column, "").strip();
    if (text.isEmpty() && otherwise.isPresent()) {
      return otherwise;
    }
    if (!NUMBER.matcher(text).matches()) {
      wrong(row, column, text, "kW as a plain number such as 412.5");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }

  private void wrong(Table.Row row, String column, String value, String expected) {
    if (faults.size() < TableForm.FAULT_LIMIT) {
      faults.add(new RowFault(row.number(), column, value, expected));
    }
  }
}
