package org.zerofactory.central.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.central.TestSites;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.MeterAccount;
import org.zerofactory.domain.account.PointAmount;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.metering.Interval;

/** What is computed again when a factor or readings change, and what is not. */
final class MeterAccountantTest {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final Interval YEAR = months(JANUARY, JANUARY.plusYears(1));

  private final List<Interval> read = new ArrayList<>();
  private FactorSeries factors = series(100);
  private final MeterAccountant accountant = accountant();

  // 12 months of one quarter hour with 1000 Wh: 12 x 1000 x 100 ug; March at 200 instead
  @Test
  void anotherFactorForMarchReadsOnlyMarchAgain() {
    MeterAccount before = feeder();
    assertThat(read).hasSize(12);
    read.clear();
    factors = series(200);

    MeterAccount after = feeder();

    YearMonth march = JANUARY.plusMonths(2);
    assertThat(read).containsExactly(months(march, march.plusMonths(1)));
    assertThat(before.atGridFactor().micrograms()).isEqualTo(1_200_000);
    assertThat(after.atGridFactor().micrograms()).isEqualTo(1_300_000);
  }

  @Test
  void nothingIsReadAgainUntilReadingsChange() {
    feeder();
    read.clear();

    feeder();
    assertThat(read).isEmpty();

    Instant may = Instant.parse("2025-05-10T00:00:00Z");
    accountant.changed(
        new JournalChange("plant", 2, Optional.of(new Interval(may, may.plusSeconds(900)))));
    feeder();

    assertThat(read).containsExactly(months(YearMonth.of(2025, 5), YearMonth.of(2025, 6)));
  }

  private MeterAccount feeder() {
    return Objects.requireNonNull(
        accountant.meters("plant", JANUARY, JANUARY.plusYears(1)).orElseThrow().get("feeder"));
  }

  private MeterAccountant accountant() {
    SiteOverview overview =
        new SiteOverview(
            TestSites.site("plant", "UTC"), 1, 1, Hash.ZERO, "note", Optional.of(YEAR));
    return new MeterAccountant(
        new SiteData(
            site -> Optional.of(overview),
            (site, interval) -> List.of(),
            (site, point, days) -> PointAmount.NONE,
            (site, point, days, zone) -> List.of(),
            site ->
                new AccountingRules(
                    Optional.of(factors), Optional.empty(), List.of(), List.of(), List.of())),
        (site, points, interval, day) -> {
          read.add(interval);
          day.of(TestSites.FEEDER, interval.start().getEpochSecond(), new long[] {1000, -1}, 2);
        });
  }

  /** 100 ug/Wh, and in March as given. */
  private static FactorSeries series(long inMarch) {
    YearMonth march = JANUARY.plusMonths(2);
    YearMonth april = march.plusMonths(1);
    return new FactorSeries(
        "test",
        List.of(
            factor("before", months(JANUARY, march), 100),
            factor("march-" + inMarch, months(march, april), inMarch),
            factor("after", months(april, JANUARY.plusYears(1)), 100)));
  }

  private static EmissionFactor factor(String id, Interval validity, long micrograms) {
    return new EmissionFactor(
        id,
        "test",
        new FactorKey(
            "location-based",
            "x",
            2025,
            "test",
            FactorKey.GasBasis.CO2E,
            FactorKey.Boundary.GENERATION),
        validity,
        micrograms,
        new Citation("test", "test", "2025-01", "test"),
        Verification.ORIGINAL);
  }

  private static Interval months(YearMonth from, YearMonth to) {
    return new Interval(
        from.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        to.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
