package org.zerofactory.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridProblem;

/** Jobs pass a flow line in one order: there must be an order that all its machines agree with. */
final class FlowLineFaults {

  private FlowLineFaults() {}

  static List<GridFault> of(GridProblem problem, List<PlacedRun> runs) {
    List<GridFault> faults = new ArrayList<>();
    for (List<Integer> line : problem.flowLines()) {
      List<List<PlacedRun>> days = new ArrayList<>();
      for (int machine : line) {
        days.add(MachineDay.of(problem.machines().get(machine), machine, runs).runs());
      }
      int[] next = new int[days.size()];
      advance(days, next);
      for (int i = 0; i < next.length; i++) {
        if (next[i] < days.get(i).size()) {
          PlacedRun run = days.get(i).get(next[i]);
          String text = run.name(problem) + " overtakes or is overtaken on its flow line";
          faults.add(new GridFault("flow-line", run.number(), 1, text));
          break;
        }
      }
    }
    return faults;
  }

  /** Takes away jobs that are next on all machines which they still pass, until none is. */
  private static void advance(List<List<PlacedRun>> days, int[] next) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int machine = 0; machine < next.length; machine++) {
        if (next[machine] < days.get(machine).size()) {
          int job = days.get(machine).get(next[machine]).job();
          if (isNextEverywhere(job, days, next)) {
            skip(job, days, next);
            moved = true;
          }
        }
      }
    }
  }

  private static boolean isNextEverywhere(int job, List<List<PlacedRun>> days, int[] next) {
    for (int machine = 0; machine < next.length; machine++) {
      List<PlacedRun> day = days.get(machine);
      int at = next[machine];
      while (at < day.size() && day.get(at).job() == job) {
        at++;
      }
      Set<Integer> later = new HashSet<>();
      day.subList(at, day.size()).forEach(run -> later.add(run.job()));
      if (later.contains(job)) {
        return false;
      }
    }
    return true;
  }

  private static void skip(int job, List<List<PlacedRun>> days, int[] next) {
    for (int machine = 0; machine < next.length; machine++) {
      List<PlacedRun> day = days.get(machine);
      while (next[machine] < day.size() && day.get(next[machine]).job() == job) {
        next[machine]++;
      }
    }
  }
}
