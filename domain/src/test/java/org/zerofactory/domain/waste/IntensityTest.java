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

final class IntensityTest {

  private static final String LINE = "line";

  private final WasteFixture site =
      new WasteFixture(
          List.of(
              WasteFixture.meter(
                  "press-1", MeterRole.LOAD, Quantity.ENERGY_IMPORT, Quantity.OUTPUT_COUNT),
              WasteFixture.meter(
                  "press-2", MeterRole.LOAD, Quantity.ENERGY_IMPORT, Quantity.OUTPUT_COUNT)),
          List.of("press-1", "press-2"),
          Set.of());

  // (900 + 300) Wh for (7 + 5) pieces: 100 Wh each; 12 x 96 = 1,152 pieces a day
  @Test
  void itIsTheEnergyOfTheLineOverItsPiecesOfTwentyFourHours() {
    All before = site.quarters(95, amounts(900, 7, 300, 5), "RUNNING");
    All now = site.quarter(amounts(900, 7, 300, 5), "RUNNING");

    assertThat(before.number(LINE, "intensity_wh_per_piece")).isEmpty();
    assertThat(now.known(LINE, "intensity_wh_per_piece")).isCloseTo(100, within(1e-9));
    assertThat(now.known(LINE, "day_pieces")).isEqualTo(1_152);
    assertThat(now.known(LINE, "pieces")).isEqualTo(12);
  }

  @Test
  void usualIsTheMedianOfDaysAndOneBadDayDoesNotMoveIt() {
    All last = new All(Map.of());
    for (int day = 0; day < 20; day++) {
      long energy = day == 9 ? 9_000 : 900;
      last = site.quarters(96, amounts(energy, 7, 300, 5), "RUNNING");
    }

    assertThat(last.known(LINE, "usual_intensity_wh_per_piece")).isCloseTo(100, within(1e-9));
    assertThat(last.known(LINE, "usual_day_pieces")).isEqualTo(1_152);
  }

  @Test
  void whileItsAlarmIsOpenARiseDoesNotBecomeUsual() {
    site.quarters(20 * 96, amounts(900, 7, 300, 5), "RUNNING");
    site.stopLearning("usual_intensity_wh_per_piece");
    All now = site.quarters(30 * 96, amounts(2_100, 7, 300, 5), "RUNNING");

    assertThat(now.known(LINE, "intensity_wh_per_piece")).isCloseTo(200, within(1e-9));
    assertThat(now.known(LINE, "usual_intensity_wh_per_piece")).isCloseTo(100, within(1e-9));
  }

  @Test
  void aGapBeginsTheTwentyFourHoursAnewAndADayWithoutPiecesHasNoIntensity() {
    site.quarters(96, amounts(900, 7, 300, 5), "RUNNING");
    All gap = site.quarter(Map.of("press-1/energy-import", 900L), "RUNNING");
    All after = site.quarters(95, amounts(900, 0, 300, 0), "RUNNING");
    All idle = site.quarter(amounts(900, 0, 300, 0), "RUNNING");

    assertThat(gap.number(LINE, "pieces")).isEmpty();
    assertThat(after.number(LINE, "day_pieces")).isEmpty();
    assertThat(idle.known(LINE, "day_pieces")).isEqualTo(0);
    assertThat(idle.number(LINE, "intensity_wh_per_piece")).isEmpty();
  }

  private static Map<String, Long> amounts(long first, long made, long second, long madeToo) {
    return Map.of(
        "press-1/energy-import", first,
        "press-1/output-count", made,
        "press-2/energy-import", second,
        "press-2/output-count", madeToo);
  }
}
