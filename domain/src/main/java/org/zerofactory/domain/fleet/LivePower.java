package org.zerofactory.domain.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * The power of a site at one moment, kW. A sum is empty if any meter of it is not known.
 *
 * @param gridImport 0 or more
 * @param gridExport 0 or more
 * @param production of own generators
 * @param load import + production - export
 * @param lines power of the loads by line
 */
public record LivePower(
    OptionalDouble gridImport,
    OptionalDouble gridExport,
    OptionalDouble production,
    OptionalDouble load,
    List<LinePower> lines) {

  /** Power of a line: the sum of its loads that no other meter of the line counts already. */
  public record LinePower(String line, OptionalDouble kilowatts) {}

  public LivePower {
    lines = List.copyOf(lines);
  }

  /**
   * @param kilowatts newest power by point, import positive, production positive
   */
  public static LivePower of(SiteDescription site, Map<String, Double> kilowatts) {
    OptionalDouble grid = sum(site.metersOf(MeterRole.GRID), kilowatts);
    OptionalDouble production = sum(site.metersOf(MeterRole.PV), kilowatts);
    OptionalDouble load = OptionalDouble.empty();
    if (grid.isPresent() && production.isPresent()) {
      load = OptionalDouble.of(grid.getAsDouble() + production.getAsDouble());
    }
    return new LivePower(
        positive(grid, 1), positive(grid, -1), production, load, lines(site, kilowatts));
  }

  private static List<LinePower> lines(SiteDescription site, Map<String, Double> kilowatts) {
    Map<String, List<MeterDescription>> byLine = new TreeMap<>();
    for (MeterDescription meter : site.metersOf(MeterRole.LOAD)) {
      boolean isElectric = meter.carrier() == Carrier.ELECTRICITY;
      if (isElectric && meter.line().isPresent() && !isCountedAbove(site, meter)) {
        byLine.computeIfAbsent(meter.line().get(), line -> new ArrayList<>()).add(meter);
      }
    }
    return byLine.entrySet().stream()
        .map(entry -> new LinePower(entry.getKey(), sum(entry.getValue(), kilowatts)))
        .toList();
  }

  private static boolean isCountedAbove(SiteDescription site, MeterDescription meter) {
    Optional<String> above = meter.parent().flatMap(site::meter).flatMap(MeterDescription::line);
    return above.isPresent() && above.equals(meter.line());
  }

  private static OptionalDouble sum(List<MeterDescription> meters, Map<String, Double> kilowatts) {
    double sum = 0;
    for (MeterDescription meter : meters) {
      Double power = kilowatts.get(meter.pointId(Quantity.ACTIVE_POWER));
      if (power == null) {
        return OptionalDouble.empty();
      }
      sum += power;
    }
    return OptionalDouble.of(sum);
  }

  private static OptionalDouble positive(OptionalDouble value, int sign) {
    return value.isEmpty() ? value : OptionalDouble.of(Math.max(0, sign * value.getAsDouble()));
  }
}
