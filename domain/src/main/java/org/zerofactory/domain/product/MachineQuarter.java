package org.zerofactory.domain.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.Spread;

/**
 * One machine in one quarter hour: its energy is divided by the seconds in its states, and what it
 * drew while running by the seconds of the orders.
 *
 * <p>Seconds that it ran are the orders' as far as the log fills them; the rest ran without an
 * order. Where no state is known at all, the log stands in for it.
 */
final class MachineQuarter {

  private static final long MICRO = 1_000_000;

  /** What one job took of a machine; keys are in millionths, so that parts of them stay whole. */
  record Part(String machine, Job job, long wattHours, long runMicros, long airMicros) {}

  private final String machine;
  private final Map<MachineState, Long> states;
  private final AllocationRules rules;
  private final SortedMap<Job, Long> overlaps = new TreeMap<>();
  private long overlap;

  MachineQuarter(
      String machine,
      long start,
      Map<MachineState, Long> states,
      List<ProductionRun> runs,
      AllocationRules rules) {
    this.machine = machine;
    this.states = states;
    this.rules = rules;
    for (ProductionRun run : runs) {
      long seconds = run.secondsWithin(start, start + QuarterHours.SECONDS);
      if (seconds > 0) {
        overlaps.merge(run.job(), seconds, Math::addExact);
        overlap += seconds;
      }
    }
  }

  /** Millionths of pieces that a run yields in the quarter hour, spread evenly over its time. */
  static long pieceMicros(ProductionRun run, long start) {
    long seconds = run.secondsWithin(start, start + QuarterHours.SECONDS);
    return part(Math.multiplyExact(run.pieces(), MICRO), seconds, run.seconds());
  }

  private static long part(long amount, long share, long whole) {
    return Spread.of(amount, new long[] {share, whole - share})[0];
  }

  /**
   * Adds the machine's energy to the shares, and gives what each job took of it.
   *
   * @param airLitres metered; negative where it is not known
   */
  List<Part> divide(long wattHours, boolean estimated, long airLitres, QuarterShares into) {
    long[] energy = Spread.of(wattHours, weights());
    List<Part> parts = new ArrayList<>();
    int index = 0;
    for (Map.Entry<Job, Long> entry : overlaps.entrySet()) {
      Job job = entry.getKey();
      long runMicros = ran() * entry.getValue() * MICRO / overlap;
      into.add(Share.direct(job), energy[index], estimated);
      parts.add(new Part(machine, job, energy[index], runMicros, airMicros(runMicros, airLitres)));
      index++;
    }
    into.add(Share.setUp(machine), energy[index], estimated);
    into.add(Share.idle(machine), energy[index + 1], estimated);
    into.add(Share.unallocated(Share.NO_ORDER), energy[index + 2], estimated);
    into.add(Share.unallocated(Share.STATE_UNKNOWN), energy[index + 3], estimated);
    return parts;
  }

  /** Jobs, set-up, idle, running without order, not known; all times the overlap to stay whole. */
  private long[] weights() {
    long[] weights = new long[overlaps.size() + 4];
    long whole = Math.max(1, overlap);
    long running = rules.power(MachineState.RUNNING);
    int index = 0;
    for (long seconds : overlaps.values()) {
      weights[index++] = ran() * seconds * running;
    }
    weights[index] = weighted(MachineState.SETUP) * whole;
    weights[index + 1] =
        (weighted(MachineState.IDLE) + weighted(MachineState.STOPPED) + weighted(MachineState.DOWN))
            * whole;
    weights[index + 2] = isKnown() ? (seconds(MachineState.RUNNING) - ran()) * running * whole : 0;
    long unknown = isKnown() ? QuarterHours.SECONDS - known() : QuarterHours.SECONDS - ran();
    weights[index + 3] = Math.max(0, unknown) * running * whole;
    boolean isAnyPositive = false;
    for (long weight : weights) {
      isAnyPositive |= weight > 0;
    }
    if (!isAnyPositive) {
      weights[index + 3] = 1;
    }
    return weights;
  }

  /** Seconds of the quarter hour that the orders of the log ran. */
  private long ran() {
    long most = isKnown() ? seconds(MachineState.RUNNING) : QuarterHours.SECONDS;
    return Math.min(most, overlap);
  }

  private boolean isKnown() {
    return known() > 0;
  }

  private long known() {
    return states.values().stream().mapToLong(Long::longValue).sum();
  }

  private long seconds(MachineState state) {
    return states.getOrDefault(state, 0L);
  }

  private long weighted(MachineState state) {
    return seconds(state) * rules.power(state);
  }

  private long airMicros(long runMicros, long litres) {
    if (litres < 0) {
      return rules.airLitresPerHour().getOrDefault(machine, 0L) * runMicros / 3600;
    }
    long running = Math.max(ran(), seconds(MachineState.RUNNING)) * MICRO;
    return running == 0 ? 0 : part(Math.multiplyExact(litres, MICRO), runMicros, running);
  }
}
