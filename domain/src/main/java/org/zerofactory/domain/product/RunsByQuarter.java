package org.zerofactory.domain.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;

/** The runs of each quarter hour by machine. */
final class RunsByQuarter {

  private final Map<Long, Map<String, List<ProductionRun>>> runs = new HashMap<>();

  /**
   * @param within quarter hours that begin outside of it are left out
   */
  RunsByQuarter(List<ProductionRun> all, Equipment equipment, Interval within) {
    long end = within.end().getEpochSecond();
    for (ProductionRun run : all) {
      long first = QuarterHours.containing(run.from()).start().getEpochSecond();
      long start = Math.max(first, within.start().getEpochSecond());
      for (; start < Math.min(end, run.to().getEpochSecond()); start += QuarterHours.SECONDS) {
        Map<String, List<ProductionRun>> at = runs.computeIfAbsent(start, none -> new HashMap<>());
        for (String machine : equipment.machinesOf(run.equipment())) {
          at.computeIfAbsent(machine, none -> new ArrayList<>()).add(run);
        }
      }
    }
  }

  Map<String, List<ProductionRun>> at(Instant start) {
    return runs.getOrDefault(start.getEpochSecond(), Map.of());
  }
}
