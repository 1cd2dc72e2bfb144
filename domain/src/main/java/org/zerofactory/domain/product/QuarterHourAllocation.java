package org.zerofactory.domain.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.Spread;
import org.zerofactory.domain.product.MachineQuarter.Part;

/**
 * Divides one quarter hour's load: what sub-meters of machines count goes to the orders by the
 * seconds in states, shared loads and the rest by their keys, emissions by energy. All divisions
 * are by largest remainder, so that the parts sum to the whole.
 *
 * <p>Source: GHG Protocol, Product Life Cycle Accounting and Reporting Standard (2011), and ISO
 * 14067:2018: process subdivision before allocation by a physical key (from memory, unverified).
 */
public final class QuarterHourAllocation {

  private final UsedMeters meters;
  private final AllocationRules rules;

  public QuarterHourAllocation(UsedMeters meters, AllocationRules rules) {
    this.meters = meters;
    this.rules = rules;
  }

  /** The shares of the quarter hour; they add up to its load and emissions exactly. */
  public Allocation of(QuarterHourUse use) {
    AllocationSum sum = new AllocationSum();
    add(use, sum);
    return sum.allocation();
  }

  /** Adds the shares of the quarter hour to those of others. */
  void add(QuarterHourUse use, AllocationSum into) {
    QuarterShares shares = new QuarterShares();
    boolean isScaled = false;
    if (use.load().isPresent() && use.load().getAsLong() > 0) {
      isScaled = divide(use, use.load().getAsLong(), shares);
    } else {
      shares.add(Share.unallocated(Share.LOAD_UNKNOWN), use.load().orElse(0), !use.isMeasured());
    }
    shares.emit(use.emitted(), into);
    into.add(
        new AllocationQuality(1, use.load().isEmpty() ? 1 : 0, missing(use), isScaled ? 1 : 0));
  }

  private long missing(QuarterHourUse use) {
    return meters.meters().stream()
        .filter(meter -> reading(use, meter.point()).isMissing())
        .count();
  }

  private boolean divide(QuarterHourUse use, long load, QuarterShares into) {
    long[] net = meters.net(use.readings());
    long metered = Arrays.stream(net).reduce(0, Math::addExact);
    boolean isScaled = metered > load;
    if (isScaled) {
      net = Spread.of(load, net);
    }
    List<Part> parts = new ArrayList<>();
    long[] shared = new long[rules.shared().size()];
    boolean[] estimated = new boolean[shared.length];
    TreeSet<String> unmetered = new TreeSet<>(use.runs().keySet());
    for (int index = 0; index < net.length; index++) {
      UsedMeters.Meter meter = meters.meters().get(index);
      boolean isEstimated = isEstimated(use, meter.point());
      if (meter.isMachine()) {
        unmetered.remove(meter.device());
        parts.addAll(machine(use, meter.device(), net[index], isEstimated, into));
      } else {
        shared[meter.shared()] = Math.addExact(shared[meter.shared()], net[index]);
        estimated[meter.shared()] |= isEstimated;
      }
    }
    for (String machine : unmetered) { // its time and pieces still weigh
      parts.addAll(machine(use, machine, 0, false, into));
    }
    for (int index = 0; index < shared.length; index++) {
      SharedLoad of = rules.shared().get(index);
      share(shared[index], estimated[index], weights(of.key(), use, parts, of::serves), into);
    }
    boolean isRestEstimated = !use.isMeasured() || missing(use) > 0; // it holds what is missing
    share(
        Math.max(0, load - metered),
        isRestEstimated,
        weights(rules.rest(), use, parts, machine -> true),
        into);
    return isScaled;
  }

  private List<Part> machine(
      QuarterHourUse use, String machine, long wattHours, boolean estimated, QuarterShares into) {
    MachineQuarter quarter =
        new MachineQuarter(
            machine,
            use.start().getEpochSecond(),
            use.states().getOrDefault(machine, Map.of()),
            use.runs().getOrDefault(machine, List.of()),
            rules);
    long air = reading(use, UsedMeters.airPoint(machine)).amount().orElse(-1);
    return quarter.divide(wattHours, estimated, air, into);
  }

  /** A load that meets no order stays unallocated. */
  private static void share(
      long wattHours, boolean estimated, SortedMap<Job, Long> weights, QuarterShares into) {
    if (weights.values().stream().noneMatch(of -> of > 0)) {
      into.add(Share.unallocated(Share.SHARED_LOAD), wattHours, estimated);
      return;
    }
    long[] energy =
        Spread.of(wattHours, weights.values().stream().mapToLong(Long::longValue).toArray());
    int index = 0;
    for (Job job : weights.keySet()) {
      into.add(Share.shared(job), energy[index++], estimated);
    }
  }

  private static SortedMap<Job, Long> weights(
      AllocationKey key, QuarterHourUse use, List<Part> parts, Predicate<String> serves) {
    return switch (key) {
      case RUN_TIME -> weights(parts, serves, Part::runMicros);
      case PIECES -> pieces(use, serves);
      case ENERGY -> weights(parts, serves, Part::wattHours);
      case AIR_VOLUME -> weights(parts, serves, Part::airMicros);
      case NONE -> Collections.emptySortedMap();
    };
  }

  private static SortedMap<Job, Long> weights(
      List<Part> parts, Predicate<String> serves, ToLongFunction<Part> weight) {
    SortedMap<Job, Long> weights = new TreeMap<>();
    for (Part part : parts) {
      if (serves.test(part.machine())) {
        weights.merge(part.job(), weight.applyAsLong(part), Math::addExact);
      }
    }
    return weights;
  }

  /** A run on a line counts once, on however many machines. */
  private static SortedMap<Job, Long> pieces(QuarterHourUse use, Predicate<String> serves) {
    Map<String, ProductionRun> runs = new HashMap<>();
    use.runs()
        .forEach(
            (machine, of) -> {
              if (serves.test(machine)) {
                of.forEach(run -> runs.put(run.id(), run));
              }
            });
    SortedMap<Job, Long> weights = new TreeMap<>();
    long start = use.start().getEpochSecond();
    for (ProductionRun run : runs.values()) {
      weights.merge(run.job(), MachineQuarter.pieceMicros(run, start), Math::addExact);
    }
    return weights;
  }

  private static boolean isEstimated(QuarterHourUse use, String point) {
    return reading(use, point).flag() != Flag.MEASURED;
  }

  private static IntervalReading reading(QuarterHourUse use, String point) {
    return use.readings().getOrDefault(point, IntervalReading.MISSING);
  }
}
