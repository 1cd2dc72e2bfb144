package org.zerofactory.domain.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.domain.product.Plants.air;
import static org.zerofactory.domain.product.Plants.emitted;
import static org.zerofactory.domain.product.Plants.rules;
import static org.zerofactory.domain.product.Plants.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.product.Plants.Quarter;

/** Worked by hand; each arithmetic stands beside its expectation. */
final class QuarterHourAllocationTest {

  private static final AllocationRules NONE = AllocationRules.NONE;

  @Test
  void aMachineThatRunsOneOrderGivesItAllItsEnergy() {
    Allocation divided =
        Quarter.ofLoad(1000)
            .meter("press", 1000)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 90))
            .divided(NONE);

    assertThat(wattHours(divided)).isEqualTo(Map.of("DIRECT a", 1000L));
  }

  @Test
  void setUpAndIdleAreApartByTheirSeconds() {
    Allocation divided =
        Quarter.ofLoad(900)
            .meter("press", 900)
            .states("press", 450, 300, 150)
            .runs(run("a", "press", 450, 900, 90))
            .divided(NONE);

    // 900 Wh in 900 s: 450 running, 300 set-up, 150 idle
    assertThat(wattHours(divided))
        .isEqualTo(Map.of("DIRECT a", 450L, "SET_UP press", 300L, "IDLE press", 150L));
  }

  @Test
  void theStatesPowerWeighsTheirSeconds() {
    AllocationRules weighted =
        new AllocationRules(
            List.of(),
            AllocationKey.NONE,
            Map.of(MachineState.RUNNING, 400L, MachineState.SETUP, 200L, MachineState.IDLE, 100L),
            Map.of());

    Allocation divided =
        Quarter.ofLoad(700)
            .meter("press", 700)
            .states("press", 300, 300, 300)
            .runs(run("a", "press", 600, 900, 1))
            .divided(weighted);

    // 300 s each at 4 : 2 : 1 of 700 Wh
    assertThat(wattHours(divided))
        .isEqualTo(Map.of("DIRECT a", 400L, "SET_UP press", 200L, "IDLE press", 100L));
  }

  @Test
  void twoOrdersOfOneQuarterHourShareByTheirSeconds() {
    Allocation divided =
        Quarter.ofLoad(1000)
            .meter("press", 1000)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 600, 1), run("b", "press", 600, 900, 1))
            .divided(NONE);

    // 1000 * 600/900 = 666 2/3 and 333 1/3: the larger remainder gets the watt-hour
    assertThat(wattHours(divided)).isEqualTo(Map.of("DIRECT a", 667L, "DIRECT b", 333L));
  }

  @Test
  void whatRanWithoutAnOrderIsUnallocated() {
    Allocation divided =
        Quarter.ofLoad(900)
            .meter("press", 900)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 300, 1))
            .divided(NONE);

    // 600 of 900 running seconds have no run
    assertThat(wattHours(divided))
        .isEqualTo(Map.of("DIRECT a", 300L, "UNALLOCATED running-without-order", 600L));
  }

  @Test
  void aRunDuringABreakdownGetsOnlyTheSecondsThatRan() {
    Allocation divided =
        Quarter.ofLoad(900)
            .meter("press", 900)
            .states("press", 500, 0, 400)
            .runs(run("a", "press", 0, 900, 1))
            .divided(NONE);

    assertThat(wattHours(divided)).isEqualTo(Map.of("DIRECT a", 500L, "IDLE press", 400L));
  }

  @Test
  void withoutAnyStateTheLogStandsInForIt() {
    Allocation divided =
        Quarter.ofLoad(900).meter("press", 900).runs(run("a", "press", 0, 600, 1)).divided(NONE);

    assertThat(wattHours(divided))
        .isEqualTo(Map.of("DIRECT a", 600L, "UNALLOCATED state-unknown", 300L));
  }

  @Test
  void aSharedLoadByRunTimeCountsMachineSeconds() {
    Allocation divided =
        Quarter.ofLoad(1300)
            .meter("press", 900)
            .meter("oven", 300)
            .meter("compressor", 100)
            .states("press", 900, 0, 0)
            .states("oven", 300, 0, 600)
            .runs(run("a", "press", 0, 900, 1), run("b", "oven", 600, 900, 1))
            .divided(rules(AllocationKey.NONE, air(AllocationKey.RUN_TIME)));

    // 100 Wh at 900 : 300 s; the oven's 300 Wh at 300 running : 600 idle
    assertThat(wattHours(divided))
        .isEqualTo(
            Map.of(
                "DIRECT a",
                900L,
                "SHARED a",
                75L,
                "DIRECT b",
                100L,
                "SHARED b",
                25L,
                "IDLE oven",
                200L));
  }

  @Test
  void aSharedLoadByPiecesCountsEachRunsPaceInTheQuarterHour() {
    Allocation divided =
        Quarter.ofLoad(100)
            .meter("compressor", 100)
            .states("press", 900, 0, 0)
            .states("oven", 900, 0, 0)
            .runs(run("a", "press", 0, 1800, 60), run("b", "oven", 0, 900, 10))
            .divided(rules(AllocationKey.NONE, air(AllocationKey.PIECES)));

    // a: 60 pieces in 1,800 s are 30 in this quarter hour; b: 10; 100 Wh at 30 : 10
    assertThat(wattHours(divided)).isEqualTo(Map.of("SHARED a", 75L, "SHARED b", 25L));
  }

  @Test
  void aSharedLoadByEnergyFollowsTheDirectEnergy() {
    Allocation divided =
        Quarter.ofLoad(1100)
            .meter("press", 800)
            .meter("oven", 200)
            .meter("compressor", 100)
            .states("press", 900, 0, 0)
            .states("oven", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1), run("b", "oven", 0, 900, 1))
            .divided(rules(AllocationKey.NONE, air(AllocationKey.ENERGY)));

    assertThat(wattHours(divided))
        .isEqualTo(Map.of("DIRECT a", 800L, "SHARED a", 80L, "DIRECT b", 200L, "SHARED b", 20L));
  }

  @Test
  void aSharedLoadByAirCountsTheMeteredAirOrTheStatedRate() {
    AllocationRules rules =
        new AllocationRules(
            List.of(air(AllocationKey.AIR_VOLUME)),
            AllocationKey.NONE,
            Map.of(),
            Map.of("oven", 40_000L, "press", 1L));

    Allocation divided =
        Quarter.ofLoad(400)
            .meter("compressor", 400)
            .reading("press/air-volume", 30_000, Flag.MEASURED)
            .states("press", 900, 0, 0)
            .states("oven", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1), run("b", "oven", 0, 900, 1))
            .divided(rules);

    // press: 30,000 L by its meter; oven: 40,000 L/h for a quarter hour = 10,000 L; 3 : 1
    assertThat(wattHours(divided)).isEqualTo(Map.of("SHARED a", 300L, "SHARED b", 100L));
  }

  @Test
  void aSharedLoadServesOnlyItsMachines() {
    SharedLoad ofOven =
        new SharedLoad(
            "air",
            "Air",
            List.of("compressor/energy-import"),
            AllocationKey.RUN_TIME,
            List.of("oven"));

    Allocation divided =
        Quarter.ofLoad(100)
            .meter("compressor", 100)
            .runs(run("a", "press", 0, 900, 1), run("b", "oven", 0, 900, 1))
            .divided(rules(AllocationKey.NONE, ofOven));

    assertThat(wattHours(divided)).isEqualTo(Map.of("SHARED b", 100L));
  }

  @Test
  void theRestHasAKeyOfItsOwnAndStaysUnallocatedWhereNothingRan() {
    Quarter busy =
        Quarter.ofLoad(1000)
            .meter("press", 900)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1));
    Quarter quiet = Quarter.ofLoad(1000).meter("press", 900).states("press", 0, 0, 900);

    AllocationRules rules = rules(AllocationKey.RUN_TIME);

    assertThat(wattHours(busy.divided(rules)))
        .isEqualTo(Map.of("DIRECT a", 900L, "SHARED a", 100L));
    assertThat(wattHours(quiet.divided(rules)))
        .isEqualTo(Map.of("IDLE press", 900L, "UNALLOCATED shared-load", 100L));
  }

  @Test
  void aMeterAboveAnotherGivesOnlyWhatItCountsBeyondIt() {
    SharedLoad losses =
        new SharedLoad(
            "feeder", "Feeder", List.of("feeder/energy-import"), AllocationKey.ENERGY, List.of());

    Allocation divided =
        Quarter.ofLoad(1000)
            .meter("feeder", 1000)
            .meter("press", 960)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1))
            .divided(rules(AllocationKey.NONE, losses));

    // 1000 - 960 = 40 Wh of the feeder's own
    assertThat(wattHours(divided)).isEqualTo(Map.of("DIRECT a", 960L, "SHARED a", 40L));
  }

  @Test
  void metersThatCountMoreThanTheSiteAreScaledDownToIt() {
    Allocation divided =
        Quarter.ofLoad(1000)
            .meter("press", 750)
            .meter("oven", 500)
            .states("press", 900, 0, 0)
            .states("oven", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1), run("b", "oven", 0, 900, 1))
            .divided(NONE);

    // 1,250 Wh counted of 1,000: 750 * 0.8 and 500 * 0.8
    assertThat(wattHours(divided)).isEqualTo(Map.of("DIRECT a", 600L, "DIRECT b", 400L));
    assertThat(divided.quality().scaled()).isEqualTo(1);
  }

  @Test
  void emissionsFollowTheEnergyToTheMicrogram() {
    Allocation divided =
        Quarter.ofLoad(3)
            .meter("press", 2)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1))
            .emits(Optional.of(emitted(100, 10)))
            .divided(NONE);

    // 100 ug at 2 : 1 = 66 2/3 and 33 1/3; 10 ug = 6 2/3 and 3 1/3
    assertThat(divided.sum(Share.Kind.DIRECT).emitted()).contains(emitted(67, 7));
    assertThat(divided.sum(Share.Kind.UNALLOCATED).emitted()).contains(emitted(33, 3));
    assertThat(divided.total().emitted()).contains(emitted(100, 10));
  }

  @Test
  void withoutAKnownLoadTheEmissionsAreUnallocated() {
    Allocation divided =
        Quarter.ofUnknownLoad()
            .meter("press", 2)
            .emits(Optional.of(emitted(100, 10)))
            .divided(NONE);

    assertThat(divided.total().energy().wattHours()).isZero();
    assertThat(divided.sum(Share.Kind.UNALLOCATED).emitted()).contains(emitted(100, 10));
    assertThat(divided.quality().loadUnknown()).isEqualTo(1);
  }

  @Test
  void aMissingFactorIsNeverAZero() {
    Allocation divided =
        Quarter.ofLoad(3)
            .meter("press", 3)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1))
            .emits(Optional.empty())
            .divided(NONE);

    assertThat(divided.total().emitted()).isEmpty();
    assertThat(divided.sum(Share.Kind.DIRECT).emitted()).isEmpty();
  }

  @Test
  void aMissingMachineMeterIsCountedAndItsEnergyIsEstimatedRest() {
    Allocation divided =
        Quarter.ofLoad(1000)
            .reading("press/energy-import", 0, Flag.MISSING)
            .states("press", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1))
            .divided(rules(AllocationKey.RUN_TIME));

    assertThat(wattHours(divided)).isEqualTo(Map.of("SHARED a", 1000L));
    assertThat(divided.total().estimated().wattHours()).isEqualTo(1000);
    assertThat(divided.quality().missingReadings()).isEqualTo(1);
  }

  @Test
  void theEstimatedShareIsCarried() {
    Allocation divided =
        Quarter.ofLoad(1000)
            .reading("press/energy-import", 400, Flag.ESTIMATED)
            .meter("oven", 600)
            .states("press", 900, 0, 0)
            .states("oven", 900, 0, 0)
            .runs(run("a", "press", 0, 900, 1), run("b", "oven", 0, 900, 1))
            .divided(NONE);

    assertThat(divided.shares().get(new Share(Share.Kind.DIRECT, "a", "board")))
        .extracting(share -> share.estimated().wattHours())
        .isEqualTo(400L);
    assertThat(divided.total().estimated().wattHours()).isEqualTo(400);
  }

  @Test
  void aLoadBelowZeroIsABalanceThatNobodyDrew() {
    Allocation divided =
        Quarter.ofLoad(-5).meter("press", 900).emits(Optional.of(emitted(7, 7))).divided(NONE);

    assertThat(divided.total().energy().wattHours()).isEqualTo(-5);
    assertThat(divided.total().emitted()).contains(emitted(7, 7));
  }

  private static Map<String, Long> wattHours(Allocation divided) {
    Map<String, Long> all = new java.util.HashMap<>();
    divided
        .shares()
        .forEach((share, of) -> all.put(share.kind() + " " + share.of(), of.energy().wattHours()));
    return all;
  }
}
