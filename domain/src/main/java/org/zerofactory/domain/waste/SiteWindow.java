package org.zerofactory.domain.waste;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** The site as a whole: its connection, its base load at night, its compressed air. */
final class SiteWindow {

  private static final int NIGHTS = 28;
  private static final int LEAST_NIGHTS = 5;
  private static final int LEAST_NIGHT_QUARTERS = 8;
  private static final int AIR_SAMPLES = 300;
  private static final int LEAST_AIR_SAMPLES = 24;
  private static final int AIR_QUARTERS = 96;
  private static final int LEAST_AIR_QUARTERS = 64;

  /** More ways for lines to run together than these are forgotten, oldest first. */
  private static final int AIR_LEVELS = 500;

  private final SiteDescription site;
  private final WasteOptions options;
  private final Trail night = new Trail(40);
  private final Trail nightMachines = new Trail(40);
  private final Map<Long, Trail> nightsByMachines = new HashMap<>();
  private final Map<String, Trail> airByLevel = new HashMap<>();
  private final Trail flows = new Trail(AIR_QUARTERS);
  private final Trail usualFlows = new Trail(AIR_QUARTERS);
  private final PowerFactorWindow powerFactor;
  private @Nullable LocalDate day;

  SiteWindow(SiteDescription site, WasteOptions options) {
    this.site = site;
    this.options = options;
    this.powerFactor = new PowerFactorWindow(site);
  }

  /**
   * @param frozen whether a usual value must not be learned now
   */
  SubjectFeatures next(Quarter quarter, Predicate<String> frozen) {
    var values = new Values();
    OptionalDouble imported = sum(quarter, MeterRole.GRID, Quantity.ENERGY_IMPORT);
    imported.ifPresent(wattHours -> values.put("import_kw", Quarter.kilowatts(wattHours)));
    OptionalDouble load = load(quarter, imported);
    load.ifPresent(wattHours -> values.put("load_kw", Quarter.kilowatts(wattHours)));
    if (statesKnown(quarter)) {
      values.put("running_machines", running(quarter, site.machines()));
      air(quarter, values, frozen.test("usual_air_m3_per_h"));
    }
    night(quarter, load, values, frozen.test("usual_night_base_kw"));
    powerFactor.next(quarter, values);
    return values.of(WasteScope.SITE, site.id());
  }

  private OptionalDouble load(Quarter quarter, OptionalDouble imported) {
    OptionalDouble exported = sum(quarter, MeterRole.GRID, Quantity.ENERGY_EXPORT);
    OptionalDouble produced = sum(quarter, MeterRole.PV, Quantity.ENERGY_PRODUCED);
    return imported.isEmpty() || exported.isEmpty() || produced.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            imported.getAsDouble() + produced.getAsDouble() - exported.getAsDouble());
  }

  /** Utilities follow production, so a night is compared with nights of as many machines. */
  private void night(Quarter quarter, OptionalDouble load, Values values, boolean frozen) {
    if (day != null && !quarter.date().equals(day)) {
      OptionalDouble mean = night.mean(LEAST_NIGHT_QUARTERS);
      if (!frozen && mean.isPresent()) {
        nightsByMachines
            .computeIfAbsent(nightLevel(), level -> new Trail(NIGHTS))
            .add(mean.getAsDouble());
      }
      night.clear();
      nightMachines.clear();
    }
    day = quarter.date();
    OptionalDouble machines = machineEnergy(quarter);
    boolean isNight =
        quarter.hour() >= options.nightFromHour() && quarter.hour() < options.nightToHour();
    if (isNight && load.isPresent() && machines.isPresent()) {
      night.add(Quarter.kilowatts(load.getAsDouble() - machines.getAsDouble()));
      nightMachines.add(running(quarter, site.machines()));
      values.put("night_base_kw", night.mean(LEAST_NIGHT_QUARTERS));
      Trail usual = nightsByMachines.get(nightLevel());
      if (usual != null) {
        values.put("usual_night_base_kw", usual.median(LEAST_NIGHTS));
      }
    }
  }

  /** Machines that run, as the mean of the night so far, to two machines. */
  private long nightLevel() {
    return Math.round(nightMachines.mean(1).orElse(0) / 2);
  }

  private OptionalDouble machineEnergy(Quarter quarter) {
    double sum = 0;
    for (MachineDescription machine : site.machines()) {
      OptionalDouble energy =
          site.meter(machine.id())
              .map(meter -> quarter.energy(meter, Quantity.ENERGY_IMPORT))
              .orElse(OptionalDouble.of(0));
      if (energy.isEmpty()) {
        return energy;
      }
      sum += energy.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }

  private void air(Quarter quarter, Values values, boolean frozen) {
    double litres = 0;
    boolean any = false;
    for (MeterDescription meter : site.meters()) {
      OptionalDouble amount = quarter.amount(meter.pointId(Quantity.AIR_VOLUME));
      any |= amount.isPresent();
      litres += amount.orElse(0);
    }
    if (!any) {
      return;
    }
    double flow = litres / 250; // litres of a quarter hour in m3/h
    values.put("air_m3_per_h", flow);
    Trail usual = airByLevel.computeIfAbsent(level(quarter), level -> new Trail(AIR_SAMPLES));
    OptionalDouble expected = usual.median(LEAST_AIR_SAMPLES);
    values.put("usual_air_m3_per_h", expected);
    if (expected.isPresent()) {
      flows.add(flow);
      usualFlows.add(expected.getAsDouble());
      if (flows.size() >= LEAST_AIR_QUARTERS) {
        values.put("air_excess_m3_per_h", (flows.sum() - usualFlows.sum()) / flows.size());
        values.put("air_excess_share", flows.sum() / usualFlows.sum() - 1);
      }
    }
    if (!frozen) {
      usual.add(flow);
    }
    if (airByLevel.size() > AIR_LEVELS) {
      airByLevel.clear();
    }
  }

  /** How many machines of each line run, to whole machines. */
  private String level(Quarter quarter) {
    Map<String, Double> byLine = new TreeMap<>();
    for (MachineDescription machine : site.machines()) {
      byLine.merge(
          machine.line().orElse(machine.id()),
          quarter.minutes(machine.id(), "RUNNING") / 15,
          Double::sum);
    }
    var level = new StringBuilder();
    byLine.forEach((line, machines) -> level.append(Math.round(machines)).append(' '));
    return level.toString();
  }

  private boolean statesKnown(Quarter quarter) {
    return !site.machines().isEmpty()
        && site.machines().stream().allMatch(machine -> quarter.statesKnown(machine.id()));
  }

  private static double running(Quarter quarter, List<MachineDescription> machines) {
    return machines.stream()
        .mapToDouble(machine -> quarter.minutes(machine.id(), "RUNNING") / 15)
        .sum();
  }

  private OptionalDouble sum(Quarter quarter, MeterRole role, Quantity register) {
    double sum = 0;
    for (MeterDescription meter : site.metersOf(role)) {
      var point = EnergyPoints.of(meter, register);
      OptionalDouble amount = point.map(quarter::amount).orElse(OptionalDouble.of(0));
      if (amount.isEmpty()) {
        return amount;
      }
      sum += amount.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }
}
