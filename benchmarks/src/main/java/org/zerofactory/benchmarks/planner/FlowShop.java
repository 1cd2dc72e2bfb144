package org.zerofactory.benchmarks.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A carbon-aware permutation flow shop as published: all jobs pass the machines in the same order,
 * quarter hours as slots.
 *
 * @param watts power by {@code [job][machine][slot of the run]}; no slots where a job skips a
 *     machine
 * @param generation on-site generation per slot, W
 * @param intensity of the grid per slot, g/kWh
 */
record FlowShop(
    String name, int machines, double[][][] watts, double[] generation, double[] intensity) {

  private static final int SLOTS_OF_DAY = 96;

  int jobs() {
    return watts.length;
  }

  int slots() {
    return generation.length;
  }

  int duration(int job, int machine) {
    return watts[job][machine].length;
  }

  /**
   * Reads a {@code .cas} file: machines, days and jobs lead its first line; then a line per job and
   * machine; then generation, intensity and price. With more than one machine each line of power
   * begins with its job and its machine.
   *
   * @throws InstanceFormatException if a line or field is not as expected, with its place
   */
  static FlowShop read(Path file) throws IOException {
    Lines lines = new Lines(file, Files.readAllLines(file));
    double[] head = lines.numbers(0, "first line");
    lines.expect(head.length >= 3, 0, "first line", "machines, days and jobs", "");
    int machines = lines.whole(head[0], 0, "machines", 1, 1_000);
    int days = lines.whole(head[1], 0, "days", 1, 1_000);
    int jobs = lines.whole(head[2], 0, "jobs", 1, 100_000);
    double[][][] watts = new double[jobs][machines][];
    int line = 1;
    for (int job = 0; job < jobs; job++) {
      for (int machine = 0; machine < machines; machine++) {
        watts[job][machine] = power(lines, line++, job, machine, machines);
      }
    }
    double[] generation = series(lines, line++, "generation", days);
    double[] intensity = series(lines, line, "intensity", days);
    return new FlowShop(file.getFileName().toString(), machines, watts, generation, intensity);
  }

  private static double[] power(Lines lines, int line, int job, int machine, int machines) {
    double[] numbers = lines.numbers(line, "power");
    if (machines > 1) {
      boolean named = numbers.length >= 2 && numbers[0] == job && numbers[1] == machine;
      lines.expect(named, line, "job and machine", job + "," + machine, lines.text(line));
      numbers = Arrays.copyOfRange(numbers, 2, numbers.length);
    }
    for (double power : numbers) {
      lines.expect(power >= 0, line, "power", "0 W or more", Double.toString(power));
    }
    boolean skipped = numbers.length == 1 && numbers[0] == 0;
    return skipped ? new double[0] : numbers;
  }

  private static double[] series(Lines lines, int line, String field, int days) {
    double[] numbers = lines.numbers(line, field);
    lines.expect(
        numbers.length == days * SLOTS_OF_DAY,
        line,
        field,
        days * SLOTS_OF_DAY + " numbers",
        numbers.length + " numbers");
    return numbers;
  }

  /** The lines of a file, with places for messages. */
  private record Lines(Path file, List<String> all) {

    String text(int index) {
      if (index >= all.size()) {
        throw new InstanceFormatException(file, index + 1, "line", "one more line", "end of file");
      }
      return all.get(index);
    }

    double[] numbers(int index, String field) {
      List<Double> numbers = new ArrayList<>();
      for (String part : text(index).split(",")) {
        if (!part.isBlank()) {
          numbers.add(number(part.strip(), index, field));
        }
      }
      return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double number(String part, int index, String field) {
      try {
        double number = Double.parseDouble(part);
        expect(Double.isFinite(number), index, field, "a finite number", part);
        return number;
      } catch (NumberFormatException wrong) {
        throw new InstanceFormatException(file, index + 1, field, "a number", part);
      }
    }

    int whole(double number, int index, String field, int least, int most) {
      boolean fits = number == Math.rint(number) && number >= least && number <= most;
      expect(fits, index, field, least + " to " + most, Double.toString(number));
      return (int) number;
    }

    void expect(boolean holds, int index, String field, String expected, String found) {
      if (!holds) {
        throw new InstanceFormatException(file, index + 1, field, expected, found);
      }
    }
  }
}
