package org.zerofactory.domain.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.waste.WasteFixture.All;

/** The night is 0 to 5 o'clock: 20 of the day's 96 quarter hours, the first ones. */
final class NightBaseLoadTest {

  private static final int NIGHT = 20;
  private static final int DAYTIME = 96 - NIGHT;

  private final WasteFixture site =
      new WasteFixture(
          List.of(
              WasteFixture.meter(
                  "grid", MeterRole.GRID, Quantity.ENERGY_IMPORT, Quantity.ENERGY_EXPORT),
              WasteFixture.meter("oven-1", MeterRole.LOAD, Quantity.ENERGY_IMPORT),
              WasteFixture.meter("oven-2", MeterRole.LOAD, Quantity.ENERGY_IMPORT)),
          List.of("oven-1", "oven-2"),
          Set.of());

  // 35,000 Wh in a quarter hour are 140 kW; both ovens draw 10,000 Wh, which are 40 kW
  @Test
  void itIsTheLoadWithoutTheMachinesFromTheEighthQuarterHourOn() {
    All seventh = site.quarters(7, amounts(35_000, 5_000), "STOPPED");
    All eighth = site.quarter(amounts(35_000, 5_000), "STOPPED");

    assertThat(seventh.number("site", "night_base_kw")).isEmpty();
    assertThat(eighth.known("site", "night_base_kw")).isCloseTo(100, within(1e-9));
  }

  // eight quarter hours of 100 kW and eight of 140 kW: 120 kW
  @Test
  void itIsTheMeanOfTheNightSoFar() {
    site.quarters(8, amounts(25_000, 0), "STOPPED");
    All now = site.quarters(8, amounts(35_000, 0), "STOPPED");

    assertThat(now.known("site", "night_base_kw")).isCloseTo(120, within(1e-9));
  }

  // nights of 100, 100, 104, 108, 200 kW: the middle one is 104
  @Test
  void usualIsTheMedianOfTheNightsBeforeOnceThereAreFive() {
    for (long kilowatts : List.of(100, 200, 104, 108)) {
      night(kilowatts, "STOPPED");
    }
    All fifth = site.quarters(NIGHT, amounts(100 * 250, 0), "STOPPED");
    site.quarters(DAYTIME, amounts(90_000, 0), "STOPPED");
    All sixth = site.quarters(NIGHT, amounts(150 * 250, 0), "STOPPED");

    assertThat(fifth.number("site", "usual_night_base_kw")).isEmpty();
    assertThat(sixth.known("site", "usual_night_base_kw")).isCloseTo(104, within(1e-9));
    assertThat(sixth.known("site", "night_base_kw")).isCloseTo(150, within(1e-9));
  }

  @Test
  void aNightWithTwoMachinesIsNotComparedWithNightsWithoutAny() {
    for (int day = 0; day < 5; day++) {
      night(100, "STOPPED");
    }
    All now = site.quarters(NIGHT, amounts(50_000, 5_000), "RUNNING");

    assertThat(now.known("site", "night_base_kw")).isCloseTo(160, within(1e-9));
    assertThat(now.number("site", "usual_night_base_kw")).isEmpty();
  }

  @Test
  void whatIsDrawnByDayOrIsMissingIsNoNightAndAnOpenAlarmIsNotLearned() {
    for (int day = 0; day < 6; day++) {
      night(100, "STOPPED");
    }
    site.stopLearning("usual_night_base_kw");
    for (int day = 0; day < 9; day++) {
      night(300, "STOPPED");
    }
    All missing = site.quarter(Map.of("grid/energy-import", 25_000L), "STOPPED");
    All night = site.quarters(NIGHT - 1, amounts(25_000, 0), "STOPPED");
    All noon = site.quarters(DAYTIME / 2, amounts(90_000, 0), "STOPPED");

    assertThat(missing.number("site", "night_base_kw")).isEmpty();
    assertThat(night.known("site", "usual_night_base_kw")).isCloseTo(100, within(1e-9));
    assertThat(noon.number("site", "night_base_kw")).isEmpty();
  }

  private void night(long kilowatts, String state) {
    site.quarters(NIGHT, amounts(kilowatts * 250, 0), state);
    site.quarters(DAYTIME, amounts(90_000, 0), state);
  }

  private static Map<String, Long> amounts(long imported, long ofAnOven) {
    return Map.of(
        "grid/energy-import", imported,
        "grid/energy-export", 0L,
        "oven-1/energy-import", ofAnOven,
        "oven-2/energy-import", ofAnOven);
  }
}
