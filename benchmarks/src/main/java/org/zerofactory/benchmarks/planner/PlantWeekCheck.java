package org.zerofactory.benchmarks.planner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges a plan for a problem file by the rules in docs/benchmarks.md: feasibility and cost. Reads
 * the file itself and knows nothing of the planner or of its cost.
 */
final class PlantWeekCheck {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode problem;
  private final int slots;
  private final List<Run> runs = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final double[] load;

  /**
   * @param faults what is wrong, empty if the plan is feasible
   * @param cost money, moves of operations left out; without meaning if there are faults
   * @param moved operations that are not where their {@code previous} says
   */
  record Verdict(List<String> faults, double cost, int moved) {
    Verdict {
      faults = List.copyOf(faults);
    }

    boolean feasible() {
      return faults.isEmpty();
    }
  }

  /** An operation as planned. */
  private record Run(
      String id, JsonNode job, JsonNode operation, JsonNode mode, int modeNumber, int start) {

    int machine() {
      return mode.path("machine").asInt();
    }

    int end() {
      return start + mode.path("kilowatts").size();
    }
  }

  private PlantWeekCheck(JsonNode problem) {
    this.problem = problem;
    this.slots = problem.path("slots").asInt();
    this.load = new double[slots];
  }

  /**
   * @param plan {@code [operation][mode, start]}
   * @throws IllegalArgumentException if the problem has what this checker does not know
   */
  static Verdict of(Path file, int[][] plan) throws IOException {
    PlantWeekCheck check = new PlantWeekCheck(MAPPER.readTree(file.toFile()));
    PlantWeekRules.refuseUnknown(check.problem);
    if (!check.place(plan)) {
      return new Verdict(check.faults, Double.NaN, 0);
    }
    check.machines();
    check.connection();
    double cost =
        PlantWeekRules.energyCost(check.problem, check.load) + check.modes() + check.lateness();
    return new Verdict(check.faults, cost, check.moved());
  }

  /** Whether the plan can be looked at further: every operation has a mode and lies inside. */
  private boolean place(int[][] plan) {
    int number = 0;
    for (JsonNode job : problem.path("jobs")) {
      int first = number;
      for (JsonNode operation : job.path("operations")) {
        String id = operation.path("id").asText();
        if (number >= plan.length) {
          faults.add("count: operation " + id + " is not in the plan");
          return false;
        }
        int mode = plan[number][0];
        int start = plan[number][1];
        if (mode < 0 || mode >= operation.path("modes").size()) {
          faults.add("mode: operation " + id + " has no mode " + mode);
          return false;
        }
        Run run = new Run(id, job, operation, operation.path("modes").get(mode), mode, start);
        runs.add(run);
        if (start < 0 || run.end() > slots) {
          faults.add("horizon: operation " + id + " leaves the horizon");
          return false;
        }
        rules(run, first);
        number++;
      }
    }
    if (number != plan.length) {
      faults.add("count: expected " + number + " operations, the plan has " + plan.length);
    }
    return number == plan.length;
  }

  private void rules(Run run, int firstOfJob) {
    if (run.start() < run.job().path("releaseSlot").asInt()) {
      faults.add("release: operation " + run.id() + " begins before its release");
    }
    int ready = -1;
    for (JsonNode before : run.operation().path("predecessors")) {
      ready = Math.max(ready, runs.get(firstOfJob + before.asInt()).end());
    }
    if (run.start() < ready) {
      faults.add("precedence: operation " + run.id() + " begins before the one before has ended");
    }
    long wait = run.operation().path("maximumWaitSlots").asLong();
    if (ready >= 0 && run.start() - ready > wait) {
      faults.add("wait: operation " + run.id() + " waits too long");
    }
    JsonNode fixed = run.operation().path("fixed");
    if (fixed.isObject() && !isAt(run, fixed)) {
      faults.add("fixed: operation " + run.id() + " has left its place");
    }
    boolean firm = run.job().path("firm").asBoolean();
    if (firm && run.end() > run.job().path("dueSlot").asInt()) {
      faults.add("due: operation " + run.id() + " ends after its job's firm date");
    }
  }

  private static boolean isAt(Run run, JsonNode place) {
    return run.modeNumber() == place.path("mode").asInt()
        && run.start() == place.path("start").asInt();
  }

  private void machines() {
    for (int machine = 0; machine < problem.path("machines").size(); machine++) {
      int number = machine;
      List<Run> day =
          runs.stream()
              .filter(run -> run.machine() == number)
              .sorted(Comparator.comparingInt(Run::start))
              .toList();
      day(problem.path("machines").get(machine), day);
    }
  }

  private void day(JsonNode machine, List<Run> day) {
    int free = 0;
    int family = machine.path("initialFamily").asInt();
    for (Run run : day) {
      int next = run.mode().path("family").asInt();
      int setup = 0;
      if (next >= 0) {
        setup = family < 0 ? 0 : machine.path("setup").path(family).path(next).asInt();
        family = next;
      }
      int from = run.start() - setup;
      if (from < free) {
        faults.add(
            "machine: operation %s with its set-up overlaps on %s"
                .formatted(run.id(), machine.path("id").asText()));
      }
      for (int slot = Math.max(0, from); slot < run.end(); slot++) {
        if (!machine.path("open").get(slot).asBoolean()) {
          faults.add("closed: operation " + run.id() + " needs its machine in a closed slot");
          break;
        }
      }
      for (int slot = Math.max(0, from); slot < run.start(); slot++) {
        load[slot] += machine.path("setupKw").asDouble();
      }
      for (int slot = run.start(); slot < run.end(); slot++) {
        load[slot] += run.mode().path("kilowatts").get(slot - run.start()).asDouble();
      }
      free = run.end();
    }
  }

  private void connection() {
    JsonNode energy = problem.path("energy");
    double limit = PlantWeekRules.number(energy.path("importLimitKw"));
    JsonNode base = energy.path("scenarios").get(0).path("baseKw");
    for (int slot = 0; slot < slots; slot++) {
      if (base.get(slot).asDouble() + load[slot] > limit + 1e-6) {
        faults.add("import-limit: slot " + slot + " takes more than the connection carries");
        return;
      }
    }
  }

  private double modes() {
    return runs.stream().mapToDouble(run -> run.mode().path("cost").asDouble()).sum();
  }

  private double lateness() {
    double sum = 0;
    for (JsonNode job : problem.path("jobs")) {
      int end = runs.stream().filter(run -> run.job() == job).mapToInt(Run::end).max().orElse(0);
      int late = Math.max(0, end - job.path("dueSlot").asInt());
      sum += late * job.path("tardinessCost").asDouble();
    }
    return sum;
  }

  private int moved() {
    return (int)
        runs.stream()
            .filter(run -> run.operation().path("previous").isObject())
            .filter(run -> !isAt(run, run.operation().path("previous")))
            .count();
  }
}
