package org.zerofactory.schedule.orders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.schedule.Connection;
import org.zerofactory.domain.schedule.Crew;
import org.zerofactory.domain.schedule.OperationsDefinition;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.PlanningProfile;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProcessSegment;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.SetupMatrix;
import org.zerofactory.domain.schedule.SiteEnergy;
import org.zerofactory.domain.schedule.SpeedMode;
import org.zerofactory.domain.schedule.WorkCalendar;
import org.zerofactory.domain.schedule.WorkUnit;

/** One line in two shifts with set-ups and one oven in batches of five hours, in Shanghai. */
final class SmallPlant {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A Monday, 00:00 local time. */
  static final Instant MONDAY = Instant.parse("2025-06-08T16:00:00Z");

  static final PlanningProfile PROFILE =
      new PlanningProfile(
          "balanced",
          80,
          1,
          List.of(500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0),
          30,
          4,
          PlanningProfile.Weights.EXPECTED_ONLY);

  private SmallPlant() {}

  static PlantModel plant() {
    return new PlantModel(
        "small",
        ZONE,
        List.of(twoShifts(), WorkCalendar.always("always")),
        List.of(new Crew("line-crew", "Line crew", "two-shifts", 4)),
        List.of(),
        List.of(
            new SetupMatrix("boards", List.of("a", "b"), List.of(List.of(0, 20), List.of(30, 0)))),
        List.of(line(), oven()),
        List.of(board("a"), board("b"), laptop()),
        List.of(),
        List.of(),
        List.of(),
        List.of(PROFILE));
  }

  static WorkCalendar twoShifts() {
    Map<DayOfWeek, List<WorkCalendar.Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new WorkCalendar.Shift(LocalTime.of(6, 0), LocalTime.of(22, 0))));
    }
    return new WorkCalendar("two-shifts", week, List.of());
  }

  private static WorkUnit line() {
    return new WorkUnit(
        "line",
        "Line",
        "two-shifts",
        Optional.of("boards"),
        Optional.of("a"),
        50,
        20,
        2,
        0,
        0,
        List.of());
  }

  private static WorkUnit oven() {
    return new WorkUnit(
        "oven", "Oven", "always", Optional.empty(), Optional.empty(), 0, 10, 10, 0, 0, List.of());
  }

  /** A minute for ten boards, at 100 kW, or 15 s more slowly at 70 kW. */
  static OperationsDefinition board(String family) {
    return new OperationsDefinition(
        "board-" + family,
        10,
        1_000_000,
        List.of(
            new ProcessSegment(
                "place",
                List.of(),
                List.of(
                    new SpeedMode(
                        "line", "normal", 0, 0.1, List.of(), 100, Map.of("line-crew", 3), false, 0),
                    new SpeedMode(
                        "line", "eco", 0, 0.125, List.of(), 70, Map.of("line-crew", 3), false, 0)),
                Optional.of(family),
                Optional.empty(),
                OptionalInt.empty())));
  }

  /** As the demo plant's burn-in: 300 minutes a batch, two quarter hours of heating up. */
  static OperationsDefinition laptop() {
    return new OperationsDefinition(
        "laptop",
        1,
        4_800,
        List.of(
            new ProcessSegment(
                "burn-in",
                List.of(),
                List.of(
                    new SpeedMode(
                        "oven", "normal", 300, 0, List.of(584.0, 584.0), 365, Map.of(), false, 0)),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty())));
  }

  static ProductionOrder order(String id, String product, long quantity, int dueHours) {
    return new ProductionOrder(
        id, product, quantity, MONDAY, MONDAY.plusSeconds(3_600L * dueHours), false, 5, List.of());
  }

  static PlanningTask task(List<ProductionOrder> orders, int days) {
    return task(orders, days, MONDAY, List.of());
  }

  static PlanningTask task(
      List<ProductionOrder> orders, int days, Instant from, List<PlannedOperation> inForce) {
    return new PlanningTask(
        plant(),
        orders,
        new Interval(from, from.plusSeconds(86_400L * days)),
        Optional.of(sun(days, from)),
        Optional.of(load(days, from)),
        energy(days, from),
        PROFILE,
        inForce);
  }

  static SiteEnergy energy(int days, Instant from) {
    SiteEnergy.QuarterHour flat = new SiteEnergy.QuarterHour(0.65, 0.25, 536.6);
    return new SiteEnergy("CNY", from, Collections.nCopies(96 * days, flat), Connection.UNLIMITED);
  }

  /** 400 kW from 10 to 15 o'clock, of which 250 kW are nearly sure. */
  static Forecast sun(int days, Instant from) {
    List<Quantiles> all = new ArrayList<>();
    for (int slot = 0; slot < 96 * days; slot++) {
      int hour = from.plusSeconds(900L * slot).atZone(ZONE).getHour();
      boolean shines = hour >= 10 && hour < 15;
      all.add(shines ? new Quantiles(250, 400, 500) : Quantiles.certain(0));
    }
    return new Forecast("pv", from, from, all, "own-history");
  }

  static Forecast load(int days, Instant from) {
    return new Forecast(
        "load", from, from, Collections.nCopies(96 * days, Quantiles.certain(30)), "own-history");
  }
}
