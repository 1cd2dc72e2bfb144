package org.zerofactory.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.simulator.point.Kind;
import org.zerofactory.simulator.point.Point;

class PlantTest {

  private static final long FIRST = Plant.COMMISSIONED.getEpochSecond();
  private static final long DAY = 86_400;
  private static final long NOON = Instant.parse("2024-03-05T04:00:00Z").getEpochSecond();

  @Test
  void theSameSeedShowsTheSameHoweverItIsComputed() {
    PlantReading atOnce = PlantReading.of(7, FIRST + 90 * DAY);
    Plant stepwise = new Plant(7, FIRST + 20 * DAY, List.of());
    for (int day = 1; day <= 90; day++) {
      stepwise.extendTo(FIRST + day * DAY);
    }
    PlantReading inSteps = new PlantReading(stepwise);

    for (Point point : atOnce.points()) {
      if (point.kind() == Kind.REGISTER) {
        assertThat(inSteps.register(point.nodeName(), NOON + 35))
            .isEqualTo(atOnce.register(point.nodeName(), NOON + 35));
      }
    }
  }

  @Test
  void anotherSeedShowsAnotherPlant() {
    PlantReading one = PlantReading.of(1, NOON);
    PlantReading two = PlantReading.of(2, NOON);

    assertThat(one.register("grid.energy-import", NOON))
        .isNotEqualTo(two.register("grid.energy-import", NOON));
  }

  @Test
  void historyHoldsQuarterHoursOfRegistersAndChangesOfStates() {
    PlantReading plant = PlantReading.of(1, NOON + DAY);

    long[] registers = plant.recorded("grid.energy-import", NOON + 1, NOON + 1801);
    long[] changes = plant.recorded("smt-1.state", NOON - DAY, NOON + DAY);

    assertThat(registers).containsExactly(NOON + 900, NOON + 1800);
    assertThat(changes).hasSizeGreaterThan(5).isSorted();
    assertThat(Arrays.stream(changes).boxed())
        .allSatisfy(
            change ->
                assertThat(plant.state("smt-1.state", change + 5))
                    .isNotEqualTo(plant.state("smt-1.state", change - 5)));
    assertThat(plant.recorded("grid.active-power", NOON, NOON + DAY)).isEmpty();
  }

  // An edge that reads from the begin knows each machine's state from the first second on.
  @Test
  void historyOfAStateBeginsWithTheStateAtItsBegin() {
    Plant plant = new Plant(1, NOON, List.of());
    plant.extendTo(NOON + DAY);
    PlantReading reading = new PlantReading(plant);

    assertThat(reading.recorded("assembly-6.state", 0, NOON + DAY)).startsWith(NOON);
    assertThat(reading.recorded("assembly-6.state", NOON + 1, NOON + DAY)).doesNotContain(NOON);
  }

  @Test
  void aLeakAddsAirAndEnergyFromItsBeginAndLeavesThePastAlone() {
    Plant leaking = new Plant(1, FIRST, List.of());
    leaking.extendTo(NOON + DAY);
    leaking.add(PlantFault.leak(NOON, NOON + DAY, 400));
    PlantReading before = PlantReading.of(1, NOON + DAY);
    PlantReading after = new PlantReading(leaking);

    assertThat(after.register("compressed-air.air-volume", NOON))
        .isEqualTo(before.register("compressed-air.air-volume", NOON));
    assertThat(
            after.rise("compressed-air.air-volume", NOON, NOON + 3600)
                - before.rise("compressed-air.air-volume", NOON, NOON + 3600))
        .isBetween(399_990L, 400_010L);
    assertThat(after.rise("feeder-utilities.energy-import", NOON, NOON + 3600))
        .isGreaterThan(before.rise("feeder-utilities.energy-import", NOON, NOON + 3600) + 40_000);
  }

  @Test
  void lostStringsTakeTheirShareOfOneInverter() {
    PlantReading whole = PlantReading.of(1, NOON + DAY);
    Plant lost = new Plant(1, FIRST, List.of(PlantFault.stringLoss(2, NOON, NOON + DAY, 0.25)));
    lost.extendTo(NOON + DAY);
    PlantReading partly = new PlantReading(lost);

    double expected = 0.75 * whole.rise("pv-3.energy-produced", NOON, NOON + 3600);
    assertThat((double) partly.rise("pv-3.energy-produced", NOON, NOON + 3600))
        .isBetween(expected - 4, expected + 4);
    assertThat(partly.rise("pv-4.energy-produced", NOON, NOON + 3600))
        .isEqualTo(whole.rise("pv-4.energy-produced", NOON, NOON + 3600));
  }

  @Test
  void historyBeforeTheMetersWereStartedIsRefused() {
    assertThatThrownBy(() -> new Plant(1, FIRST - 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2023-12-31T16:00:00Z");
  }

  @Test
  void aMovedWorkdayIsWorkedAndAHolidayIsNot() {
    assertThat(WorkCalendar.kindOf(LocalDate.of(2025, 1, 26)))
        .isEqualTo(WorkCalendar.DayKind.WORKDAY);
    assertThat(WorkCalendar.kindOf(LocalDate.of(2025, 1, 30)))
        .isEqualTo(WorkCalendar.DayKind.HOLIDAY);
    assertThat(WorkCalendar.kindOf(LocalDate.of(2025, 11, 15)))
        .isEqualTo(WorkCalendar.DayKind.SATURDAY);
  }
}
