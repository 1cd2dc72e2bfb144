package org.zerofactory.domain.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * The meters that the allocation reads: those of machines, and those of shared loads. A meter above
 * another counts what that one counts too, so each gives only what it counts beyond those below it.
 */
public final class UsedMeters {

  /** A meter; {@code shared} is the index of its load, or -1 where it is a machine's. */
  record Meter(String point, String device, int shared) {
    boolean isMachine() {
      return shared < 0;
    }
  }

  private final List<Meter> meters;
  private final int[] parents;
  private final List<String> airPoints;

  private UsedMeters(List<Meter> meters, int[] parents, List<String> airPoints) {
    this.meters = meters;
    this.parents = parents;
    this.airPoints = airPoints;
  }

  /** A device that the rules name as a shared load is no production machine. */
  public static UsedMeters of(SiteDescription site, AllocationRules rules) {
    Map<String, Meter> byDevice = new HashMap<>();
    List<Meter> meters = new ArrayList<>();
    List<String> air = new ArrayList<>();
    for (int load = 0; load < rules.shared().size(); load++) {
      for (String point : rules.shared().get(load).points()) {
        add(new Meter(point, device(point), load), byDevice, meters);
      }
    }
    for (MachineDescription machine : site.machines()) {
      Optional<MeterDescription> meter = site.meter(machine.id());
      if (!byDevice.containsKey(machine.id())) {
        meter
            .flatMap(found -> EnergyPoints.of(found, Quantity.ENERGY_IMPORT))
            .ifPresent(point -> add(new Meter(point, machine.id(), -1), byDevice, meters));
      }
      meter.filter(UsedMeters::metersAir).ifPresent(found -> air.add(airPoint(found.id())));
    }
    int[] parents =
        meters.stream().mapToInt(meter -> parent(site, meter, byDevice, meters)).toArray();
    return new UsedMeters(List.copyOf(meters), parents, List.copyOf(air));
  }

  private static void add(Meter meter, Map<String, Meter> byDevice, List<Meter> meters) {
    if (byDevice.putIfAbsent(meter.device(), meter) == null) {
      meters.add(meter);
    }
  }

  private static String device(String point) {
    return point.substring(0, Math.max(0, point.indexOf('/')));
  }

  private static boolean metersAir(MeterDescription meter) {
    return meter.points().stream().anyMatch(point -> point.quantity() == Quantity.AIR_VOLUME);
  }

  static String airPoint(String machine) {
    return machine + "/" + Quantity.AIR_VOLUME.word();
  }

  private static int parent(
      SiteDescription site, Meter meter, Map<String, Meter> byDevice, List<Meter> meters) {
    Optional<MeterDescription> above = site.meter(meter.device());
    for (int step = 0; step < site.meters().size(); step++) { // a ring in the file ends here
      above = above.flatMap(MeterDescription::parent).flatMap(site::meter);
      if (above.isEmpty()) {
        return -1;
      }
      Meter used = byDevice.get(above.get().id());
      if (used != null) {
        return meters.indexOf(used);
      }
    }
    return -1;
  }

  /** All points that are read, energy and air. */
  public List<String> points() {
    List<String> points = new ArrayList<>(airPoints);
    meters.forEach(meter -> points.add(meter.point()));
    return List.copyOf(points);
  }

  List<Meter> meters() {
    return meters;
  }

  /** What each meter counts beyond those below it, Wh, 0 or more; 0 where it is missing. */
  long[] net(Map<String, IntervalReading> readings) {
    long[] net = new long[meters.size()];
    for (int index = 0; index < net.length; index++) {
      long gross = amount(readings, meters.get(index).point());
      net[index] = Math.addExact(net[index], gross);
      if (parents[index] >= 0) {
        net[parents[index]] = Math.subtractExact(net[parents[index]], gross);
      }
    }
    for (int index = 0; index < net.length; index++) {
      net[index] = Math.max(0, net[index]); // meters' own errors, or the upper one is missing
    }
    return net;
  }

  private static long amount(Map<String, IntervalReading> readings, String point) {
    return readings.getOrDefault(point, IntervalReading.MISSING).amount().orElse(0);
  }
}
