package org.zerofactory.benchmarks.planner;

import com.fasterxml.jackson.databind.JsonNode;

/** What a problem file costs by its load, and what the checker cannot judge. */
final class PlantWeekRules {

  private PlantWeekRules() {}

  /**
   * @throws IllegalArgumentException if a plan could break a rule that nobody would look at
   */
  static void refuseUnknown(JsonNode problem) {
    empty(problem, "resources");
    empty(problem, "flowLines");
    empty(problem.path("energy"), "batteries");
    empty(problem.path("energy"), "flexibleLoads");
    none("makespanCost", problem.path("makespanCost").asDouble());
    for (JsonNode machine : problem.path("machines")) {
      none("standbyKw", machine.path("standbyKw").asDouble());
      none("offKw", machine.path("offKw").asDouble());
      none("warmUpKw", machine.path("warmUpKw").asDouble());
    }
    for (JsonNode job : problem.path("jobs")) {
      for (JsonNode operation : job.path("operations")) {
        none("waitsIn", operation.path("waitsIn").asInt() + 1);
        for (JsonNode mode : operation.path("modes")) {
          none("pausable", mode.path("pausable").asBoolean() ? 1 : 0);
          empty(mode, "uses");
        }
      }
    }
  }

  private static void empty(JsonNode node, String field) {
    none(field, node.path(field).size());
  }

  private static void none(String field, double value) {
    if (value != 0) {
      throw new IllegalArgumentException(field + ": expected nothing that is not checked here");
    }
  }

  /** Import, export and peak, the mean of the scenarios by weight. */
  static double energyCost(JsonNode problem, double[] load) {
    JsonNode energy = problem.path("energy");
    double hours = problem.path("slotHours").asDouble();
    double exportLimit = number(energy.path("exportLimitKw"));
    double total = 0;
    for (JsonNode scenario : energy.path("scenarios")) {
      double cost = 0;
      double highest = energy.path("freePeakKw").asDouble();
      for (int slot = 0; slot < load.length; slot++) {
        double net = load[slot] + scenario.path("baseKw").get(slot).asDouble();
        if (net > 0) {
          cost += net * hours * energy.path("importCost").get(slot).asDouble();
          highest = Math.max(highest, net);
        } else {
          double given = Math.min(-net, exportLimit);
          cost -= given * hours * energy.path("exportRevenue").get(slot).asDouble();
        }
      }
      double above = highest - energy.path("freePeakKw").asDouble();
      cost += above * energy.path("peakCost").asDouble();
      total += scenario.path("weight").asDouble() * cost;
    }
    return total;
  }

  /** A number; the file writes an infinite one as text. */
  static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }
}
