package org.zerofactory.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

final class BalanceSeriesTest {

  @Test
  void everyConnectionAndGeneratorAddsUpByItsRegisters() {
    SiteDescription site =
        site(
            meter("east", MeterRole.GRID, Quantity.ENERGY_IMPORT, Quantity.ENERGY_EXPORT),
            meter("west", MeterRole.GRID, Quantity.ENERGY_IMPORT),
            meter("roof", MeterRole.PV, Quantity.ENERGY_PRODUCED, Quantity.ACTIVE_POWER),
            meter("oven", MeterRole.LOAD, Quantity.ENERGY_IMPORT));

    assertThat(BalanceSeries.of(site))
        .containsOnly(
            entry("east/energy-import", BalanceSeries.GRID_IMPORT),
            entry("east/energy-export", BalanceSeries.GRID_EXPORT),
            entry("west/energy-import", BalanceSeries.GRID_IMPORT),
            entry("roof/energy-produced", BalanceSeries.PRODUCTION));
  }

  @Test
  void aDeviceWithoutARegisterCountsByItsIntegratedPower() {
    SiteDescription site =
        site(
            meter("grid", MeterRole.GRID, Quantity.ACTIVE_POWER),
            meter("roof", MeterRole.PV, Quantity.ACTIVE_POWER, Quantity.IRRADIANCE));

    assertThat(BalanceSeries.of(site))
        .containsOnly(
            entry("grid/active-power", BalanceSeries.GRID_IMPORT),
            entry("roof/active-power", BalanceSeries.PRODUCTION));
    assertThat(EnergyPoints.counted(site))
        .containsExactly("grid/active-power", "roof/active-power");
  }

  @Test
  void aMeterOfExportAloneIsNoImport() {
    SiteDescription site =
        site(meter("feed-in", MeterRole.GRID, Quantity.ENERGY_EXPORT, Quantity.ACTIVE_POWER));

    assertThat(BalanceSeries.of(site))
        .containsOnly(entry("feed-in/energy-export", BalanceSeries.GRID_EXPORT));
    assertThat(EnergyPoints.counted(site)).containsExactly("feed-in/energy-export");
  }

  @Test
  void aReferencePlanStandsForTheTopMetersOfItsLine() {
    MeterDescription plan =
        meter("plan", MeterRole.REFERENCE_PLAN, Optional.empty(), "", "A", Quantity.PLANNED_ENERGY);
    SiteDescription site =
        site(
            meter("feeder", MeterRole.LOAD, Optional.empty(), "A", "", Quantity.ENERGY_IMPORT),
            meter("oven", MeterRole.LOAD, Optional.of("feeder"), "A", "", Quantity.ENERGY_IMPORT),
            meter("fan", MeterRole.LOAD, Optional.empty(), "A", "", Quantity.ACTIVE_POWER),
            meter("other", MeterRole.LOAD, Optional.empty(), "B", "", Quantity.ENERGY_IMPORT),
            plan);

    assertThat(BalanceSeries.shiftsOf(site))
        .containsExactly(
            new LoadShiftPlan(
                "plan",
                List.of("feeder/energy-import", "fan/active-power"),
                "plan/planned-energy"));
  }

  private static SiteDescription site(MeterDescription... meters) {
    return new SiteDescription(
        "plant",
        "Plant",
        ZoneId.of("Asia/Shanghai"),
        true,
        "CN",
        "central",
        List.of(meters),
        List.of());
  }

  private static MeterDescription meter(String id, MeterRole role, Quantity... quantities) {
    return meter(id, role, Optional.empty(), "", "", quantities);
  }

  private static MeterDescription meter(
      String id,
      MeterRole role,
      Optional<String> parent,
      String line,
      String of,
      Quantity... quantities) {
    return new MeterDescription(
        id,
        id,
        Carrier.ELECTRICITY,
        role,
        parent,
        Optional.of(line).filter(text -> !text.isEmpty()),
        Optional.of(of).filter(text -> !text.isEmpty()),
        Stream.of(quantities)
            .map(quantity -> new PointDescription(quantity, OptionalLong.empty()))
            .toList());
  }
}
