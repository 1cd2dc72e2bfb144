package org.zerofactory.domain.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * The points of a site that journals count: registers, and the integrated power of devices without
 * an energy register (docs/formats.md, sections 1 and 2).
 */
public final class EnergyPoints {

  private EnergyPoints() {}

  /**
   * The point that counts a meter's energy in one direction, Wh.
   *
   * @param register the direction: import, export or production
   * @return its register, or its power where it has no energy register at all and the direction is
   *     not export (integrated power has one sign); empty if it counts no such energy
   */
  public static Optional<String> of(MeterDescription meter, Quantity register) {
    if (has(meter, register)) {
      return Optional.of(meter.pointId(register));
    }
    boolean isIntegrated = isIntegrated(meter) && register != Quantity.ENERGY_EXPORT;
    return isIntegrated ? Optional.of(meter.pointId(Quantity.ACTIVE_POWER)) : Optional.empty();
  }

  /** All points of which each interval block states a reading, if only that it is missing. */
  public static List<String> counted(SiteDescription site) {
    List<String> points = new ArrayList<>();
    for (MeterDescription meter : site.meters()) {
      meter.points().stream()
          .filter(point -> point.quantity().isRegister())
          .forEach(point -> points.add(meter.pointId(point.quantity())));
      if (isIntegrated(meter)) {
        points.add(meter.pointId(Quantity.ACTIVE_POWER));
      }
    }
    return List.copyOf(points);
  }

  private static boolean isIntegrated(MeterDescription meter) {
    return has(meter, Quantity.ACTIVE_POWER)
        && !has(meter, Quantity.ENERGY_IMPORT)
        && !has(meter, Quantity.ENERGY_EXPORT)
        && !has(meter, Quantity.ENERGY_PRODUCED);
  }

  private static boolean has(MeterDescription meter, Quantity quantity) {
    return meter.points().stream().anyMatch(point -> point.quantity() == quantity);
  }
}
