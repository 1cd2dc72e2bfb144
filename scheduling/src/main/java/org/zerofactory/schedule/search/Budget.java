package org.zerofactory.schedule.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of the searching thread and steps, whichever ends first. */
final class Budget {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final double seconds;
  private final long steps;
  private final long begin = processorNanos();
  private long taken;

  Budget(double seconds, long steps) {
    this.seconds = seconds;
    this.steps = steps;
  }

  static long processorNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  void step() {
    taken++;
  }

  long taken() {
    return taken;
  }

  /** Processor seconds since it was made. */
  double used() {
    return (processorNanos() - begin) / 1e9;
  }

  /** Share of the budget that is used up, 1 or more at its end or if the thread is interrupted. */
  double share() {
    if (Thread.currentThread().isInterrupted()) {
      return 1;
    }
    double bySteps = steps == Long.MAX_VALUE ? 0 : (double) taken / steps;
    // with a time that cannot be reached the clock is not asked: the steps alone decide
    return seconds == Double.POSITIVE_INFINITY ? bySteps : Math.max(bySteps, used() / seconds);
  }
}
