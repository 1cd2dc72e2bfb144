package org.zerofactory.domain.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** What the readings of a point add to in the site's balance. */
public enum BalanceSeries {
  GRID_IMPORT,
  GRID_EXPORT,
  PRODUCTION,
  /** What the loads drew that a schedule may move. */
  FLEXIBLE,
  /** What those loads would have drawn by the reference plan. */
  PLANNED;

  /** The points of the balance by role: what the connections and generators count, in Wh. */
  public static Map<String, BalanceSeries> of(SiteDescription site) {
    Map<String, BalanceSeries> series = new HashMap<>();
    for (MeterDescription meter : site.metersOf(MeterRole.GRID)) {
      put(series, meter, Quantity.ENERGY_IMPORT, GRID_IMPORT);
      put(series, meter, Quantity.ENERGY_EXPORT, GRID_EXPORT);
    }
    for (MeterDescription meter : site.metersOf(MeterRole.PV)) {
      put(series, meter, Quantity.ENERGY_PRODUCED, PRODUCTION);
    }
    return Map.copyOf(series);
  }

  private static void put(
      Map<String, BalanceSeries> series,
      MeterDescription meter,
      Quantity register,
      BalanceSeries of) {
    EnergyPoints.of(meter, register).ifPresent(point -> series.put(point, of));
  }

  /** The balance of {@link #of(SiteDescription)} with the points of the site's load shifts. */
  public static Map<String, BalanceSeries> of(SiteDescription site, List<LoadShiftPlan> shifts) {
    Map<String, BalanceSeries> series = new HashMap<>(of(site));
    for (LoadShiftPlan shift : shifts) {
      shift.executedPoints().forEach(point -> series.put(point, FLEXIBLE));
      series.put(shift.referencePoint(), PLANNED);
    }
    return Map.copyOf(series);
  }

  /**
   * The load shifts that the description itself states: each reference plan with the device, or the
   * devices of the line, that it stands for.
   */
  public static List<LoadShiftPlan> shiftsOf(SiteDescription site) {
    return site.metersOf(MeterRole.REFERENCE_PLAN).stream()
        .flatMap(plan -> shift(site, plan).stream())
        .toList();
  }

  private static Optional<LoadShiftPlan> shift(SiteDescription site, MeterDescription plan) {
    String of = plan.of().orElse("");
    List<MeterDescription> loads =
        site.metersOf(MeterRole.LOAD).stream()
            .filter(meter -> meter.id().equals(of) || isTopOfLine(site, meter, of))
            .toList();
    if (loads.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LoadShiftPlan(
            plan.id(),
            loads.stream()
                .flatMap(meter -> EnergyPoints.of(meter, Quantity.ENERGY_IMPORT).stream())
                .toList(),
            plan.pointId(Quantity.PLANNED_ENERGY)));
  }

  /** A meter below another of the same line counts what the upper one already counts. */
  private static boolean isTopOfLine(SiteDescription site, MeterDescription meter, String line) {
    boolean isOfLine = meter.line().filter(line::equals).isPresent();
    boolean isBelowLine =
        meter
            .parent()
            .flatMap(site::meter)
            .flatMap(MeterDescription::line)
            .filter(line::equals)
            .isPresent();
    return isOfLine && !isBelowLine;
  }
}
