package org.zerofactory.schedule.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.schedule.EnergyFaults;
import org.zerofactory.domain.schedule.OrderFaults;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.PlanningProfile;
import org.zerofactory.domain.schedule.PlantFaults;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.ScheduleFault;
import org.zerofactory.domain.schedule.SiteEnergy;

/**
 * Everything that a plan is made from.
 *
 * @param horizon whole quarter hours of UTC, at most four weeks
 * @param sun power of the site's PV; empty for a site without
 * @param load power of all that is not planned; empty for none
 * @param energy prices and intensities that cover the horizon
 * @param inForce operations of the plan in force with their times as known now: what has ended by
 *     the horizon's start is done, what has begun by then runs on where it is, and what is to come
 *     may move
 */
public record PlanningTask(
    PlantModel plant,
    List<ProductionOrder> orders,
    Interval horizon,
    Optional<Forecast> sun,
    Optional<Forecast> load,
    SiteEnergy energy,
    PlanningProfile profile,
    List<PlannedOperation> inForce) {

  /** The longest plan. */
  public static final Duration LONGEST = Duration.ofDays(28);

  public PlanningTask {
    orders = List.copyOf(orders);
    inForce = List.copyOf(inForce);
  }

  /** All that is wrong with plant, orders, prices and forecasts; none if it can be planned. */
  public List<ScheduleFault> faults() {
    List<ScheduleFault> faults = new ArrayList<>(PlantFaults.of(plant));
    faults.addAll(OrderFaults.of(orders, plant));
    faults.addAll(EnergyFaults.of(energy));
    long seconds = horizon.length().toSeconds();
    boolean onGrid =
        horizon.start().getEpochSecond() % QuarterHours.SECONDS == 0
            && seconds % QuarterHours.SECONDS == 0;
    if (!onGrid || horizon.length().compareTo(LONGEST) > 0) {
      faults.add(
          new ScheduleFault(
              "energy",
              "horizon",
              "to",
              horizon.start() + " to " + horizon.end(),
              "whole quarter hours of UTC, at most 28 days"));
    }
    Interval priced =
        new Interval(
            energy.start(),
            energy
                .start()
                .plusSeconds(
                    (long) QuarterHours.SECONDS * Math.max(1, energy.quarterHours().size())));
    covers("prices", priced, faults);
    sun.ifPresent(of -> covers("sun", new Interval(of.start(), of.end()), faults));
    load.ifPresent(of -> covers("load", new Interval(of.start(), of.end()), faults));
    running(faults);
    return List.copyOf(faults);
  }

  /** What runs occupies its machine, so its order and its speed must be known. */
  private void running(List<ScheduleFault> faults) {
    for (PlannedOperation operation : inForce) {
      boolean runs =
          operation.setupStart().isBefore(horizon.start())
              && operation.end().isAfter(horizon.start());
      boolean known =
          orders.stream()
              .filter(order -> order.id().equals(operation.order()))
              .flatMap(order -> plant.definition(order.product()).stream())
              .flatMap(definition -> definition.segments().stream())
              .filter(segment -> segment.id().equals(operation.segment()))
              .flatMap(segment -> segment.modes().stream())
              .anyMatch(
                  mode ->
                      mode.equipment().equals(operation.equipment())
                          && mode.name().equals(operation.mode()));
      if (runs && !known) {
        faults.add(
            new ScheduleFault(
                "order",
                operation.order(),
                "inForce." + operation.segment(),
                operation.equipment() + "/" + operation.mode(),
                "an order, machine and speed that exist, because the operation runs"));
      }
    }
  }

  private void covers(String id, Interval covered, List<ScheduleFault> faults) {
    if (covered.start().isAfter(horizon.start()) || covered.end().isBefore(horizon.end())) {
      faults.add(
          new ScheduleFault(
              "energy",
              id,
              "quarterHours",
              covered.start() + " to " + covered.end(),
              "values from %s to %s".formatted(horizon.start(), horizon.end())));
    }
  }
}
