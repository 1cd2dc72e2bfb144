package org.zerofactory.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

class MatchingTest {

  // loads 5, 1 and supply 2, 9: by hour 2 + 1 = 3, as a whole min(6, 11) = 6
  @Test
  void surplusOfOneHourHelpsNoOther() {
    long[] load = {5, 1};
    long[] supply = {2, 9};

    Matching hourly = Matching.of(load, supply);
    Matching whole = Matching.of(load, supply, Periods.one(2));

    assertThat(hourly.matched()).isEqualTo(new Energy(3));
    assertThat(hourly.unmatched()).isEqualTo(new Energy(3));
    assertThat(hourly.excess()).isEqualTo(new Energy(8));
    assertThat(whole.matched()).isEqualTo(new Energy(6));
    assertThat(hourly.volumeShare()).contains(Ratio.of(11, 6));
  }

  @Test
  void withoutLoadThereIsNoShare() {
    Matching none = Matching.of(new long[2], new long[] {1, 2});

    assertThat(none.share()).isEmpty();
    assertThat(Matching.score(new long[2], new long[2], new long[2])).isEmpty();
    assertThat(none.excess()).isEqualTo(new Energy(3));
  }

  // (4 + 0.25 x 6 + 10) / 20 = 0.775
  @Test
  void theScoreAddsTheGridsOwnShareToWhatIsNotMatched() {
    Ratio score =
        Matching.score(new long[] {10, 10}, new long[] {4, 30}, new long[] {250_000, 900_000})
            .orElseThrow();

    assertThat(score).isEqualTo(Ratio.of("0.775"));
  }

  @Test
  void seriesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> Matching.of(new long[2], new long[3]))
        .hasMessageContaining("expected 2 intervals");
    assertThatThrownBy(() -> Matching.matched(new long[] {-1}, new long[] {0}))
        .hasMessageContaining("interval 0");
    assertThatThrownBy(() -> Matching.score(new long[] {1}, new long[] {0}, new long[] {1_000_001}))
        .hasMessageContaining("0 to 1000000 millionths");
  }

  @Property
  void hourlyIsNeverMoreThanAnnual(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1_000_000) Long> load,
      @ForAll @Size(min = 60, max = 60) List<@LongRange(min = 0, max = 1_000_000) Long> supply) {
    long[] loads = array(load);
    long[] supplies = Arrays.copyOf(array(supply), loads.length);
    int[] days = new int[loads.length];
    Arrays.setAll(days, index -> index / 24);

    Energy hourly = Matching.of(loads, supplies).matched();
    Energy daily = Matching.of(loads, supplies, Periods.of(days)).matched();
    Energy annual = Matching.of(loads, supplies, Periods.one(loads.length)).matched();

    assertThat(hourly).isLessThanOrEqualTo(daily);
    assertThat(daily).isLessThanOrEqualTo(annual);
  }

  @Property
  void hourlyIsAnnualWhereSupplyIsProportionalToLoad(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1_000_000) Long> load,
      @ForAll @IntRange(min = 0, max = 9) int times,
      @ForAll @IntRange(min = 1, max = 9) int per) {
    long[] loads = Arrays.stream(array(load)).map(each -> each * per).toArray();
    long[] supplies = Arrays.stream(array(load)).map(each -> each * times).toArray();

    assertThat(Matching.of(loads, supplies).matched())
        .isEqualTo(Matching.of(loads, supplies, Periods.one(loads.length)).matched());
  }

  // 10 over 1:2:1 is 2.5, 5, 2.5: borders at 2, 7, 10
  @Test
  void aVolumeIsSpreadExactly() {
    assertThat(Profile.spread(10, new long[] {1, 2, 1})).containsExactly(2, 5, 3);
    assertThat(Profile.spread(0, new long[] {1, 0})).containsExactly(0, 0);
    assertThatThrownBy(() -> Profile.spread(1, new long[2])).hasMessageContaining("positive");
  }

  @Property
  void aSpreadSumsToItsAmountHoweverLarge(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long amount,
      @ForAll @Size(min = 1, max = 40)
          List<@LongRange(min = 1, max = 1_000_000_000L) Long> weights) {
    long[] parts = Profile.spread(amount, array(weights));

    assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
    assertThat(Arrays.stream(parts).allMatch(part -> part >= 0)).isTrue();
  }

  // in: 30 all free, 50 of which 20 free; out 40, 24: 64/80 come back, so 40 takes 50 of the charge
  // SAR 1: all 30 (30 free) + 20 of 50 (8 free): 38 of 50 free -> 40 x 38/50 = 30.4 -> 30
  // SAR 2: the last 30 of 50 (12 free): 24 x 12/30 = 9.6 -> 9
  @Test
  void dischargesAreLinkedToTheOldestChargesAndBearTheLosses() {
    Storage storage =
        Storage.of(new long[] {30, 50, 0, 0}, new long[] {30, 20, 0, 0}, new long[] {0, 0, 40, 24});

    assertThat(storage.links())
        .containsExactly(
            new Storage.Link(0, 2, new Energy(30), new Energy(30)),
            new Storage.Link(1, 2, new Energy(20), new Energy(8)),
            new Storage.Link(1, 3, new Energy(30), new Energy(12)));
    assertThat(storage.dischargedCarbonFree()).containsExactly(0L, 0L, 30L, 9L);
    assertThat(storage.cancelled()).isEqualTo(new Energy(50));
    assertThat(storage.issued()).isEqualTo(new Energy(39));
    assertThat(storage.lost()).isEqualTo(new Energy(11));
  }

  // 38 leave before the loss of the year (80 to 64) could be borne: they take the 40 that are there
  @Test
  void anEarlyDischargeTakesWhatWasChargedUntilThen() {
    Storage storage =
        Storage.of(new long[] {40, 0, 40, 0}, new long[] {40, 0, 0, 0}, new long[] {0, 38, 0, 26});

    assertThat(storage.dischargedCarbonFree()).containsExactly(0L, 38L, 0L, 0L);
    assertThat(storage.lost()).isEqualTo(new Energy(2));
  }

  @Test
  void nothingIsDischargedThatWasNotChargedBefore() {
    assertThatThrownBy(() -> Storage.of(new long[] {5, 9}, new long[2], new long[] {6, 0}))
        .hasMessageContaining("at most the 5 Wh");
    assertThatThrownBy(() -> Storage.of(new long[] {5}, new long[] {6}, new long[] {0}))
        .hasMessageContaining("6 of 5");
  }

  @Property
  void aStorageNeverGivesMoreCarbonFreeEnergyThanItTook(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1000) Long> charged,
      @ForAll @IntRange(min = 0, max = 100) int freePercent,
      @ForAll @IntRange(min = 0, max = 100) int backPercent) {
    long[] in = array(charged);
    long[] free = Arrays.stream(in).map(each -> each * freePercent / 100).toArray();
    long[] out = Arrays.stream(in).map(each -> each * backPercent / 100).toArray();

    Storage storage = Storage.of(in, free, out);

    assertThat(storage.issued()).isLessThanOrEqualTo(storage.cancelled());
    assertThat(storage.issued().wattHours()).isLessThanOrEqualTo(Arrays.stream(out).sum());
  }

  // of 100: certificates 60 at 0, contract 30 at 10 ug/Wh, tariff 5 at 1, rest 5 at 500
  @Test
  void theHighestLevelCoversFirst() {
    Settlement settled =
        Settlement.of(
            new long[] {100},
            List.of(
                supply("ppa", HierarchyLevel.CONTRACT, 10, 30),
                supply("tariff", HierarchyLevel.SUPPLIER_FACTOR, 1, 5),
                supply("gec", HierarchyLevel.CERTIFICATES, 0, 60)),
            Periods.one(1),
            Periods.one(1),
            new long[] {500});

    assertThat(settled.parts().stream().map(Settlement.Part::id).toList())
        .containsExactly("gec", "ppa", "tariff");
    assertThat(settled.carbon()).isEqualTo(new Carbon(300 + 5 + 2_500));
    assertThat(settled.rest()).isEqualTo(new Energy(5));
  }

  // two months of two hours; contract 40 in the first hour of each: by hour 10 + 10, by month 20 +
  // 30
  @Test
  void aLegacyContractMatchesByTheMonth() {
    long[] consumption = {10, 10, 10, 20};
    long[] delivered = {40, 0, 40, 0};
    Periods months = Periods.of(new int[] {0, 0, 1, 1});

    Settlement hourly = settle(consumption, delivered, months, false);
    Settlement legacy = settle(consumption, delivered, months, true);

    assertThat(hourly.covered()).isEqualTo(new Energy(20));
    assertThat(hourly.rest()).isEqualTo(new Energy(30));
    // rest: 10 in the first month at 100, 20 in the second at 200
    assertThat(hourly.carbon()).isEqualTo(new Carbon(10 * 100 + 20 * 200));
    assertThat(legacy.covered()).isEqualTo(new Energy(50));
    assertThat(legacy.surplus()).isEqualTo(new Energy(30));
    assertThat(legacy.carbon()).isEqualTo(Carbon.ZERO);
  }

  @Property
  void theResultNeverRisesWithEligibleEnergyAndStopsAtImport(
      @ForAll @Size(min = 1, max = 24) List<@LongRange(min = 0, max = 1000) Long> load,
      @ForAll @LongRange(min = 0, max = 50_000) long volume,
      @ForAll @LongRange(min = 0, max = 50_000) long more,
      @ForAll @LongRange(min = 0, max = 500) long rate) {
    long[] consumption = array(load);
    long[] flat = new long[consumption.length];
    Arrays.fill(flat, 1);

    for (Periods periods :
        List.of(Periods.each(consumption.length), Periods.one(consumption.length))) {
      Settlement before = settle(consumption, Profile.spread(volume, flat), periods, rate);
      // the same energy in each interval and more: spreading anew could move it between hours
      long[] extra = Profile.spread(more, flat);
      long[] both = Profile.spread(volume, flat);
      Arrays.setAll(both, index -> both[index] + extra[index]);
      Settlement after = settle(consumption, both, periods, rate);

      assertThat(after.carbon()).isLessThanOrEqualTo(before.carbon());
      assertThat(after.covered().wattHours()).isLessThanOrEqualTo(Arrays.stream(consumption).sum());
      assertThat(after.carbon().micrograms())
          .isGreaterThanOrEqualTo(rate * Arrays.stream(consumption).sum());
    }
  }

  // 8,760 hours and 35,040 quarter hours of the same energies match alike where they are constant
  @Test
  void aYearOfHoursOrOfQuarterHoursIsOneCalculation() {
    long[] hours = new long[8_760];
    long[] quarters = new long[35_040];
    Arrays.fill(hours, 4_000_000);
    Arrays.fill(quarters, 1_000_000);
    long[] hourly = Profile.spread(17_520_000_000L, hours);
    long[] quarterly = Profile.spread(17_520_000_000L, quarters);

    // 17,520 MWh over 8,760 h are 2 MWh an hour, half of the 4 MWh load
    assertThat(Matching.of(hours, hourly).share()).contains(Ratio.of(1, 2));
    assertThat(Matching.of(quarters, quarterly).share()).contains(Ratio.of(1, 2));
  }

  // 10.7: the carry of three months is that of their sum: 2,314,750 kWh = 612 + 499 + 1203 and 750
  @Property
  void certificatesOfMonthsAreThoseOfTheirSum(
      @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 9_999_999) Long> months) {
    CertificateIssue issue = new CertificateIssue(0, Energy.ZERO);
    long certificates = 0;
    for (long month : months) {
      issue = CertificateIssue.of(issue.carry(), new Energy(month));
      certificates += issue.certificates();
    }

    long sum = months.stream().mapToLong(Long::longValue).sum();
    assertThat(certificates).isEqualTo(sum / 1_000_000);
    assertThat(issue.carry().wattHours()).isEqualTo(sum % 1_000_000);
  }

  @Test
  void aWholeCertificateIsNotCarried() {
    assertThatThrownBy(() -> CertificateIssue.of(new Energy(1_000_000), Energy.ZERO))
        .hasMessageContaining("0 to 999999 Wh");
  }

  private static Settlement settle(
      long[] consumption, long[] delivered, Periods months, boolean byMonth) {
    return Settlement.of(
        consumption,
        List.of(new Settlement.Supply("ppa", HierarchyLevel.CONTRACT, 0, delivered, byMonth)),
        Periods.each(consumption.length),
        months,
        new long[] {100, 200});
  }

  private static Settlement settle(
      long[] consumption, long[] delivered, Periods periods, long rate) {
    return Settlement.of(
        consumption,
        List.of(new Settlement.Supply("ppa", HierarchyLevel.CONTRACT, rate, delivered, false)),
        periods,
        Periods.one(consumption.length),
        new long[] {500});
  }

  private static Settlement.Supply supply(
      String id, HierarchyLevel level, long rate, long... wattHours) {
    return new Settlement.Supply(id, level, rate, Arrays.copyOf(wattHours, 1), false);
  }

  private static long[] array(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
