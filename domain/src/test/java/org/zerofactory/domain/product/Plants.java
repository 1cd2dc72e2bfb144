package org.zerofactory.domain.product;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Carbon;

/** A small plant for tests: a feeder with press and oven below it, a compressor, a connection. */
final class Plants {

  static final Instant START = Instant.parse("2025-06-02T00:00:00Z");

  private Plants() {}

  static SiteDescription plant() {
    return plant(List.of("press", "oven"));
  }

  static SiteDescription plant(List<String> machines) {
    List<MeterDescription> meters = new ArrayList<>();
    meters.add(meter("grid", MeterRole.GRID, Optional.empty(), Quantity.ENERGY_IMPORT));
    meters.add(meter("feeder", MeterRole.LOAD, Optional.empty(), Quantity.ENERGY_IMPORT));
    meters.add(meter("compressor", MeterRole.LOAD, Optional.empty(), Quantity.ENERGY_IMPORT));
    for (String machine : machines) {
      meters.add(
          meter(
              machine,
              MeterRole.LOAD,
              Optional.of("feeder"),
              Quantity.ENERGY_IMPORT,
              Quantity.AIR_VOLUME));
    }
    return new SiteDescription(
        "plant",
        "Plant",
        ZoneId.of("Asia/Shanghai"),
        true,
        "CN",
        "central",
        meters,
        machines.stream().map(id -> new MachineDescription(id, id, Optional.of("hall"))).toList());
  }

  private static MeterDescription meter(
      String id, MeterRole role, Optional<String> parent, Quantity... quantities) {
    return new MeterDescription(
        id,
        id,
        Carrier.ELECTRICITY,
        role,
        parent,
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(quantities)
            .map(quantity -> new PointDescription(quantity, OptionalLong.empty()))
            .toList());
  }

  static SharedLoad air(AllocationKey key) {
    return new SharedLoad("air", "Air", List.of("compressor/energy-import"), key, List.of());
  }

  static AllocationRules rules(AllocationKey rest, SharedLoad... shared) {
    return new AllocationRules(List.of(shared), rest, Map.of(), Map.of());
  }

  static Map<MachineState, Long> states(long running, long setUp, long idle) {
    Map<MachineState, Long> states = new EnumMap<>(MachineState.class);
    states.put(MachineState.RUNNING, running);
    states.put(MachineState.SETUP, setUp);
    states.put(MachineState.IDLE, idle);
    return states;
  }

  /** A run from one second to another after {@link #START}. */
  static ProductionRun run(String order, String machine, long from, long to, long good) {
    return new ProductionRun(
        order + "/" + machine + "/" + from,
        order,
        "board",
        machine,
        START.plusSeconds(from),
        START.plusSeconds(to),
        good,
        0);
  }

  static Emitted emitted(long location, long market) {
    return new Emitted(new Carbon(location), new Carbon(market));
  }

  /** One quarter hour in the making. */
  static final class Quarter {

    private final Map<String, IntervalReading> readings = new HashMap<>();
    private final Map<String, Map<MachineState, Long>> states = new HashMap<>();
    private final Map<String, List<ProductionRun>> runs = new HashMap<>();
    private OptionalLong load = OptionalLong.empty();
    private Optional<Emitted> emitted = Optional.of(Emitted.NONE);
    private Instant start = START;

    static Quarter ofLoad(long wattHours) {
      Quarter quarter = new Quarter();
      quarter.load = OptionalLong.of(wattHours);
      return quarter.meter("compressor", 0).meter("press", 0).meter("oven", 0);
    }

    static Quarter ofUnknownLoad() {
      Quarter quarter = ofLoad(0);
      quarter.load = OptionalLong.empty();
      return quarter;
    }

    Quarter at(long second) {
      start = START.plusSeconds(second);
      return this;
    }

    Quarter meter(String device, long wattHours) {
      return reading(device + "/energy-import", wattHours, Flag.MEASURED);
    }

    Quarter reading(String point, long amount, Flag flag) {
      readings.put(
          point,
          flag == Flag.MISSING
              ? IntervalReading.MISSING
              : new IntervalReading(OptionalLong.of(amount), flag, OptionalLong.empty()));
      return this;
    }

    Quarter states(String machine, long running, long setUp, long idle) {
      states.put(machine, Plants.states(running, setUp, idle));
      return this;
    }

    Quarter runs(ProductionRun... all) {
      for (ProductionRun run : all) {
        runs.computeIfAbsent(run.equipment(), none -> new ArrayList<>()).add(run);
      }
      return this;
    }

    Quarter emits(Optional<Emitted> of) {
      emitted = of;
      return this;
    }

    Allocation divided(SiteDescription site, AllocationRules rules) {
      return new QuarterHourAllocation(UsedMeters.of(site, rules), rules)
          .of(new QuarterHourUse(start, load, true, emitted, readings, states, runs));
    }

    Allocation divided(AllocationRules rules) {
      return divided(plant(), rules);
    }
  }
}
