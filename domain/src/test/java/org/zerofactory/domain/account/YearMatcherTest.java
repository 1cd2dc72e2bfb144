package org.zerofactory.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.TestFactors;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.instrument.Allocation;
import org.zerofactory.domain.instrument.Criterion;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.InstrumentKind;
import org.zerofactory.domain.instrument.Market;
import org.zerofactory.domain.instrument.MatchingRule;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

class YearMatcherTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final YearHours HOURS = YearHours.of(2025, ZONE);

  @ParameterizedTest
  @CsvSource({
    "2025,Asia/Shanghai,8760,24",
    "2024,Asia/Shanghai,8784,24",
    "2025,Europe/Berlin,8760,23", // 30 March has 23 hours, 26 October 25
  })
  void aLocalYearHasItsHours(int year, ZoneId zone, int count, int hoursOfMarch30) {
    YearHours hours = YearHours.of(year, zone);

    int day = LocalDate.of(year, 3, 30).getDayOfYear() - 1;
    int[] starts = hours.dayStarts();

    assertThat(hours.count()).isEqualTo(count);
    assertThat(starts[day + 1] - starts[day]).isEqualTo(hoursOfMarch30);
    assertThat(Arrays.stream(hours.months().sums(ones(count))).sum()).isEqualTo(count);
    assertThat(hours.localHours()[starts[day]]).isZero();
  }

  // January of 744 h at 100 Wh load; 37,200 Wh by contract are 50 Wh an hour: half of it
  @Test
  void aMonthlyVolumeIsSpreadEvenlyAndMarkedAsEstimated() {
    YearMatching matching = match(january(100, 0), rules(contract(37_200)), rule(true));

    assertThat(matching.total().share().orElseThrow().decimal(6)).isEqualByComparingTo("0.5");
    assertThat(matching.metered().matched()).isEqualTo(Energy.ZERO);
    assertThat(matching.sources())
        .containsExactly(new YearMatching.Source("wind", "Wind", new Energy(37_200), "flat", true));
  }

  // no profile allowed: by the hour nothing, by the month all 37,200 of 74,400 Wh
  @Test
  void withoutAProfileAVolumeMatchesNoHour() {
    YearMatching matching = match(january(100, 0), rules(contract(37_200)), rule(false));

    assertThat(matching.total().matched()).isEqualTo(Energy.ZERO);
    assertThat(outcome(matching, MatchingRule.Match.HOUR).covered()).isEqualTo(Energy.ZERO);
    assertThat(outcome(matching, MatchingRule.Match.MONTH).covered()).isEqualTo(new Energy(37_200));
    assertThat(matching.sources().get(0).profile()).isEqualTo("none");
    // 37,200 Wh x 600 ug/Wh
    assertThat(outcome(matching, MatchingRule.Match.MONTH).carbon())
        .contains(new Carbon(37_200 * 600));
  }

  // sun 200 Wh in the first hour only; a solar contract of 1,000 Wh follows it into that hour
  @Test
  void solarPowerIsSpreadLikeTheSitesOwn() {
    List<HourEnergy> hours = new ArrayList<>(january(1_000, 0));
    hours.set(0, new HourEnergy(0, 900, 100, 200, 4));
    SiteClaims claims = claims(claim("roof-far", "solar", month(JANUARY), 1_000, false));

    YearMatching matching = match(hours, rules().with(claims), rule(true));

    // load of the first hour 900 + 200 - 100 = 1,000; supply 200 + 1,000
    assertThat(matching.load()[0]).isEqualTo(1_000);
    assertThat(matching.carbonFree()[0]).isEqualTo(1_200);
    assertThat(matching.total().matched()).isEqualTo(new Energy(1_000));
    assertThat(matching.total().excess()).isEqualTo(new Energy(200));
    assertThat(matching.sources().get(1).profile()).isEqualTo("own-pv");
  }

  // the certificate of 03:30 to 04:30 gives half of its 60 Wh to each of the two hours
  @Test
  void aGranularCertificateCountsInTheHoursOfItsGeneration() {
    Instant start = HOURS.interval().start().plusSeconds(3 * 3600 + 1800);
    SiteClaims claims =
        claims(claim("g", "wind", new Interval(start, start.plusSeconds(3600)), 60, false));

    YearMatching matching = match(january(100, 0), rules().with(claims), rule(false));

    assertThat(matching.matched()[3]).isEqualTo(30);
    assertThat(matching.matched()[4]).isEqualTo(30);
    assertThat(matching.metered().matched()).isEqualTo(new Energy(60));
    assertThat(matching.sources().get(0).isEstimated()).isFalse();
  }

  // by the hour 100 of 20,000 in each of two hours; a legacy contract takes the month: all 10,000
  @Test
  void aLegacyContractStillMatchesByTheMonth() {
    Instant start = HOURS.interval().start();
    Interval hour = new Interval(start, start.plusSeconds(3600));
    SiteClaims legacy = claims(claim("g", "wind", hour, 10_000, true));
    SiteClaims plain = claims(claim("g", "wind", hour, 10_000, false));

    YearMatching old = match(january(100, 0), rules().with(legacy), rule(true));
    YearMatching fresh = match(january(100, 0), rules().with(plain), rule(true));

    assertThat(outcome(old, MatchingRule.Match.HOUR).covered()).isEqualTo(new Energy(10_000));
    assertThat(outcome(fresh, MatchingRule.Match.HOUR).covered()).isEqualTo(new Energy(100));
    assertThat(outcome(fresh, MatchingRule.Match.HOUR).surplus()).isEqualTo(new Energy(9_900));
  }

  // 744 h: import 100, sun 50 all used; all 37,200 Wh sold: bought energy is 111,600 Wh
  @Test
  void soldSunIsNotCarbonFree() {
    SiteClaims sold = new SiteClaims(List.of(), Map.of(JANUARY, new Energy(37_200)));

    YearMatching matching = match(january(100, 50), rules().with(sold), rule(true));

    assertThat(matching.total().supply()).isEqualTo(Energy.ZERO);
    assertThat(outcome(matching, MatchingRule.Match.MONTH).uncovered())
        .isEqualTo(new Energy(111_600));
  }

  // one hour at 150 against 50 of sun: 50 + 0.4 x 100 = 90 of 150
  @Test
  void theScoreUsesTheGridsShareOfTheHour() {
    MatchingBasis basis =
        new MatchingBasis(rule(true), Optional.of(residual()), List.of(400_000L), Optional.of("s"));

    YearMatching matching =
        YearMatcher.of(
            HOURS,
            1,
            List.of(new HourEnergy(0, 100, 0, 50, 4)),
            Optional.of(HOURS.interval()),
            rules(),
            basis);

    assertThat(matching.score().orElseThrow().decimal(6)).isEqualByComparingTo("0.6");
    assertThat(matching.quarterHours()[1]).isZero();
  }

  @Test
  void aMissingFactorIsAFaultAndNoZero() {
    AccountingRules none =
        new AccountingRules(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    YearMatching matching = match(january(100, 0), none, rule(true));

    assertThat(outcome(matching, MatchingRule.Match.HOUR).carbon()).isEmpty();
    assertThat(matching.faults()).singleElement().asString().contains("unmatched: residual");
  }

  @Test
  void whatCoversWithinAnHourCoversWithinAMonthAndAYear() {
    List<HourEnergy> hours = new ArrayList<>();
    for (int i = 0; i < HOURS.count(); i++) {
      hours.add(new HourEnergy(i, (i * 37L) % 500, 0, (i * 11L) % 90, 4));
    }
    YearMatching matching = match(hours, rules(contract(90_000)), rule(true));

    Energy hour = outcome(matching, MatchingRule.Match.HOUR).covered();
    Energy month = outcome(matching, MatchingRule.Match.MONTH).covered();
    assertThat(hour).isLessThan(month);
    assertThat(month).isLessThanOrEqualTo(outcome(matching, MatchingRule.Match.YEAR).covered());
  }

  // contract of 1,000 in the file; the register holds 600 of it, of which 400 count: 400 + 400
  @Test
  void whatTheRegisterHoldsOfAContractIsNotCountedTwice() {
    SiteClaims claims = claims(ofContract("one", 400, true), ofContract("two", 200, false));
    AccountingRules rules = rules(contract(1_000)).with(claims);

    List<GreenPowerContract> contracts = rules.contractsOf(JANUARY);

    assertThat(contracts.stream().map(GreenPowerContract::id).toList())
        .containsExactly("instrument/one", "wind");
    assertThat(contracts.stream().mapToLong(one -> one.volume(JANUARY).wattHours()).toArray())
        .containsExactly(400, 400);
    assertThat(rules.contractsOf(2025)).isEqualTo(contracts);
  }

  private static SiteClaims.Claim ofContract(String id, long wattHours, boolean counts) {
    SiteClaims.Claim of = claim(id, "wind", month(JANUARY), wattHours, false);
    Instrument plain = of.instrument();
    Instrument.Terms terms =
        new Instrument.Terms(
            "plant", true, false, false, Optional.of("wind"), Optional.empty(), "statement");
    Instrument instrument =
        new Instrument(
            id,
            plain.kind(),
            plain.registry(),
            plain.serials(),
            plain.device(),
            plain.production(),
            plain.issued(),
            plain.energy(),
            plain.microgramsPerWattHour(),
            terms,
            plain.granular());
    List<Criterion.Result> criteria =
        counts
            ? List.of()
            : List.of(
                new Criterion.Result(Criterion.RETIRED, Criterion.Outcome.NOT_MET, "not retired"));
    return new SiteClaims.Claim(instrument, of.allocation(), criteria);
  }

  private static SiteClaims claims(SiteClaims.Claim... claims) {
    return new SiteClaims(List.of(claims), Map.of());
  }

  private static SiteClaims.Claim claim(
      String id, String technology, Interval production, long wattHours, boolean legacy) {
    Instrument instrument =
        new Instrument(
            id,
            InstrumentKind.PPA,
            "Company",
            Optional.empty(),
            new Instrument.Device(
                "d",
                technology,
                LocalDate.of(2019, 1, 1),
                new Market("CN", Optional.empty(), Optional.empty())),
            production,
            LocalDate.of(2024, 1, 1),
            new Energy(wattHours),
            OptionalLong.of(0),
            new Instrument.Terms(
                "plant", true, legacy, false, Optional.empty(), Optional.empty(), "contract"),
            Optional.empty());
    Allocation allocation =
        new Allocation(
            1, id, "plant", JANUARY, new Energy(wattHours), Optional.empty(), Optional.empty());
    return new SiteClaims.Claim(instrument, allocation, List.of());
  }

  private static YearMatching match(
      List<HourEnergy> hours, AccountingRules rules, MatchingRule rule) {
    MatchingBasis basis =
        new MatchingBasis(rule, Optional.of(residual()), List.of(), Optional.empty());
    return YearMatcher.of(HOURS, 1, hours, Optional.of(HOURS.interval()), rules, basis);
  }

  private static YearMatching.Outcome outcome(YearMatching matching, MatchingRule.Match interval) {
    return matching.outcomes().get(interval.ordinal());
  }

  private static List<HourEnergy> january(long gridImport, long production) {
    List<HourEnergy> hours = new ArrayList<>();
    for (int i = 0; i < 744; i++) {
      hours.add(new HourEnergy(i, gridImport, 0, production, 4));
    }
    return hours;
  }

  private static MatchingRule rule(boolean loadProfileAllowed) {
    return new MatchingRule(
        MatchingRule.Match.HOUR,
        Market.Boundary.COUNTRY,
        MatchingRule.Unmatched.RESIDUAL,
        Optional.of(LocalDate.of(2027, 1, 1)),
        loadProfileAllowed,
        OptionalLong.empty(),
        12);
  }

  private static AccountingRules rules(GreenPowerContract... contracts) {
    return new AccountingRules(
        Optional.of(series("location", 500)),
        Optional.of(residual()),
        List.of(contracts),
        List.of(),
        List.of());
  }

  private static GreenPowerContract contract(long wattHours) {
    return new GreenPowerContract(
        "wind", "Wind", 0, Map.of(JANUARY, new Energy(wattHours)), "contract");
  }

  private static FactorSeries residual() {
    return series("residual", 600);
  }

  private static FactorSeries series(String id, long micrograms) {
    Instant from = Instant.parse("2020-01-01T00:00:00Z");
    Interval validity = new Interval(from, from.plus(Duration.ofDays(3650)));
    return new FactorSeries(id, List.of(TestFactors.of(id + "-1", id, id, validity, micrograms)));
  }

  private static Interval month(YearMonth month) {
    return new Interval(
        month.atDay(1).atStartOfDay(ZONE).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant());
  }

  private static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
