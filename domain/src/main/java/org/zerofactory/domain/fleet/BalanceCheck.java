package org.zerofactory.domain.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Energy;

/**
 * Compares a meter with the meters below it: what they count together cannot be more than what it
 * counts, but for the meters' own errors.
 *
 * @param meter the upper meter, or {@link #SITE} for the site's whole load
 * @param below ids of the meters below it
 * @param counted energy by the upper meter, or import + production - export
 * @param countedBelow sum of the meters below
 */
public record BalanceCheck(String meter, List<String> below, Energy counted, Energy countedBelow) {

  /** Stands for the site as a whole. */
  public static final String SITE = "site";

  /**
   * Two meters of class 1 (IEC 62053-21) may differ by 2 %; a kilowatt-hour for the steps of small
   * registers.
   */
  private static final long TOLERANCE_PERCENT = 2;

  private static final long TOLERANCE_WATT_HOURS = 1_000;

  public BalanceCheck {
    below = List.copyOf(below);
  }

  /** Whether the meters agree. */
  public boolean holds() {
    return excess().wattHours() <= tolerance().wattHours();
  }

  /** What the meters below count beyond the upper one; negative where they count less. */
  public Energy excess() {
    return countedBelow.minus(counted);
  }

  /** The excess that the meters' classes explain. */
  public Energy tolerance() {
    return new Energy(
        Math.abs(counted.wattHours()) / 100 * TOLERANCE_PERCENT + TOLERANCE_WATT_HOURS);
  }

  /** All checks that the site's description allows. */
  public static List<BalanceCheck> of(SiteDescription site, Map<String, Long> wattHours) {
    List<BalanceCheck> checks = new ArrayList<>();
    List<MeterDescription> loads = loads(site);
    Map<String, List<MeterDescription>> byParent = new HashMap<>();
    loads.forEach(
        load ->
            load.parent()
                .ifPresent(
                    parent ->
                        byParent.computeIfAbsent(parent, key -> new ArrayList<>()).add(load)));
    for (MeterDescription meter : site.metersOf(MeterRole.LOAD)) {
      List<MeterDescription> below = byParent.getOrDefault(meter.id(), List.of());
      if (!below.isEmpty() && isElectric(meter)) {
        checks.add(check(meter.id(), below, sum(List.of(meter), wattHours), wattHours));
      }
    }
    Set<String> ids =
        site.metersOf(MeterRole.LOAD).stream()
            .map(MeterDescription::id)
            .collect(Collectors.toSet());
    List<MeterDescription> top = loads.stream().filter(load -> isTop(ids, load)).toList();
    if (!top.isEmpty() && !site.metersOf(MeterRole.GRID).isEmpty()) {
      checks.add(check(SITE, top, siteLoad(site, wattHours), wattHours));
    }
    return checks;
  }

  private static BalanceCheck check(
      String meter, List<MeterDescription> below, Energy counted, Map<String, Long> wattHours) {
    return new BalanceCheck(
        meter, below.stream().map(MeterDescription::id).toList(), counted, sum(below, wattHours));
  }

  private static Energy siteLoad(SiteDescription site, Map<String, Long> wattHours) {
    long load = 0;
    for (MeterDescription grid : site.metersOf(MeterRole.GRID)) {
      load += amount(grid, Quantity.ENERGY_IMPORT, wattHours);
      load -= amount(grid, Quantity.ENERGY_EXPORT, wattHours);
    }
    for (MeterDescription generator : site.metersOf(MeterRole.PV)) {
      load += amount(generator, Quantity.ENERGY_PRODUCED, wattHours);
    }
    return new Energy(load);
  }

  private static Energy sum(List<MeterDescription> meters, Map<String, Long> wattHours) {
    return new Energy(
        meters.stream().mapToLong(meter -> amount(meter, Quantity.ENERGY_IMPORT, wattHours)).sum());
  }

  private static long amount(
      MeterDescription meter, Quantity register, Map<String, Long> wattHours) {
    return EnergyPoints.of(meter, register)
        .map(point -> wattHours.getOrDefault(point, 0L))
        .orElse(0L);
  }

  private static List<MeterDescription> loads(SiteDescription site) {
    return site.metersOf(MeterRole.LOAD).stream().filter(BalanceCheck::isElectric).toList();
  }

  private static boolean isElectric(MeterDescription meter) {
    return meter.carrier() == Carrier.ELECTRICITY;
  }

  /** A load below the connection itself, or below nothing. */
  private static boolean isTop(Set<String> loads, MeterDescription load) {
    return load.parent().filter(loads::contains).isEmpty();
  }
}
