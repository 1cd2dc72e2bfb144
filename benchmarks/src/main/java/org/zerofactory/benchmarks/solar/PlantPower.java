package org.zerofactory.benchmarks.solar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.zerofactory.forecast.PowerSeries;

/** The inverters of a plant: mean AC power of quarter hours, with the gaps as recorded. */
final class PlantPower {

  private static final String FILE = "inverters.csv";
  private static final long STEP = 900;

  /** Of all inverters, so many must have been recorded for the sum to be known. */
  private static final double LEAST_SHARE = 0.7;

  private final Map<String, double[]> byInverter = new TreeMap<>();
  private final long first;
  private final int length;

  private PlantPower(long first, int length) {
    this.first = first;
    this.length = length;
  }

  /**
   * Reads {@code inverters.csv} of a folder: a head with the columns timestamp, inverter and
   * ac_power_kw.
   *
   * @throws IOException if it is not of this form; the message names line and column
   */
  static PlantPower read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      throw new IOException(file + ": expected a head and rows, found " + lines.size() + " lines");
    }
    List<String> head = Arrays.asList(lines.get(0).split(",", -1));
    int time = column(file, head, "timestamp");
    int inverter = column(file, head, "inverter");
    int power = column(file, head, "ac_power_kw");
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    long[] quarters = new long[lines.size()];
    for (int line = 1; line < lines.size(); line++) {
      if (lines.get(line).split(",", -1).length != head.size()) {
        throw new IOException(
            "%s:%d: expected %d cells, found \"%s\""
                .formatted(file, line + 1, head.size(), lines.get(line)));
      }
      quarters[line] = quarter(file, line, lines.get(line).split(",", -1)[time]);
      least = Math.min(least, quarters[line]);
      most = Math.max(most, quarters[line]);
    }
    PlantPower plant = new PlantPower(least, (int) (most - least + 1));
    for (int line = 1; line < lines.size(); line++) {
      String[] cells = lines.get(line).split(",", -1);
      double kilowatts;
      try {
        kilowatts = Double.parseDouble(cells[power]);
      } catch (NumberFormatException wrong) {
        throw new IOException(
            "%s:%d: ac_power_kw: expected a number, found \"%s\""
                .formatted(file, line + 1, cells[power]));
      }
      plant.put(cells[inverter], (int) (quarters[line] - least), kilowatts);
    }
    return plant;
  }

  private static int column(Path file, List<String> head, String name) throws IOException {
    int column = head.indexOf(name);
    if (column < 0) {
      throw new IOException(file + ":1: expected a column " + name + ", found " + head);
    }
    return column;
  }

  private static long quarter(Path file, int line, String text) throws IOException {
    try {
      return OffsetDateTime.parse(text).toEpochSecond() / STEP;
    } catch (DateTimeParseException wrong) {
      throw new IOException(
          "%s:%d: timestamp: expected a time with offset, found \"%s\""
              .formatted(file, line + 1, text));
    }
  }

  private void put(String inverter, int index, double kilowatts) {
    double[] series =
        byInverter.computeIfAbsent(
            inverter,
            name -> {
              double[] empty = new double[length];
              Arrays.fill(empty, Double.NaN);
              return empty;
            });
    series[index] = kilowatts;
  }

  List<String> inverters() {
    return List.copyOf(byInverter.keySet());
  }

  PowerSeries of(String inverter) {
    return new PowerSeries(
        inverter, start(), Objects.requireNonNull(byInverter.get(inverter), inverter));
  }

  private Instant start() {
    return Instant.ofEpochSecond(first * STEP);
  }

  /** All inverters; those not recorded in a quarter hour count as the mean of the others. */
  PowerSeries sum() {
    double[] sum = new double[length];
    for (int index = 0; index < length; index++) {
      double total = 0;
      int count = 0;
      for (double[] series : byInverter.values()) {
        if (!Double.isNaN(series[index])) {
          total += series[index];
          count++;
        }
      }
      boolean known = count >= LEAST_SHARE * byInverter.size();
      sum[index] = known ? total / count * byInverter.size() : Double.NaN;
    }
    return new PowerSeries("plant", start(), sum);
  }
}
