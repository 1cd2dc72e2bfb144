package org.zerofactory.domain.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;

final class PowerFactorTest {

  private static final int FOURTEEN_DAYS = 14 * 96;

  private final WasteFixture site = site(grid("grid"));

  // 300 Wh and 400 varh a quarter hour: 3 / sqrt(9 + 16) = 0.6
  @Test
  void itIsTheCosineOfTheEnergiesOnceFourteenDaysAreKnown() {
    var before = site.quarters(FOURTEEN_DAYS - 1, energies("grid", 300, 400), "IDLE");
    var now = site.quarter(energies("grid", 300, 400), "IDLE");

    assertThat(before.number("site", "power_factor")).isEmpty();
    assertThat(now.known("site", "power_factor")).isCloseTo(0.6, within(1e-12));
    assertThat(now.known("site", "month_import_wh")).isEqualTo(300.0 * FOURTEEN_DAYS);
    assertThat(now.known("site", "month_reactive_varh")).isEqualTo(400.0 * FOURTEEN_DAYS);
  }

  // 30 days of 400/300 (0.8) push out all of the 30 days of 300/400 (0.6)
  @Test
  void whatIsOlderThanThirtyDaysIsForgotten() {
    site.quarters(30 * 96, energies("grid", 300, 400), "IDLE");
    var half = site.quarters(15 * 96, energies("grid", 400, 300), "IDLE");
    var whole = site.quarters(15 * 96, energies("grid", 400, 300), "IDLE");

    assertThat(half.known("site", "power_factor")).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(whole.known("site", "power_factor")).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void aQuarterHourWithoutOneOfTheRegistersCountsForNeither() {
    site.quarters(FOURTEEN_DAYS, energies("grid", 300, 400), "IDLE");
    var now = site.quarters(96, Map.of("grid/energy-import", 1_000_000L), "IDLE");

    assertThat(now.known("site", "power_factor")).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void noEnergyAtAllHasNoPowerFactor() {
    var now = site.quarters(FOURTEEN_DAYS, energies("grid", 0, 0), "IDLE");

    assertThat(now.number("site", "power_factor")).isEmpty();
  }

  @Test
  void aSecondConnectionIsAddedAndOneWithoutTheRegisterLeavesItUnknown() {
    var both = site(grid("grid"), grid("second"));
    var half =
        site(grid("grid"), WasteFixture.meter("second", MeterRole.GRID, Quantity.ENERGY_IMPORT));
    var amounts = new java.util.HashMap<>(energies("grid", 100, 400));
    amounts.putAll(energies("second", 200, 0));

    assertThat(both.quarters(FOURTEEN_DAYS, amounts, "IDLE").known("site", "power_factor"))
        .isCloseTo(0.6, within(1e-12));
    amounts.remove("second/reactive-energy");
    assertThat(half.quarters(FOURTEEN_DAYS, amounts, "IDLE").number("site", "power_factor"))
        .isEmpty();
  }

  // the power of a meter without a register is integrated; that is no reactive energy
  @Test
  void integratedPowerIsNotTakenForReactiveEnergy() {
    var site = site(WasteFixture.meter("grid", MeterRole.GRID, Quantity.ACTIVE_POWER));
    var now = site.quarters(FOURTEEN_DAYS, Map.of("grid/active-power", 500L), "IDLE");

    assertThat(now.number("site", "power_factor")).isEmpty();
  }

  private static Map<String, Long> energies(String meter, long wattHours, long varHours) {
    return Map.of(meter + "/energy-import", wattHours, meter + "/reactive-energy", varHours);
  }

  private static MeterDescription grid(String id) {
    return WasteFixture.meter(id, MeterRole.GRID, Quantity.ENERGY_IMPORT, Quantity.REACTIVE_ENERGY);
  }

  private static WasteFixture site(MeterDescription... meters) {
    return new WasteFixture(List.of(meters), List.of(), Set.of());
  }
}
