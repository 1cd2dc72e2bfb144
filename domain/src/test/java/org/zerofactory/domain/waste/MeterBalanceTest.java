package org.zerofactory.domain.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.fleet.BalanceCheck;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.waste.WasteFixture.All;

/** What meters that disagree or drift are known by: a feeder and two loads below it. */
final class MeterBalanceTest {

  private final WasteFixture site =
      new WasteFixture(
          List.of(
              WasteFixture.meter(
                  "grid", MeterRole.GRID, Quantity.ENERGY_IMPORT, Quantity.REACTIVE_ENERGY),
              WasteFixture.meter(
                  "feeder",
                  MeterRole.LOAD,
                  Optional.of("grid"),
                  Quantity.ENERGY_IMPORT,
                  Quantity.REACTIVE_ENERGY),
              WasteFixture.meter(
                  "a", MeterRole.LOAD, Optional.of("feeder"), Quantity.ENERGY_IMPORT),
              WasteFixture.meter(
                  "b", MeterRole.LOAD, Optional.of("feeder"), Quantity.ENERGY_IMPORT)),
          List.of(),
          Set.of());

  // 96 x 1,000 Wh against 96 x (600 + 450) Wh: 105 %
  @Test
  void metersBelowThatCountMoreShowAfterTwentyFourHours() {
    All before = site.quarters(95, amounts(1_000, 600, 450), "RUNNING");
    All now = site.quarter(amounts(1_000, 600, 450), "RUNNING");

    assertThat(before.number("feeder", "counted_wh")).isEmpty();
    assertThat(now.known("feeder", "counted_wh")).isEqualTo(96_000);
    assertThat(now.known("feeder", "below_wh")).isEqualTo(100_800);
    assertThat(now.known("feeder", "below_share")).isCloseTo(1.05, within(1e-12));
    assertThat(now.number("a", "counted_wh")).as("nothing stands below").isEmpty();
  }

  @Test
  void theSitesWholeLoadIsComparedWithItsFeeders() {
    All now = site.quarters(96, amounts(1_000, 600, 400), "RUNNING");

    assertThat(now.known(BalanceCheck.SITE, "counted_wh")).isEqualTo(96_000);
    assertThat(now.known(BalanceCheck.SITE, "below_share")).isEqualTo(1);
  }

  @Test
  void aGapBeginsTheTwentyFourHoursAnew() {
    site.quarters(96, amounts(1_000, 600, 450), "RUNNING");
    Map<String, Long> silent = new HashMap<>(amounts(1_000, 600, 450));
    silent.remove("a/energy-import");
    All gap = site.quarter(silent, "RUNNING");
    All after = site.quarters(95, amounts(1_000, 600, 400), "RUNNING");
    All whole = site.quarter(amounts(1_000, 600, 400), "RUNNING");

    assertThat(gap.number("feeder", "below_wh")).isEmpty();
    assertThat(after.number("feeder", "below_wh")).isEmpty();
    assertThat(whole.known("feeder", "below_share")).isEqualTo(1);
  }

  // registers of reactive energy were never read above: they are no part of the balance
  @Test
  void aMissingRegisterOfReactiveEnergyDoesNotHideTheBalance() {
    All now = site.quarters(96, amounts(1_000, 600, 400), "RUNNING");

    assertThat(now.known("feeder", "counted_wh")).isEqualTo(96_000);
  }

  // seven days of 99 %; then meter a counts 10 % less: (540 + 390) / 1,000 = 93 %
  @Test
  void aMeterThatDriftsMovesTheShareAwayFromWhatIsUsual() {
    site.quarters(8 * 96, amounts(1_000, 600, 390), "RUNNING");
    All now = site.quarters(96, amounts(1_000, 540, 390), "RUNNING");

    assertThat(now.known("feeder", "usual_below_share")).isCloseTo(0.99, within(1e-12));
    assertThat(now.known("feeder", "below_share")).isCloseTo(0.93, within(1e-12));
  }

  @Test
  void usualNeedsSevenDaysAndIsNotLearnedWhileItsAlarmIsOpen() {
    All early = site.quarters(7 * 96, amounts(1_000, 600, 390), "RUNNING");
    site.quarters(96, amounts(1_000, 600, 390), "RUNNING");
    site.stopLearning("usual_below_share");
    All late = site.quarters(40 * 96, amounts(1_000, 540, 390), "RUNNING");

    assertThat(early.number("feeder", "usual_below_share")).isEmpty();
    assertThat(late.known("feeder", "usual_below_share")).isCloseTo(0.99, within(1e-12));
  }

  private static Map<String, Long> amounts(long feeder, long a, long b) {
    return Map.of(
        "grid/energy-import", feeder,
        "feeder/energy-import", feeder,
        "a/energy-import", a,
        "b/energy-import", b);
  }
}
