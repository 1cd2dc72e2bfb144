package org.zerofactory.edge.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * A point that is sealed, and how.
 *
 * @param id point id
 * @param source the source that gives its samples
 * @param kind REGISTER: by difference; GAUGE: power, integrated; STATE: seconds by state
 */
record SealedPoint(String id, String source, Quantity.Kind kind, OptionalLong span) {

  /**
   * Every register; power only of devices without any energy register; every machine's state.
   *
   * @param sources the source of each point id
   * @throws IllegalArgumentException if a point that is to be sealed has no source
   */
  static List<SealedPoint> of(SiteDescription site, Map<String, String> sources) {
    List<SealedPoint> points = new ArrayList<>();
    Map<String, String> checked = new HashMap<>(sources);
    for (MeterDescription meter : site.meters()) {
      boolean metered = meter.points().stream().anyMatch(point -> isEnergy(point.quantity()));
      for (PointDescription point : meter.points()) {
        Quantity quantity = point.quantity();
        if (quantity.isRegister() || quantity == Quantity.ACTIVE_POWER && !metered) {
          String id = meter.pointId(quantity);
          points.add(new SealedPoint(id, source(checked, id), quantity.kind(), point.span()));
        }
      }
    }
    for (MachineDescription machine : site.machines()) {
      String id = machine.id() + "/" + Quantity.STATE.word();
      points.add(
          new SealedPoint(id, source(checked, id), Quantity.Kind.STATE, OptionalLong.empty()));
    }
    return List.copyOf(points);
  }

  /** The device's id, the part before the slash. */
  String device() {
    return id.substring(0, id.indexOf('/'));
  }

  private static boolean isEnergy(Quantity quantity) {
    return switch (quantity) {
      case ENERGY_IMPORT, ENERGY_EXPORT, ENERGY_PRODUCED -> true;
      default -> false;
    };
  }

  private static String source(Map<String, String> sources, String id) {
    String source = sources.get(id);
    if (source == null) {
      throw new IllegalArgumentException("point " + id + " has no source that gives its samples");
    }
    return source;
  }
}
