package org.zerofactory.schedule.orders;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zerofactory.domain.forecast.Quantiles;
import org.zerofactory.domain.schedule.OperationsDefinition;
import org.zerofactory.domain.schedule.ProcessSegment;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.ProductionPlan.Unplaceable;
import org.zerofactory.domain.schedule.SpeedMode;
import org.zerofactory.domain.schedule.Storage;

/**
 * Whether an order fits at all, with every machine to itself, no set-up and the fastest way: if
 * not, which limit it exceeds and by how much. That it fits alone is no promise that it fits with
 * the others.
 */
final class Fit {

  /** How far behind the horizon it looks, to say by how much an order ends too late. */
  private static final int LOOK_AHEAD = (int) Duration.ofDays(28).toMinutes() / 15;

  private final PlanningTask task;
  private final SlotGrid grid;
  private final PlantGrid plant;
  private final InForce inForce;
  private final double leastBase;

  Fit(PlanningTask task, SlotGrid grid, PlantGrid plant, InForce inForce, EnergyGrid energy) {
    this.task = task;
    this.grid = grid;
    this.plant = plant;
    this.inForce = inForce;
    this.leastBase = Arrays.stream(energy.base(Quantiles::p50)).min().orElse(0);
  }

  /** The first limit that the order exceeds; empty if it fits alone. */
  Optional<Unplaceable> of(ProductionOrder order) {
    OperationsDefinition definition = task.plant().definition(order.product()).orElseThrow();
    List<Long> lots = Lots.of(order.quantity(), definition);
    long missing = Lots.missing(lots, definition);
    if (missing > 0) {
      String text =
          "order %s: %d units make a lot of %d, but %s is made in lots of %d to %d"
              .formatted(
                  order.id(),
                  order.quantity(),
                  lots.get(lots.size() - 1),
                  order.product(),
                  definition.minimumLot(),
                  definition.maximumLot());
      return Optional.of(new Unplaceable(order.id(), "minimum-lot", missing, "units", text));
    }
    for (ProcessSegment segment : definition.segments()) {
      Optional<Unplaceable> power = power(order, segment);
      if (power.isPresent()) {
        return power;
      }
    }
    return IntStream.rangeClosed(1, lots.size())
        .mapToObj(lot -> time(order, definition, lot, lots.get(lot - 1)))
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(Unplaceable::excess));
  }

  private Optional<Unplaceable> power(ProductionOrder order, ProcessSegment segment) {
    double limit = task.energy().connection().importLimitKw();
    double least =
        order.modesOf(segment).stream().mapToDouble(SpeedMode::highestKw).min().orElse(0);
    double given =
        task.plant().batteries().stream().mapToDouble(Storage.Battery::dischargeKw).sum();
    double excess = least + leastBase - given - limit;
    if (!(excess > 0)) {
      return Optional.empty();
    }
    String text =
        "order %s, segment %s: needs %.1f kW at least, with %.1f kW of other net load, but the connection carries %.1f kW"
            .formatted(order.id(), segment.id(), least, leastBase, limit);
    long watts = (long) Math.ceil(excess * 1000);
    return Optional.of(new Unplaceable(order.id(), "import-limit", watts, "W", text));
  }

  private Optional<Unplaceable> time(
      ProductionOrder order, OperationsDefinition definition, int lot, long units) {
    Map<String, Integer> ends = new HashMap<>();
    int last = 0;
    for (ProcessSegment segment : JobGrid.inOrder(definition)) {
      InForce.Key key = new InForce.Key(order.id(), lot, segment.id());
      if (inForce.isDone(key)) {
        continue;
      }
      int ready = Math.max(0, grid.from(order.release()));
      for (String before : segment.after()) {
        ready = Math.max(ready, ends.getOrDefault(before, 0));
      }
      int from = ready;
      int end =
          inForce
              .running(key)
              .map(running -> grid.from(running.end()))
              .orElseGet(
                  () ->
                      order.modesOf(segment).stream()
                          .mapToInt(mode -> end(mode, units, from))
                          .min()
                          .orElse(Integer.MAX_VALUE));
      if (end == Integer.MAX_VALUE) {
        return Optional.of(never(order, segment, units));
      }
      ends.put(segment.id(), end);
      last = Math.max(last, end);
    }
    return tooLate(order, last);
  }

  private Optional<Unplaceable> tooLate(ProductionOrder order, int end) {
    int due = grid.at(order.due());
    boolean missesDue = order.firm() && end > due;
    if (!missesDue && end <= grid.slots()) {
      return Optional.empty();
    }
    int limit = missesDue ? Math.min(due, grid.slots()) : grid.slots();
    boolean isDue = missesDue && due <= grid.slots();
    String text =
        "order %s can end at %s at the earliest, but %s %s"
            .formatted(
                order.id(),
                grid.instant(end),
                isDue ? "is firmly due at" : "the plan ends at",
                isDue ? order.due() : grid.instant(grid.slots()));
    long minutes = (long) (end - limit) * (long) SlotGrid.SLOT_MINUTES;
    String word = isDue ? "firm-due" : "horizon";
    return Optional.of(new Unplaceable(order.id(), word, minutes, "min", text));
  }

  /** Slot after the soonest run from {@code ready}; the largest integer if there is no room. */
  private int end(SpeedMode mode, long units, int ready) {
    int needed = JobGrid.slots(mode, units);
    if (ready >= grid.slots()) {
      return ready + needed; // too late already, whatever the calendar
    }
    int room = grid.slots() + LOOK_AHEAD;
    boolean[] open = plant.open(mode, room);
    int found = 0;
    for (int slot = ready; slot < room; slot++) {
      if (open[slot]) {
        found++;
      } else if (!mode.pausable()) {
        found = 0;
      }
      if (found == needed) {
        return slot + 1;
      }
    }
    return Integer.MAX_VALUE;
  }

  private Unplaceable never(ProductionOrder order, ProcessSegment segment, long units) {
    int excess = Integer.MAX_VALUE;
    for (SpeedMode mode : order.modesOf(segment)) {
      boolean[] open = plant.open(mode, grid.slots() + LOOK_AHEAD);
      excess = Math.min(excess, JobGrid.slots(mode, units) - longest(open, mode.pausable()));
    }
    long minutes = Math.max(1, excess) * (long) SlotGrid.SLOT_MINUTES;
    String text =
        "order %s, segment %s: %d units in one go are longer by %d min than any machine of it is open at a stretch"
            .formatted(order.id(), segment.id(), units, minutes);
    return new Unplaceable(order.id(), "calendar", minutes, "min", text);
  }

  private static int longest(boolean[] open, boolean together) {
    int longest = 0;
    int now = 0;
    for (boolean is : open) {
      now = is ? now + 1 : together ? now : 0;
      longest = Math.max(longest, now);
    }
    return longest;
  }
}
