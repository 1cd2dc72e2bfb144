package org.zerofactory.benchmarks.planner;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import org.zerofactory.schedule.PlanCost;
import org.zerofactory.schedule.PlanFaults;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** What the planner is measured against. */
final class Peers {

  static final Set<String> NAMES = Set.of("edd", "greedy", "cp-sat");

  private Peers() {}

  /**
   * @throws IllegalArgumentException if there is no peer of that name
   */
  static Planner named(String name) {
    return switch (name) {
      case "edd" -> new DueDateOrder();
      case "greedy" -> new SunFit();
      case "cp-sat" -> new CpSatPeer();
      default ->
          throw new IllegalArgumentException("peers: expected some of " + NAMES + ", got " + name);
    };
  }

  static Planning planning(
      GridProblem problem, GridPlan plan, double bound, long steps, long beginNanos) {
    return new Planning(
        plan,
        PlanCost.of(problem, plan),
        PlanFaults.of(problem, plan),
        bound,
        steps,
        (processorNanos() - beginNanos) / 1e9);
  }

  /** Processor time of the whole process, all threads and native code: fair to every peer. */
  static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
