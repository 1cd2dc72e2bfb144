package org.zerofactory.benchmarks.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A flexible job shop as published: each operation may run on some of the machines.
 *
 * @param jobs operations of each job in their order
 */
record JobShop(String name, int machines, List<List<Step>> jobs) {

  JobShop {
    jobs = jobs.stream().map(List::copyOf).toList();
  }

  /** An operation with what it may choose from. */
  record Step(List<Choice> choices) {
    Step {
      choices = List.copyOf(choices);
    }
  }

  /**
   * @param machine from 0
   * @param length units of time, at least 1
   */
  record Choice(int machine, int length) {}

  /**
   * Reads the usual form: jobs and machines in the first line; then a line per job with the number
   * of operations and, for each, the number of choices and its pairs of machine and length.
   * Machines count from 0 or, if none is 0, from 1.
   *
   * @throws InstanceFormatException if a line or field is not as expected, with its place
   */
  static JobShop read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Numbers head = new Numbers(file, 1, lines.isEmpty() ? "" : lines.get(0));
    int jobs = head.next("jobs", 1, 10_000);
    int machines = head.next("machines", 1, 10_000);
    List<List<Step>> read = new ArrayList<>();
    int line = 1;
    while (read.size() < jobs) {
      if (line >= lines.size()) {
        throw new InstanceFormatException(file, line + 1, "job", jobs + " jobs", "end of file");
      }
      if (!lines.get(line).isBlank()) {
        read.add(job(new Numbers(file, line + 1, lines.get(line)), machines));
      }
      line++;
    }
    return new JobShop(file.getFileName().toString(), machines, counted(read));
  }

  private static List<Step> job(Numbers numbers, int machines) {
    int operations = numbers.next("operations", 1, 10_000);
    List<Step> steps = new ArrayList<>();
    for (int operation = 0; operation < operations; operation++) {
      int count = numbers.next("choices of operation " + operation, 1, machines);
      List<Choice> choices = new ArrayList<>();
      for (int choice = 0; choice < count; choice++) {
        int machine = numbers.next("machine of operation " + operation, 0, machines);
        choices.add(new Choice(machine, numbers.next("length", 1, 1_000_000)));
      }
      steps.add(new Step(choices));
    }
    numbers.end();
    return steps;
  }

  private static List<List<Step>> counted(List<List<Step>> read) {
    boolean fromZero =
        read.stream()
            .flatMap(List::stream)
            .flatMap(step -> step.choices().stream())
            .anyMatch(choice -> choice.machine() == 0);
    if (fromZero) {
      return read;
    }
    return read.stream().map(job -> job.stream().map(JobShop::oneLess).toList()).toList();
  }

  private static Step oneLess(Step step) {
    return new Step(
        step.choices().stream()
            .map(choice -> new Choice(choice.machine() - 1, choice.length()))
            .toList());
  }

  /** The numbers of a line, one after the other. */
  private static final class Numbers {

    private final Path file;
    private final int line;
    private final String[] parts;
    private int position;

    Numbers(Path file, int line, String text) {
      this.file = file;
      this.line = line;
      this.parts = text.strip().split("\\s+");
    }

    int next(String field, int least, int most) {
      String expected = least + " to " + most;
      if (position >= parts.length) {
        throw new InstanceFormatException(file, line, field, expected, "end of line");
      }
      String part = parts[position++];
      try {
        int number = Integer.parseInt(part);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException notWhole) {
        throw new InstanceFormatException(file, line, field, expected, part);
      }
      throw new InstanceFormatException(file, line, field, expected, part);
    }

    void end() {
      if (position < parts.length) {
        throw new InstanceFormatException(file, line, "end", "no more numbers", parts[position]);
      }
    }
  }
}
