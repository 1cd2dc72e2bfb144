package org.zerofactory.domain.savings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * No watt-hour is saved twice: of two measures that meter the same energy on the same days, the one
 * that stands first is counted and the other refused. What the schedule adds to self-use is taken
 * out of self-use where it is accounted; what falls at the grid meter because of own production or
 * the schedule is no efficiency.
 */
public final class CountedOnce {

  private CountedOnce() {}

  /**
   * What a measure counts.
   *
   * @param points energy registers, {@code <device>/<quantity>}
   * @param days on which it runs
   */
  public record Claim(String id, List<String> points, LocalDays days) {
    public Claim {
      points = List.copyOf(points);
    }
  }

  /**
   * Finds the measures that may not be counted.
   *
   * @param claims in the order in which they are counted
   * @param hasLoadShift whether the site counts load shifting
   * @return reason by id of the refused measure
   */
  public static Map<String, String> refused(
      List<Claim> claims, SiteDescription site, boolean hasLoadShift) {
    boolean hasOwnSupply = hasLoadShift || !site.metersOf(MeterRole.PV).isEmpty();
    Map<String, String> reasons = new LinkedHashMap<>();
    List<Claim> counted = new ArrayList<>();
    for (Claim claim : claims) {
      Optional<String> reason =
          hasOwnSupply
              ? gridMeter(claim, site).or(() -> twice(claim, counted, site))
              : twice(claim, counted, site);
      reason.ifPresentOrElse(why -> reasons.put(claim.id(), why), () -> counted.add(claim));
    }
    return reasons;
  }

  private static Optional<String> gridMeter(Claim claim, SiteDescription site) {
    return claim.points().stream()
        .filter(point -> isGrid(device(point), site))
        .map(
            point ->
                point
                    + " falls by own production and load shifting too, which are counted"
                    + " themselves: measure the loads")
        .findFirst();
  }

  private static Optional<String> twice(Claim claim, List<Claim> counted, SiteDescription site) {
    for (Claim earlier : counted) {
      if (!earlier.days().overlaps(claim.days())) {
        continue;
      }
      for (String point : claim.points()) {
        for (String other : earlier.points()) {
          if (covers(device(point), device(other), site)
              || covers(device(other), device(point), site)) {
            return Optional.of(
                point
                    + " meters what measure "
                    + earlier.id()
                    + " counts by "
                    + other
                    + " on the same days");
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a meter counts the other's energy too. */
  private static boolean covers(String meter, String other, SiteDescription site) {
    if (isGrid(meter, site)) {
      return true;
    }
    Optional<String> below = Optional.of(other);
    for (int depth = 0; depth <= site.meters().size() && below.isPresent(); depth++) {
      if (below.get().equals(meter)) {
        return true;
      }
      below = below.flatMap(id -> meter(id, site)).flatMap(MeterDescription::parent);
    }
    return false;
  }

  private static boolean isGrid(String device, SiteDescription site) {
    return meter(device, site).filter(found -> found.role() == MeterRole.GRID).isPresent();
  }

  private static Optional<MeterDescription> meter(String id, SiteDescription site) {
    return site.meters().stream().filter(meter -> meter.id().equals(id)).findFirst();
  }

  private static String device(String point) {
    return point.substring(0, Math.max(0, point.indexOf('/')));
  }
}
