package org.zerofactory.domain.waste;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.fleet.BalanceCheck;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** Meters against the meters below them, over 24 hours without a gap. */
final class BalanceWindow {

  private static final List<Quantity> DIRECTIONS =
      List.of(Quantity.ENERGY_IMPORT, Quantity.ENERGY_EXPORT, Quantity.ENERGY_PRODUCED);

  private static final int QUARTERS = 96;
  private static final int DAYS = 28;
  private static final int LEAST_DAYS = 7;

  private final SiteDescription site;
  private final Map<String, Trail> energy = new HashMap<>();
  private final Map<String, List<String>> points = new HashMap<>();
  private final Map<String, Trail> dailyShares = new HashMap<>();
  private @Nullable LocalDate day;

  BalanceWindow(SiteDescription site) {
    this.site = site;
    // other registers of a meter, such as pieces or reactive energy, may be missing
    for (MeterDescription meter : site.meters()) {
      for (Quantity direction : DIRECTIONS) {
        EnergyPoints.of(meter, direction)
            .ifPresent(
                point -> {
                  energy.put(point, new Trail(QUARTERS));
                  points.computeIfAbsent(meter.id(), id -> new ArrayList<>()).add(point);
                });
      }
    }
  }

  /** Features by meter, {@link BalanceCheck#SITE} for the site's whole load. */
  Map<String, Values> next(Quarter quarter, Predicate<String> frozen) {
    energy.forEach(
        (point, trail) ->
            quarter.amount(point).ifPresentOrElse(trail::add, trail::clear)); // a gap: begin anew
    Map<String, Long> sums = new HashMap<>();
    energy.forEach(
        (point, trail) -> {
          if (trail.isFull()) {
            sums.put(point, (long) trail.sum());
          }
        });
    boolean newDay = day != null && !quarter.date().equals(day);
    day = quarter.date();
    Map<String, Values> features = new LinkedHashMap<>();
    for (BalanceCheck check : BalanceCheck.of(site, sums)) {
      features.put(check.meter(), features(check, sums, newDay, frozen));
    }
    return features;
  }

  private Values features(
      BalanceCheck check, Map<String, Long> sums, boolean newDay, Predicate<String> frozen) {
    var values = new Values();
    Trail usual = dailyShares.computeIfAbsent(check.meter(), meter -> new Trail(DAYS));
    if (isWhole(check, sums) && check.counted().wattHours() > 0) {
      double counted = check.counted().wattHours();
      double below = check.countedBelow().wattHours();
      values.put("counted_wh", counted).put("below_wh", below).put("below_share", below / counted);
      if (newDay && !frozen.test(check.meter())) {
        usual.add(below / counted);
      }
    }
    return values.put("usual_below_share", usual.median(LEAST_DAYS));
  }

  /** Whether every register that the check adds up has its 24 hours. */
  private boolean isWhole(BalanceCheck check, Map<String, Long> sums) {
    boolean below = check.below().stream().allMatch(meter -> isWhole(meter, sums));
    if (!check.meter().equals(BalanceCheck.SITE)) {
      return below && isWhole(check.meter(), sums);
    }
    return below
        && site.meters().stream()
            .filter(meter -> meter.role() == MeterRole.GRID || meter.role() == MeterRole.PV)
            .allMatch(meter -> isWhole(meter.id(), sums));
  }

  private boolean isWhole(String meter, Map<String, Long> sums) {
    return points.getOrDefault(meter, List.of()).stream().allMatch(sums::containsKey);
  }
}
