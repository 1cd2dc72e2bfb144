package org.zerofactory.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** Every template and site that is packaged. */
class PackagedFilesTest {

  private static final DeviceTemplates TEMPLATES = DeviceTemplates.packaged();

  @Test
  void theSimulatorsDevicesHaveTemplates() {
    assertThat(TEMPLATES.names())
        .containsExactly(
            "generic-energy-meter",
            "generic-power-factor-meter",
            "simulator-air",
            "simulator-feeder-meter",
            "simulator-gas-meter",
            "simulator-grid-meter",
            "simulator-inverter",
            "simulator-machine",
            "simulator-meter",
            "simulator-reference-plan",
            "simulator-replay-meter",
            "simulator-weather");
  }

  @Test
  void theDemoPlantHasTheDevicesOfTheSimulatedPlant() {
    SiteConfiguration site = site("wuhan-demo");

    Map<MeterRole, Long> roles =
        site.devices().stream()
            .collect(Collectors.groupingBy(DeviceConfiguration::role, Collectors.counting()));
    assertThat(roles)
        .isEqualTo(
            Map.of(
                MeterRole.GRID, 1L,
                MeterRole.PV, 8L,
                MeterRole.LOAD, 34L,
                MeterRole.REFERENCE_PLAN, 1L,
                MeterRole.DRIVER, 2L,
                MeterRole.GAS, 1L));
    assertThat(site.points()).hasSize(4 + 8 * 2 + 5 * 2 + 18 * 4 + 11 * 2 + 1 + 2 + 1 + 2);
    assertThat(site.points()).extracting(PointConfiguration::node).doesNotHaveDuplicates();
    assertThat(site.description().machines()).hasSize(18);
  }

  @Test
  void theDemoPlantsSettingsAreThoseOfItsFile() {
    SiteConfiguration site = site("wuhan-demo");

    assertThat(site.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(site.simulated()).isTrue();
    assertThat(site.clock()).isEqualTo(SiteConfiguration.Clock.SOURCE);
    assertThat(site.dataFolder()).isEqualTo(Path.of("/srv/demo/data"));
    assertThat(site.historyFrom()).contains(Instant.parse("2024-11-30T16:00:00Z"));
    assertThat(site.rawRetentionDays()).isEqualTo(35);
    assertThat(site.centre()).map(Object::toString).contains("http://localhost:8080");
    assertThat(site.statusPagePort()).isEqualTo(OptionalInt.of(8090));
    assertThat(site.sources())
        .containsExactly(
            new SourceConfiguration(
                "plant",
                "opc.tcp://localhost:4840/zerofactory",
                SourceConfiguration.Security.NONE,
                Optional.empty()));
  }

  @Test
  void aPointOfTheDemoPlantIsResolvedFromItsTemplate() {
    PointConfiguration register = point(site("wuhan-demo"), "smt-3/energy-import");
    PointConfiguration state = point(site("wuhan-demo"), "smt-3/state");

    assertThat(register.node())
        .isEqualTo("nsu=urn:zerofactory:plant-simulator;s=smt-3.energy-import");
    assertThat(register.span()).hasValue(1_000_000_000_000L);
    assertThat(register.conversion().whole(123L)).isEqualTo(123);
    assertThat(state.states()).hasSize(5).containsEntry(3, MachineState.RUNNING);
  }

  @Test
  void theDemoPlantDescribesItsMetersByCarrierAndParent() {
    SiteDescription site = site("wuhan-demo").description();

    assertThat(site.country()).isEqualTo("CN");
    assertThat(site.gridRegion()).isEqualTo("central");
    assertThat(site.meter("chiller-2").flatMap(MeterDescription::parent))
        .contains("feeder-utilities");
    assertThat(site.meter("smt-1").flatMap(MeterDescription::line)).contains("SMT");
    assertThat(site.meter("gas").orElseThrow().carrier()).isEqualTo(Carrier.NATURAL_GAS);
    assertThat(site.meter("compressed-air").orElseThrow().carrier())
        .isEqualTo(Carrier.COMPRESSED_AIR);
    assertThat(site.meter("weather").orElseThrow().carrier()).isEqualTo(Carrier.NONE);
    assertThat(site.meter("burn-in-plan").flatMap(MeterDescription::of)).contains("Burn-in");
    assertThat(site.meter("smt-1").orElseThrow().points())
        .extracting(point -> point.quantity())
        .containsExactly(Quantity.ENERGY_IMPORT, Quantity.ACTIVE_POWER, Quantity.OUTPUT_COUNT);
  }

  @Test
  void theSteelReplayHasOneMeter() {
    SiteConfiguration site = site("steel-replay");

    assertThat(site.zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(site.clock()).isEqualTo(SiteConfiguration.Clock.SOURCE);
    assertThat(site.points())
        .extracting(PointConfiguration::id)
        .containsExactly("steel/energy-import");
  }

  @Test
  void aSiteCanBeMovedToOtherAddresses() {
    SiteConfiguration moved =
        site("wuhan-demo")
            .at(
                Map.of("plant", "opc.tcp://localhost:50123/zerofactory", "other", "opc.tcp://x"),
                Optional.empty(),
                OptionalInt.of(0));

    assertThat(moved.sources().get(0).endpoint())
        .isEqualTo("opc.tcp://localhost:50123/zerofactory");
    assertThat(moved.centre()).isEmpty();
    assertThat(moved.statusPagePort()).hasValue(0);
    assertThat(moved.devices()).isEqualTo(site("wuhan-demo").devices());
  }

  private static SiteConfiguration site(String name) {
    return SiteFile.read(SiteFile.packaged(name), Path.of("/srv/demo"), TEMPLATES);
  }

  private static PointConfiguration point(SiteConfiguration site, String id) {
    return site.points().stream().filter(point -> point.id().equals(id)).findFirst().orElseThrow();
  }
}
