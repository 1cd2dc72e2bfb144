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

/** 250,000 litres in a quarter hour are a flow of 1,000 m3/h. */
final class CompressedAirTest {

  private final WasteFixture site =
      new WasteFixture(
          List.of(
              WasteFixture.meter("air", MeterRole.DRIVER, Quantity.AIR_VOLUME),
              WasteFixture.meter("press", MeterRole.LOAD, Quantity.ENERGY_IMPORT)),
          List.of("press"),
          Set.of());

  @Test
  void usualFlowIsKnownAfterTwentyFourQuarterHoursAndTheExcessAfterSixtyFourMore() {
    All early = site.quarters(24, air(250_000), "RUNNING");
    All usual = site.quarter(air(250_000), "RUNNING");
    All late = site.quarters(63, air(250_000), "RUNNING");

    assertThat(early.known("site", "air_m3_per_h")).isEqualTo(1_000);
    assertThat(early.number("site", "usual_air_m3_per_h")).isEmpty();
    assertThat(usual.known("site", "usual_air_m3_per_h")).isEqualTo(1_000);
    assertThat(usual.number("site", "air_excess_share")).isEmpty();
    assertThat(late.known("site", "air_excess_m3_per_h")).isEqualTo(0);
  }

  // of 96 quarter hours 48 flow 60 m3/h more: 30 m3/h or 3 % on the average
  @Test
  void aLeakIsTheMeanExcessOfADay() {
    site.quarters(24 + 96, air(250_000), "RUNNING");
    All now = site.quarters(48, air(265_000), "RUNNING");

    assertThat(now.known("site", "air_excess_m3_per_h")).isCloseTo(30, within(1e-9));
    assertThat(now.known("site", "air_excess_share")).isCloseTo(0.03, within(1e-12));
  }

  @Test
  void aFlowWithMachinesAtRestIsComparedWithTheirRest() {
    site.quarters(120, air(250_000), "RUNNING");
    All resting = site.quarters(20, air(100_000), "STOPPED");
    All known = site.quarters(5, air(100_000), "STOPPED");

    assertThat(resting.number("site", "usual_air_m3_per_h")).isEmpty();
    assertThat(known.known("site", "usual_air_m3_per_h")).isEqualTo(400);
    assertThat(known.known("site", "air_excess_m3_per_h")).isEqualTo(0);
  }

  @Test
  void whileItsAlarmIsOpenALeakDoesNotBecomeUsual() {
    site.quarters(120, air(250_000), "RUNNING");
    site.stopLearning("usual_air_m3_per_h");
    All now = site.quarters(400, air(300_000), "RUNNING");

    assertThat(now.known("site", "usual_air_m3_per_h")).isEqualTo(1_000);
    assertThat(now.known("site", "air_excess_share")).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void withoutAReadingOrWithUnknownStatesThereIsNoFlow() {
    site.quarters(120, air(250_000), "RUNNING");
    All silent = site.quarter(Map.of(), "RUNNING");

    assertThat(silent.number("site", "air_m3_per_h")).isEmpty();
    assertThat(silent.number("site", "air_excess_share")).isEmpty();
  }

  private static Map<String, Long> air(long litres) {
    return Map.of("air/air-volume", litres, "press/energy-import", 1_000L);
  }
}
