package org.zerofactory.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScheduleFaultsTest {

  private static final Instant START = Instant.parse("2026-06-07T16:00:00Z");

  @Test
  void allFaultsOfAPlantAreToldTogetherWithTheirPlaces() {
    PlantModel plant =
        new PlantModel(
            "p",
            ZoneId.of("Asia/Shanghai"),
            List.of(WorkCalendar.always("always")),
            List.of(new Crew("crew", "Crew", "nights", 2)),
            List.of(new Buffer("rack", 0)),
            List.of(new SetupMatrix("s", List.of("a", "b"), List.of(List.of(0, -5)))),
            List.of(press(Double.NaN)),
            List.of(part()),
            List.of(List.of("press", "saw")),
            List.of(new Storage.Battery("b", 50, 100, 20, 60, 10, 10, 0, 1.2, 0)),
            List.of(
                new Storage.FlexibleLoad("ice", LocalTime.of(22, 0), LocalTime.of(2, 0), 500, 100)),
            List.of(
                new PlanningProfile(
                    "x", 80, 1, List.of(1.0), 0, 0, new PlanningProfile.Weights(0.5, 0.6, 0))));

    List<ScheduleFault> faults = PlantFaults.of(plant);

    assertThat(faults)
        .extracting(ScheduleFault::kind, ScheduleFault::field, ScheduleFault::value)
        .containsExactlyInAnyOrder(
            tuple("crew", "calendar", "nights"),
            tuple("buffer", "capacity", "0"),
            tuple("setup", "minutes", "[[0, -5]]"),
            tuple("setup", "minutes", "-5"),
            tuple("equipment", "setup", "t"),
            tuple("equipment", "standbyKw", "NaN"),
            tuple("equipment", "maintenance", START.toString()),
            tuple("definition", "maximumLot", "5"),
            tuple("definition", "segments.cut.modes[0].minutesPerUnit", "-1.0"),
            tuple("definition", "segments.cut.modes[0].leadKw", "Infinity"),
            tuple("definition", "segments.cut.modes[0].crews.crew", "3"),
            tuple("definition", "segments.cut.modes[1].equipment", "saw"),
            tuple("definition", "segments", "cut after cut"),
            tuple("flow-line", "equipment", "saw"),
            tuple("battery", "initialKwh", "20.0"),
            tuple("battery", "chargeEfficiency", "0.0"),
            tuple("battery", "dischargeEfficiency", "1.2"),
            tuple("flexible-load", "kwhPerDay", "500.0"),
            tuple("profile", "tardinessPerHour", "1"),
            tuple("profile", "weights", "Weights[p10=0.5, p50=0.6, p90=0.0]"));
  }

  @Test
  void aPriceThatIsNoNumberOrBelowTheFeedInIsNamedByItsTime() {
    SiteEnergy energy =
        new SiteEnergy(
            "CNY",
            START,
            List.of(
                new SiteEnergy.QuarterHour(0.5, 0.2, 500),
                new SiteEnergy.QuarterHour(Double.NaN, 0.2, 500),
                new SiteEnergy.QuarterHour(0.1, 0.2, 500)),
            new Connection(0, 0, -1, Double.POSITIVE_INFINITY));

    assertThat(EnergyFaults.of(energy))
        .extracting(ScheduleFault::id, ScheduleFault::field)
        .containsExactly(
            tuple("2026-06-07T16:15:00Z", "price"),
            tuple("2026-06-07T16:30:00Z", "feedIn"),
            tuple("connection", "importLimitKw"));
  }

  private static WorkUnit press(double standbyKw) {
    return new WorkUnit(
        "press",
        "Press",
        "always",
        Optional.of("t"),
        Optional.empty(),
        0,
        standbyKw,
        0,
        0,
        0,
        List.of(new WorkUnit.Maintenance(START, START, "oil")));
  }

  private static OperationsDefinition part() {
    return new OperationsDefinition(
        "part",
        10,
        5,
        List.of(
            new ProcessSegment(
                "cut",
                List.of("cut"),
                List.of(
                    new SpeedMode(
                        "press",
                        "normal",
                        1,
                        -1,
                        List.of(Double.POSITIVE_INFINITY),
                        5,
                        Map.of("crew", 3),
                        false,
                        0),
                    new SpeedMode("saw", "normal", 1, 0, List.of(), 5, Map.of(), false, 0)),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty())));
  }
}
