package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.SiteDescription;

final class CountedOnceTest {

  private static final LocalDays IN_2025 =
      new LocalDays(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
  private static final LocalDays IN_2026 = new LocalDays(LocalDate.of(2026, 1, 1), LocalDate.MAX);

  @Test
  void measuresOnMetersBesideEachOtherAreBothCounted() {
    assertThat(refused(false, claim("a", "oven", IN_2025), claim("b", "press", IN_2025))).isEmpty();
  }

  @Test
  void theSameMeterIsCountedOnceAndByTheFirst() {
    assertThat(refused(false, claim("a", "oven", IN_2025), claim("b", "oven", IN_2025)))
        .containsExactly("b");
  }

  @Test
  void oneMeasureAfterTheOtherIsNoOverlap() {
    assertThat(refused(false, claim("a", "oven", IN_2025), claim("b", "oven", IN_2026))).isEmpty();
  }

  @Test
  void aMeterAboveCountsWhatIsBelowInEitherOrder() {
    assertThat(refused(false, claim("a", "zone", IN_2025), claim("b", "feeder", IN_2025)))
        .containsExactly("b");
    assertThat(refused(false, claim("a", "feeder", IN_2025), claim("b", "zone", IN_2025)))
        .containsExactly("b");
  }

  @Test
  void aRefusedMeasureTakesNothingFromLaterOnes() {
    assertThat(
            refused(
                false,
                claim("a", "oven", IN_2025),
                claim("b", "feeder", IN_2025),
                claim("c", "press", IN_2025)))
        .containsExactly("b");
  }

  @Test
  void theConnectionStandsForTheWholeSiteOnlyWithoutRoofAndSchedule() {
    assertThat(refused(false, claim("a", "grid", IN_2025))).isEmpty();
    assertThat(refused(true, claim("a", "grid", IN_2025))).containsExactly("a");
    assertThat(refused(false, claim("a", "oven", IN_2025), claim("b", "grid", IN_2025)))
        .containsExactly("b");
    assertThat(
            CountedOnce.refused(
                    List.of(claim("a", "grid", IN_2025)),
                    site(false),
                    List.of("press/energy-import"))
                .keySet())
        .as("with load shifting")
        .containsExactly("a");
  }

  // burn-in that draws a tenth less than its reference plan: the plan's import is higher by it, so
  // the schedule's saving holds that tenth already
  @Test
  void aMeasureOnLoadsThatTheScheduleMovesIsNotCountedBesideIt() {
    List<CountedOnce.Claim> claims =
        List.of(
            claim("moved", "oven", IN_2025),
            claim("below", "zone", IN_2025),
            claim("beside", "press", IN_2025));

    assertThat(CountedOnce.refused(claims, site(true), List.of("oven/energy-import")))
        .containsOnlyKeys("moved", "below")
        .containsEntry(
            "below",
            "zone/energy-import meters what load shifting moves by oven/energy-import, and its"
                + " reference plan counts any less of that energy already");
  }

  private static List<String> refused(boolean hasRoof, CountedOnce.Claim... claims) {
    return List.copyOf(CountedOnce.refused(List.of(claims), site(hasRoof), List.of()).keySet());
  }

  private static CountedOnce.Claim claim(String id, String meter, LocalDays days) {
    return new CountedOnce.Claim(id, List.of(meter + "/energy-import"), days);
  }

  /** A connection; a feeder with an oven, whose zone has a meter too, and a press. */
  private static SiteDescription site(boolean hasRoof) {
    List<MeterDescription> meters = new ArrayList<>();
    meters.add(meter("grid", MeterRole.GRID, Optional.empty()));
    meters.add(meter("feeder", MeterRole.LOAD, Optional.empty()));
    meters.add(meter("oven", MeterRole.LOAD, Optional.of("feeder")));
    meters.add(meter("zone", MeterRole.LOAD, Optional.of("oven")));
    meters.add(meter("press", MeterRole.LOAD, Optional.of("feeder")));
    if (hasRoof) {
      meters.add(meter("roof", MeterRole.PV, Optional.empty()));
    }
    return new SiteDescription(
        "plant", "Plant", ZoneId.of("Asia/Shanghai"), true, "CN", "central", meters, List.of());
  }

  private static MeterDescription meter(String id, MeterRole role, Optional<String> parent) {
    return new MeterDescription(
        id, id, Carrier.ELECTRICITY, role, parent, Optional.empty(), Optional.empty(), List.of());
  }
}
