package org.zerofactory.benchmarks.planner;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.zerofactory.benchmarks.Figures;
import org.zerofactory.schedule.dispatch.Dispatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Dispatch of made-up weeks: time, gap to the proven bound, and the same by OR-Tools' GLOP. */
@Command(
    name = "dispatch",
    mixinStandardHelpOptions = true,
    description = "Time and gap of the dispatch of a week, beside OR-Tools' linear solver.")
public final class DispatchBenchmark implements Callable<Integer> {

  @Option(names = "--weeks", defaultValue = "20", description = "how many (${DEFAULT-VALUE})")
  private int weeks = 20;

  @Option(names = "--seed", defaultValue = "1", description = "of the first week")
  private long seed = 1;

  @Option(
      names = "--peer-weeks",
      defaultValue = "3",
      description = "how many of them the peer solves too, 0 for none (${DEFAULT-VALUE})")
  private int peerWeeks = 3;

  /** Scenarios, batteries, flexible loads. */
  private static final int[][] SIZES = {{1, 1, 0}, {1, 1, 5}, {1, 2, 5}, {3, 2, 5}};

  private static final int WARM_UP = 60;

  /** Relative gap that counts as solved. */
  private static final double TARGET_GAP = 1e-6;

  /** For the command line. */
  public DispatchBenchmark() {}

  @Override
  public Integer call() {
    boolean solved = true;
    for (int[] size : SIZES) {
      solved &= measure(size);
    }
    return solved ? 0 : 1;
  }

  private boolean measure(int[] size) {
    for (int run = 0; run < WARM_UP; run++) {
      dispatch(week(size, run));
    }
    double[] milliseconds = new double[weeks];
    double gap = 0;
    double toPeer = 0;
    double peerMilliseconds = 0;
    for (int run = 0; run < weeks; run++) {
      DispatchWeek week = week(size, run);
      long begin = threadNanos();
      Dispatch dispatch = dispatch(week);
      milliseconds[run] = (threadNanos() - begin) / 1e6;
      double scale = Math.abs(dispatch.cost());
      gap = Math.max(gap, (dispatch.cost() - dispatch.lowerBound()) / scale);
      if (run < peerWeeks) {
        LinearDispatch.Result peer = LinearDispatch.of(week);
        toPeer = Math.max(toPeer, Math.abs(dispatch.cost() - peer.cost()) / scale);
        peerMilliseconds += peer.milliseconds() / peerWeeks;
      }
    }
    Figures line =
        new Figures("dispatch")
            .put("slots", week(size, 0).machineKw().length, 0)
            .put("scenarios", size[0], 0)
            .put("batteries", size[1], 0)
            .put("flexibleLoads", size[2], 0)
            .put("processorMillisMean", Arrays.stream(milliseconds).average().orElse(0), 2)
            .put("processorMillisWorst", Arrays.stream(milliseconds).max().orElse(0), 2)
            .put("worstGapToBound", gap, 10);
    if (peerWeeks > 0) {
      line.put("glopMillisMean", peerMilliseconds, 1).put("worstDifferenceToGlop", toPeer, 10);
    }
    System.out.println(line);
    return gap < TARGET_GAP && toPeer < TARGET_GAP;
  }

  /** Processor time of this thread, native code included; both solvers use one thread. */
  static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private DispatchWeek week(int[] size, int run) {
    return DispatchWeek.of(size[0], size[1], size[2], seed + run);
  }

  private static Dispatch dispatch(DispatchWeek week) {
    return Dispatch.of(week.energy(), DispatchWeek.SLOT_HOURS, week.machineKw());
  }
}
