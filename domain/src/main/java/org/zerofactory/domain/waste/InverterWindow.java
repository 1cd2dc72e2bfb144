package org.zerofactory.domain.waste;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;

/**
 * One inverter against the median of the others, in quarter hours with sun. The median is robust:
 * up to half of the siblings may be faulty. A usual share of its own per inverter allows for other
 * sizes, roofs and directions.
 */
final class InverterWindow {

  private static final int SUNNY_QUARTERS = 40;
  private static final int LEAST_SUNNY = 16;
  private static final int DAYS = 28;
  private static final int LEAST_DAYS = 5;
  private static final int LEAST_SUNNY_OF_A_DAY = 12;

  /** Below this share of the best quarter hour of late, shadows count more than strings. */
  private static final double SUNNY = 0.2;

  private static final int BEST_DAYS = 14;

  private final MeterDescription inverter;
  private final List<MeterDescription> siblings;
  private final Map<String, Double> installedKw;
  private final Trail own = new Trail(SUNNY_QUARTERS);
  private final Trail others = new Trail(SUNNY_QUARTERS);
  private final Trail othersByKw = new Trail(SUNNY_QUARTERS);
  private final Trail dailyShares = new Trail(DAYS);
  private final Trail bestOfDays = new Trail(BEST_DAYS);
  private double dayOwn;
  private double dayOthers;
  private double dayBest;
  private int daySunny;
  private @Nullable LocalDate day;

  InverterWindow(
      MeterDescription inverter, List<MeterDescription> siblings, Map<String, Double> installedKw) {
    this.inverter = inverter;
    this.siblings = siblings;
    this.installedKw = installedKw;
  }

  SubjectFeatures next(Quarter quarter, boolean frozen) {
    turnDay(quarter.date(), frozen);
    OptionalDouble produced = quarter.energy(inverter, Quantity.ENERGY_PRODUCED);
    OptionalDouble median = median(quarter, false);
    var values = new Values().put("produced_wh", produced).put("siblings_wh", median);
    if (produced.isEmpty() || median.isEmpty()) {
      return values.of(WasteScope.INVERTER, inverter.id());
    }
    dayBest = Math.max(dayBest, median.getAsDouble());
    double best = Math.max(dayBest, bestOfDays.median(1).orElse(0));
    boolean isSunny = median.getAsDouble() > 0 && median.getAsDouble() >= SUNNY * best;
    if (isSunny) {
      sunny(quarter, produced.getAsDouble(), median.getAsDouble(), values);
    }
    return values.of(WasteScope.INVERTER, inverter.id());
  }

  private void sunny(Quarter quarter, double produced, double median, Values values) {
    own.add(produced);
    others.add(median);
    dayOwn += produced;
    dayOthers += median;
    daySunny++;
    median(quarter, true).ifPresent(othersByKw::add);
    OptionalDouble usual = dailyShares.median(LEAST_DAYS);
    values.put("usual_share", usual);
    if (own.size() >= LEAST_SUNNY) {
      double share = own.sum() / others.sum();
      values.put("share", share);
      usual.ifPresent(known -> values.put("lost_share", 1 - share / known));
      Double installed = installedKw.get(inverter.id());
      if (installed != null && othersByKw.size() == own.size()) {
        values.put("yield_share", own.sum() / installed / othersByKw.sum());
      }
    }
  }

  private void turnDay(LocalDate date, boolean frozen) {
    if (day != null && !date.equals(day)) {
      if (daySunny >= LEAST_SUNNY_OF_A_DAY && !frozen) {
        dailyShares.add(dayOwn / dayOthers);
      }
      if (dayBest > 0) {
        bestOfDays.add(dayBest);
      }
      dayOwn = 0;
      dayOthers = 0;
      dayBest = 0;
      daySunny = 0;
    }
    day = date;
  }

  /** Needs two siblings at least: with one it cannot be said which of the two is wrong. */
  private OptionalDouble median(Quarter quarter, boolean byKw) {
    List<Double> amounts = new ArrayList<>();
    for (MeterDescription sibling : siblings) {
      Double installed = byKw ? installedKw.get(sibling.id()) : Double.valueOf(1);
      OptionalDouble amount = quarter.energy(sibling, Quantity.ENERGY_PRODUCED);
      if (installed != null && amount.isPresent()) {
        amounts.add(amount.getAsDouble() / installed);
      }
    }
    return amounts.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(Trail.median(amounts));
  }
}
