package org.zerofactory.schedule.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.schedule.Connection;
import org.zerofactory.domain.schedule.PlanFigures;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.ProductionPlan;
import org.zerofactory.domain.schedule.ProductionPlan.Dispatch;
import org.zerofactory.domain.schedule.ProductionPlan.Late;
import org.zerofactory.domain.schedule.ProductionPlan.Origin;
import org.zerofactory.domain.schedule.ProductionPlan.Unplaceable;
import org.zerofactory.domain.schedule.SiteEnergy;
import org.zerofactory.domain.schedule.SpeedMode;
import org.zerofactory.schedule.PlanCost;
import org.zerofactory.schedule.PlanTimes;
import org.zerofactory.schedule.grid.GridCost;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

/** A plan of the grid in instants, and what it takes. */
final class PlanReport {

  private static final double MICROS = 1e6;
  private static final double WATT_HOURS = 1_000;
  private static final int MINUTE_SECONDS = 60;

  private final PlanningTask task;
  private final SlotGrid grid;
  private final EnergyGrid energy;
  private final List<JobGrid.Source> sources;
  private final GridProblem problem;

  PlanReport(
      PlanningTask task,
      SlotGrid grid,
      EnergyGrid energy,
      List<JobGrid.Source> sources,
      GridProblem problem) {
    this.task = task;
    this.grid = grid;
    this.energy = energy;
    this.sources = sources;
    this.problem = problem;
  }

  ProductionPlan of(GridPlan plan, List<Unplaceable> unplaceable, Instant madeAt) {
    PlanTimes times = PlanTimes.of(problem, plan);
    GridCost cost = PlanCost.of(problem, plan);
    List<PlannedOperation> operations = new ArrayList<>();
    long roundedUp = 0;
    for (int number = 0; number < sources.size(); number++) {
      JobGrid.Source source = sources.get(number);
      int mode = plan.placements().get(number).mode();
      operations.add(operation(source, mode, times.operations().get(number)));
      roundedUp += source.running().isPresent() ? 0 : roundedUp(source, source.modes().get(mode));
    }
    operations.sort(
        Comparator.comparing(PlannedOperation::start)
            .thenComparing(PlannedOperation::equipment)
            .thenComparing(PlannedOperation::order)
            .thenComparing(PlannedOperation::lot));
    return new ProductionPlan(
        task.plant().site(),
        madeAt,
        task.horizon(),
        task.profile().name(),
        task.energy().currency(),
        task.sun().map(PlanReport::origin),
        task.load().map(PlanReport::origin),
        operations,
        figures(plan, times, cost, energy.base(Quantiles::p50)),
        figures(plan, times, cost, energy.base(Quantiles::p10)),
        late(operations),
        unplaceable,
        dispatches(plan),
        roundedUp);
  }

  private static Origin origin(Forecast forecast) {
    return new Origin(forecast.subject(), forecast.madeAt(), forecast.source());
  }

  private static long roundedUp(JobGrid.Source source, SpeedMode mode) {
    long slots = JobGrid.slots(mode, source.units());
    return slots * QuarterHours.SECONDS - Math.round(mode.minutes(source.units()) * MINUTE_SECONDS);
  }

  private PlannedOperation operation(JobGrid.Source source, int mode, PlanTimes.Times times) {
    return source
        .running()
        .orElseGet(
            () ->
                new PlannedOperation(
                    source.order().id(),
                    source.lot(),
                    source.segment().id(),
                    source.modes().get(mode).equipment(),
                    source.modes().get(mode).name(),
                    grid.instant(times.setupStart()),
                    grid.instant(times.start()),
                    grid.instant(times.end()),
                    source.units()));
  }

  private List<Late> late(List<PlannedOperation> operations) {
    Map<String, Instant> ends = new LinkedHashMap<>();
    operations.forEach(
        operation ->
            ends.merge(
                operation.order(), operation.end(), (one, two) -> one.isAfter(two) ? one : two));
    List<Late> late = new ArrayList<>();
    for (ProductionOrder order : task.orders()) {
      Optional.ofNullable(ends.get(order.id()))
          .filter(end -> end.isAfter(order.due()))
          .ifPresent(end -> late.add(new Late(order.id(), order.due(), end, order.firm())));
    }
    return late;
  }

  /** Base load, machines, flexible loads and batteries against the grid, slot by slot. */
  private PlanFigures figures(GridPlan plan, PlanTimes times, GridCost cost, double[] base) {
    Connection connection = task.energy().connection();
    double imported = 0;
    double exported = 0;
    double curtailed = 0;
    double grams = 0;
    double money = 0;
    double peak = 0;
    for (int slot = 0; slot < grid.slots(); slot++) {
      double net = base[slot] + times.kilowatts()[slot] + battery(plan, slot);
      double surplus = Math.max(0, -net);
      double given = Math.min(surplus, connection.exportLimitKw());
      double kwh = Math.max(0, net) * SlotGrid.SLOT_HOURS;
      SiteEnergy.QuarterHour at = energy.at(slot);
      imported += kwh;
      exported += given * SlotGrid.SLOT_HOURS;
      curtailed += (surplus - given) * SlotGrid.SLOT_HOURS;
      grams += kwh * at.gramsPerKwh();
      money += kwh * at.price() - given * SlotGrid.SLOT_HOURS * at.feedIn();
      peak = Math.max(peak, net);
    }
    double planned = Arrays.stream(times.kilowatts()).sum() * SlotGrid.SLOT_HOURS;
    double over = Math.max(0, peak - connection.importLimitKw());
    double peakMoney = connection.peakCharge() * Math.max(0, peak - connection.contractedKw());
    return new PlanFigures(
        Math.round(planned * WATT_HOURS),
        Math.round(imported * WATT_HOURS),
        Math.round(exported * WATT_HOURS),
        Math.round(curtailed * WATT_HOURS),
        Math.round(peak * WATT_HOURS),
        Math.round(over * WATT_HOURS),
        Math.round(grams),
        Math.round(money * MICROS),
        Math.round(peakMoney * MICROS),
        Math.round(cost.tardiness() * MICROS),
        Math.round(cost.modes() * MICROS));
  }

  private static double battery(GridPlan plan, int slot) {
    return plan.batteryKw().stream().mapToDouble(row -> row[slot]).sum();
  }

  private List<Dispatch> dispatches(GridPlan plan) {
    List<Dispatch> all = new ArrayList<>();
    for (int battery = 0; battery < plan.batteryKw().size(); battery++) {
      String id = problem.energy().batteries().get(battery).id();
      all.add(dispatch(id, plan.batteryKw().get(battery)));
    }
    for (int load = 0; load < plan.flexibleKw().size(); load++) {
      String id = problem.energy().flexibleLoads().get(load).id();
      all.add(dispatch(id, plan.flexibleKw().get(load)));
    }
    return all;
  }

  private static Dispatch dispatch(String id, double[] kilowatts) {
    return new Dispatch(
        id, Arrays.stream(kilowatts).mapToObj(power -> Math.round(power * WATT_HOURS)).toList());
  }
}
