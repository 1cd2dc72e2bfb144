package org.zerofactory.schedule.grid;

import java.util.List;

/**
 * Operations to be placed on machines and slots. Slots are half-open, {@code [t, t + 1)}, and count
 * from 0. Money is in any one unit; power is kW, energy kWh.
 *
 * <p>Hard rules, in the order in which {@link GridFault}s are reported: every operation has one of
 * its modes; it begins at or after its job's release and after its predecessors have ended; it lies
 * inside the horizon; a machine does one operation (with its set-up) at a time and only in open
 * slots; resources are not exceeded; jobs keep their order on a flow line; a wait does not exceed
 * its limit; fixed operations stay; firm due slots are met; the connection's import limit holds for
 * the first scenario.
 *
 * <p>What is minimised is the sum of {@link GridCost}'s parts.
 *
 * @param slots number of slots, 1 to 100,000
 * @param slotHours length of a slot in hours, more than 0
 * @param machines index = machine number
 * @param resources crews, tools and buffers with a capacity per slot; index = resource number
 * @param jobs index = job number
 * @param flowLines each a list of machines which all jobs pass in the same order (no overtaking)
 * @param energy what power costs in each slot
 * @param makespanCost money per slot until the last operation has ended, 0 if it does not matter
 */
public record GridProblem(
    int slots,
    double slotHours,
    List<GridMachine> machines,
    List<GridResource> resources,
    List<GridJob> jobs,
    List<List<Integer>> flowLines,
    SlotEnergy energy,
    double makespanCost) {

  public GridProblem {
    machines = List.copyOf(machines);
    resources = List.copyOf(resources);
    jobs = List.copyOf(jobs);
    flowLines = flowLines.stream().map(List::copyOf).toList();
    GridChecks.check(slots, slotHours, machines, resources, jobs, flowLines, energy, makespanCost);
  }

  /**
   * Number of operations of all jobs. Operations are numbered job by job, in their list's order.
   */
  public int operations() {
    return jobs.stream().mapToInt(job -> job.operations().size()).sum();
  }
}
