package org.zerofactory.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Energy;

final class BalanceCheckTest {

  // 2 % and a kilowatt-hour are the meters' own errors
  @ParameterizedTest
  @CsvSource({"100000,103000,true", "100000,103001,false", "0,1000,true", "0,1001,false"})
  void theMetersBelowMayCountMoreByTheirErrorsOnly(long counted, long below, boolean holds) {
    BalanceCheck check =
        new BalanceCheck("feeder", List.of("oven"), new Energy(counted), new Energy(below));

    assertThat(check.holds()).isEqualTo(holds);
  }

  @Test
  void theSiteAndEachFeederAreCompared() {
    SiteDescription site =
        site(
            meter("grid", MeterRole.GRID, "", Quantity.ENERGY_IMPORT, Quantity.ENERGY_EXPORT),
            meter("roof", MeterRole.PV, "", Quantity.ENERGY_PRODUCED),
            meter("feeder", MeterRole.LOAD, "grid", Quantity.ENERGY_IMPORT),
            meter("oven", MeterRole.LOAD, "feeder", Quantity.ENERGY_IMPORT),
            meter("fan", MeterRole.LOAD, "feeder", Quantity.ACTIVE_POWER));
    Map<String, Long> day =
        Map.of(
            "grid/energy-import", 900L,
            "grid/energy-export", 100L,
            "roof/energy-produced", 300L,
            "feeder/energy-import", 1_000L,
            "oven/energy-import", 600L,
            "fan/active-power", 50L);

    assertThat(BalanceCheck.of(site, day))
        .containsExactly(
            new BalanceCheck("feeder", List.of("oven", "fan"), new Energy(1_000), new Energy(650)),
            new BalanceCheck(
                BalanceCheck.SITE, List.of("feeder"), new Energy(1_100), new Energy(1_000)));
  }

  private static SiteDescription site(MeterDescription... meters) {
    return new SiteDescription(
        "plant", "Plant", ZoneId.of("UTC"), true, "CN", "central", List.of(meters), List.of());
  }

  private static MeterDescription meter(
      String id, MeterRole role, String parent, Quantity... quantities) {
    return new MeterDescription(
        id,
        id,
        Carrier.ELECTRICITY,
        role,
        Optional.of(parent).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Stream.of(quantities)
            .map(quantity -> new PointDescription(quantity, OptionalLong.empty()))
            .toList());
  }
}
