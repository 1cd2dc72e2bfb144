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
   * @param shiftedPoints energy registers of the loads that load shifting moves; none without it
   * @return reason by id of the refused measure
   */
  public static Map<String, String> refused(
      List<Claim> claims, SiteDescription site, List<String> shiftedPoints) {
    boolean hasOwnSupply = !shiftedPoints.isEmpty() || !site.metersOf(MeterRole.PV).isEmpty();
    Map<String, String> reasons = new LinkedHashMap<>();
    List<Claim> counted = new ArrayList<>();
    for (Claim claim : claims) {
      Optional<String> grid = hasOwnSupply ? gridMeter(claim, site) : Optional.empty();
      grid.or(() -> shifted(claim, shiftedPoints, site))
          .or(() -> twice(claim, counted, site))
          .ifPresentOrElse(why -> reasons.put(claim.id(), why), () -> counted.add(claim));
    }
    return reasons;
  }

  /** A reference plan draws what the loads drew before; the schedule's saving has it already. */
  private static Optional<String> shifted(
      Claim claim, List<String> shiftedPoints, SiteDescription site) {
    return overlap(claim.points(), shiftedPoints, site)
        .map(
            pair ->
                pair.get(0)
                    + " meters what load shifting moves by "
                    + pair.get(1)
                    + ", and its reference plan counts any less of that energy already");
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
      Optional<List<String>> pair =
          earlier.days().overlaps(claim.days())
              ? overlap(claim.points(), earlier.points(), site)
              : Optional.empty();
      if (pair.isPresent()) {
        return Optional.of(
            pair.get().get(0)
                + " meters what measure "
                + earlier.id()
                + " counts by "
                + pair.get().get(1)
                + " on the same days");
      }
    }
    return Optional.empty();
  }

  /** The first two points of which one meters the other's energy too. */
  private static Optional<List<String>> overlap(
      List<String> points, List<String> others, SiteDescription site) {
    for (String point : points) {
      for (String other : others) {
        if (covers(device(point), device(other), site)
            || covers(device(other), device(point), site)) {
          return Optional.of(List.of(point, other));
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
