package org.zerofactory.schedule.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;
import org.zerofactory.domain.schedule.PlanningProfile;
import org.zerofactory.domain.schedule.SiteEnergy;
import org.zerofactory.domain.schedule.Storage;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.Scenario;

/**
 * What power costs in each slot, by the profile's weights: import costs {@code costFactor × price +
 * carbonPerTonne × g/kWh ÷ 10^6} for each kWh, export earns {@code costFactor × feed-in}.
 *
 * <p>The cases differ in the sun only; what can't be planned draws its P50 in all of them, because
 * little sun and high load together are far rarer than one in ten.
 */
final class EnergyGrid {

  private static final double GRAMS_PER_TONNE = 1e6;

  private final PlanningTask task;
  private final SlotGrid grid;

  EnergyGrid(PlanningTask task, SlotGrid grid) {
    this.task = task;
    this.grid = grid;
  }

  SlotEnergy energy() {
    PlanningProfile profile = task.profile();
    double[] importCost = new double[grid.slots()];
    double[] exportRevenue = new double[grid.slots()];
    for (int slot = 0; slot < grid.slots(); slot++) {
      SiteEnergy.QuarterHour at = at(slot);
      double carbon = profile.carbonPerTonne() * at.gramsPerKwh() / GRAMS_PER_TONNE;
      importCost[slot] = profile.costFactor() * at.price() + carbon;
      exportRevenue[slot] = profile.costFactor() * at.feedIn();
    }
    return new SlotEnergy(
        scenarios(),
        importCost,
        exportRevenue,
        task.energy().connection().exportLimitKw(),
        task.energy().connection().importLimitKw(),
        profile.costFactor() * task.energy().connection().peakCharge(),
        task.energy().connection().contractedKw(),
        task.plant().batteries().stream().map(EnergyGrid::battery).toList(),
        flexibleLoads());
  }

  /** Prices and intensity of a slot. */
  SiteEnergy.QuarterHour at(int slot) {
    int first = new SlotGrid(task.energy().start(), 0).at(grid.start());
    return task.energy().quarterHours().get(first + slot);
  }

  private List<Scenario> scenarios() {
    PlanningProfile.Weights weights = task.profile().weights();
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(new Scenario("p50", weights.p50(), base(Quantiles::p50)));
    if (weights.p10() > 0) {
      scenarios.add(new Scenario("p10", weights.p10(), base(Quantiles::p10)));
    }
    if (weights.p90() > 0) {
      scenarios.add(new Scenario("p90", weights.p90(), base(Quantiles::p90)));
    }
    return scenarios;
  }

  /** What can't be planned less the sun, in kW. */
  double[] base(ToDoubleFunction<Quantiles> sun) {
    double[] base = new double[grid.slots()];
    for (int slot = 0; slot < base.length; slot++) {
      base[slot] = power(task.load(), slot, Quantiles::p50) - power(task.sun(), slot, sun);
    }
    return base;
  }

  private double power(
      Optional<Forecast> forecast, int slot, ToDoubleFunction<Quantiles> quantile) {
    if (forecast.isEmpty()) {
      return 0;
    }
    int first = new SlotGrid(forecast.get().start(), 0).at(grid.start());
    return quantile.applyAsDouble(forecast.get().quarterHours().get(first + slot));
  }

  private static SlotEnergy.GridBattery battery(Storage.Battery of) {
    return new SlotEnergy.GridBattery(
        of.id(),
        of.minimumKwh(),
        of.maximumKwh(),
        of.initialKwh(),
        of.finalKwh(),
        of.chargeKw(),
        of.dischargeKw(),
        of.chargeEfficiency(),
        of.dischargeEfficiency(),
        of.wearCost());
  }

  /** One for each window; of a window that the horizon cuts, its share of the energy. */
  private List<SlotEnergy.FlexibleLoad> flexibleLoads() {
    ZoneId zone = task.plant().zone();
    LocalDate last = LocalDate.ofInstant(grid.instant(grid.slots()), zone);
    List<SlotEnergy.FlexibleLoad> all = new ArrayList<>();
    for (Storage.FlexibleLoad load : task.plant().flexibleLoads()) {
      LocalDate day = LocalDate.ofInstant(grid.start(), zone).minusDays(1);
      for (; !day.isAfter(last); day = day.plusDays(1)) {
        LocalDate end = load.to().isAfter(load.from()) ? day : day.plusDays(1);
        Instant from = day.atTime(load.from()).atZone(zone).toInstant();
        Instant to = end.atTime(load.to()).atZone(zone).toInstant();
        window(load, day, grid.from(from), grid.at(to)).ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<SlotEnergy.FlexibleLoad> window(
      Storage.FlexibleLoad load, LocalDate day, int from, int to) {
    int first = Math.max(0, from);
    int last = Math.min(grid.slots(), to);
    if (last <= first) {
      return Optional.empty();
    }
    double most = load.maximumKw() * (last - first) * SlotGrid.SLOT_HOURS;
    double energy = Math.min(most, load.kwhPerDay() * (last - first) / (to - from));
    String id = load.id() + "@" + day;
    return Optional.of(new SlotEnergy.FlexibleLoad(id, first, last, energy, load.maximumKw()));
  }
}
