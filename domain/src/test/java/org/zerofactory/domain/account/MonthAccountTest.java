package org.zerofactory.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

/** A month against the worked cases: amounts are those of the oracle file's cases by name. */
final class MonthAccountTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final YearMonth JUNE = YearMonth.of(2025, 6);
  private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");

  // oracle scope2-location: 430750 Wh x 536600 ug/Wh
  @Test
  void locationBasedEmissionsAreImportTimesFactor() {
    Emissions emissions = emissions(rules(536_600, 585_600), scopeTwo());

    assertThat(emissions.location().micrograms()).isEqualTo(231_140_450_000L);
  }

  // oracle scope2-market: 150 kWh of certificates, 280750 Wh x 585600 ug/Wh
  @Test
  void marketBasedEmissionsCountWhatContractsDoNotCover() {
    PeriodAccount account = account(rules(536_600, 585_600, 150_000), scopeTwo());

    assertThat(account.emissions().orElseThrow().market().micrograms()).isEqualTo(164_407_200_000L);
    assertThat(account.energy().greenPower()).isEqualTo(new Energy(150_000));
  }

  // oracle scope2-market-surplus
  @Test
  void contractsBeyondTheImportAreSurplusAndNothingGoesBelowZero() {
    PeriodAccount account =
        account(rules(536_600, 585_600, 130_000), List.of(quarter(0, 100_000, 0, 0)));

    assertThat(account.emissions().orElseThrow().market().micrograms()).isZero();
    assertThat(account.energy().greenSurplus()).isEqualTo(new Energy(30_000));
  }

  // oracle pv-balance
  @Test
  void exportNeverReducesEmissionsAndSelfUseAvoidsImport() {
    List<QuarterHourBalance> quarters =
        List.of(
            quarter(0, 40_000, 0, 10_000),
            quarter(1, 0, 25_000, 95_000),
            quarter(2, 10_000, 0, 30_000));

    PeriodAccount account = account(rules(530_600, 530_600), quarters);

    Emissions emissions = account.emissions().orElseThrow();
    assertThat(emissions.location().micrograms()).isEqualTo(26_530_000_000L);
    assertThat(emissions.pvSelfUse().micrograms()).isEqualTo(58_366_000_000L);
    assertThat(account.energy().balanced().load()).isEqualTo(new Energy(160_000));
  }

  // oracle savings-load-shift; the gain is counted once: not again as self-use
  @Test
  void whatTheScheduleMovedUnderTheSunIsCountedOnce() {
    long[] pv = {0, 60_000, 80_000, 20_000};
    long[] reference = {90_000, 30_000, 30_000, 30_000};
    long[] executed = {20_000, 60_000, 80_000, 20_000};
    List<QuarterHourBalance> quarters = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long gridImport = Math.max(0, executed[i] - pv[i]);
      long export = Math.max(0, pv[i] - executed[i]);
      quarters.add(quarter(i, gridImport, export, pv[i], executed[i], reference[i]));
    }

    PeriodAccount account = account(rules(530_600, 530_600), quarters);

    Emissions emissions = account.emissions().orElseThrow();
    assertThat(emissions.loadShift().micrograms()).isEqualTo(42_448_000_000L);
    // self-use 160 kWh less 80 kWh that the schedule moved
    assertThat(emissions.pvSelfUse().micrograms()).isEqualTo(80_000L * 530_600);
  }

  @Test
  void aDayWorseThanItsReferenceShowsAsALoss() {
    List<QuarterHourBalance> quarters = List.of(quarter(0, 50_000, 0, 0, 50_000, 20_000));

    PeriodAccount account = account(rules(530_600, 530_600), quarters);

    assertThat(account.energy().loadShift()).isEqualTo(new Energy(-30_000));
    assertThat(account.emissions().orElseThrow().loadShift().micrograms())
        .isEqualTo(-30_000L * 530_600);
  }

  // oracle savings-waterfall: the year's amounts put into one month
  @Test
  void theStepsOfTheWaterfallAddUpToTheMicrogram() {
    long imported = 34_280_000_000L;
    long selfUse = 5_000_000_000L + 300_000_000L;
    QuarterHourBalance quarter = quarter(0, imported, 0, selfUse, 1_000_000_000L, 1_300_000_000L);
    AccountingRules rules =
        new AccountingRules(
            Optional.of(series("location", 530_600)),
            Optional.of(series("residual", 609_600)),
            List.of(contract(20_000_000_000L)),
            List.of(measure()),
            List.of());

    Emissions emissions = emissions(rules, List.of(quarter));

    assertThat(emissions.location().micrograms()).isEqualTo(18_188_968_000_000_000L);
    assertThat(emissions.market().micrograms()).isEqualTo(8_705_088_000_000_000L);
    assertThat(emissions.reference().micrograms()).isEqualTo(40_000_000_000L * 530_600);
    assertThat(emissions.location().minus(emissions.greenPower()).plus(emissions.residualStep()))
        .isEqualTo(emissions.market());
    assertThat(emissions.efficiency().micrograms()).isEqualTo(420_000_000L * 530_600);
  }

  @Test
  void aMissingFactorIsNeverASilentZero() {
    AccountingRules rules =
        new AccountingRules(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    PeriodAccount account = account(rules, scopeTwo());

    assertThat(account.emissions()).isEmpty();
    assertThat(account.faults())
        .singleElement()
        .matches(fault -> fault.code().equals("missing-factor") && fault.month().equals(JUNE));
    assertThat(account.energy().gridImport()).isEqualTo(new Energy(430_750));
    assertThat(PeriodAccount.NONE.plus(account).emissions()).isEmpty();
  }

  @Test
  void aDateBeforeTheFirstFactorIsNamed() {
    Instant later = START.plus(Duration.ofDays(365));
    AccountingRules rules =
        new AccountingRules(
            Optional.of(series("location", 530_600, later)),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    PeriodAccount account = account(rules, scopeTwo());

    assertThat(account.emissions()).isEmpty();
    assertThat(account.faults().get(0).detail())
        .isEqualTo("series location has no factor valid at 2025-05-31T16:00:00Z");
  }

  @Test
  void aMeasureWhoseMeterWasNotReadIsNotCountedAsASaving() {
    PointAmounts blind =
        (point, from, to) ->
            new PointAmount(amounts(point, from, to).known(), point.equals("compressor") ? 3 : 0);
    AccountingRules rules =
        new AccountingRules(
            Optional.of(series("location", 530_600)),
            Optional.empty(),
            List.of(),
            List.of(measure()),
            List.of());

    PeriodAccount account = account(rules, scopeTwo(), blind);

    assertThat(account.energy().efficiency()).isEqualTo(Energy.ZERO);
    assertThat(account.faults())
        .extracting(AccountFault::detail)
        .containsExactly("measure compressors is not counted: 6 quarter-hour readings missing");
  }

  @Test
  void gasThatWasNotReadIsNamed() {
    PeriodAccount account =
        MonthAccount.of(
            new MonthAccount.Measured(
                JUNE,
                ZONE,
                List.of(),
                Optional.empty(),
                MonthAccountTest::amounts,
                new PointAmount(700, 2)),
            rules(530_600, 530_600));

    assertThat(account.gasLitres()).isEqualTo(700);
    assertThat(account.faults())
        .extracting(AccountFault::detail)
        .containsExactly("natural gas: 2 quarter-hour readings missing");
  }

  @Test
  void aQuarterWithAMissingMeterCountsAsMissingAndNotAsLoad() {
    QuarterHourBalance blind =
        new QuarterHourBalance(
            START,
            OptionalLong.of(700),
            OptionalLong.of(0),
            OptionalLong.empty(),
            OptionalLong.of(0),
            OptionalLong.of(0),
            Flag.MISSING);

    PeriodAccount account = account(rules(530_600, 530_600), List.of(blind, quarter(1, 300, 0, 0)));

    assertThat(account.energy().gridImport()).isEqualTo(new Energy(1_000));
    assertThat(account.energy().balanced().load()).isEqualTo(new Energy(300));
    assertThat(account.complete()).isEqualTo(new Completeness(2880, 1, 0, 3));
  }

  @Test
  void factorsAfterTheNewestAreProvisional() {
    Emissions emissions = emissions(rules(530_600, 609_600), scopeTwo());

    assertThat(emissions.factors()).hasSize(2).allMatch(FactorUse::provisional);
  }

  private static List<QuarterHourBalance> scopeTwo() {
    return List.of(quarter(0, 100_000, 0, 0), quarter(1, 250_500, 0, 0), quarter(2, 80_250, 0, 0));
  }

  private static Emissions emissions(AccountingRules rules, List<QuarterHourBalance> quarters) {
    return account(rules, quarters).emissions().orElseThrow();
  }

  /** The data goes on for four quarter hours. */
  private static PeriodAccount account(AccountingRules rules, List<QuarterHourBalance> quarters) {
    return account(rules, quarters, MonthAccountTest::amounts);
  }

  private static PeriodAccount account(
      AccountingRules rules, List<QuarterHourBalance> quarters, PointAmounts amounts) {
    Interval range = new Interval(START, START.plusSeconds(4 * 900));
    return MonthAccount.of(
        new MonthAccount.Measured(
            JUNE, ZONE, quarters, Optional.of(range), amounts, PointAmount.NONE),
        rules);
  }

  /** Baseline: 2,000,000 Wh for 1,000 units; June: 300,000 units with 180,000,000 Wh. */
  private static PointAmount amounts(String point, LocalDate from, LocalDate to) {
    boolean isBaseline = from.getMonthValue() == 1;
    if (point.equals("air")) {
      return new PointAmount(isBaseline ? 1_000 : 300_000, 0);
    }
    return new PointAmount(isBaseline ? 2_000_000 : 180_000_000, 0);
  }

  private static MeasuredMeasure measure() {
    return new MeasuredMeasure(
        "compressors",
        "Compressors",
        List.of("compressor"),
        "air",
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2025, 2, 1),
        LocalDate.of(2025, 2, 1),
        Optional.empty(),
        "IPMVP option B");
  }

  private static AccountingRules rules(long location, long residual, long... contracts) {
    List<GreenPowerContract> green = new ArrayList<>();
    for (long wattHours : contracts) {
      green.add(contract(wattHours));
    }
    return new AccountingRules(
        Optional.of(series("location", location)),
        Optional.of(series("residual", residual)),
        green,
        List.of(),
        List.of());
  }

  private static GreenPowerContract contract(long wattHours) {
    return new GreenPowerContract(
        "wind", "Wind", 0, Map.of(JUNE, new Energy(wattHours)), "contract");
  }

  private static FactorSeries series(String id, long microgramsPerWattHour) {
    return series(id, microgramsPerWattHour, Instant.parse("2023-01-01T00:00:00Z"));
  }

  private static FactorSeries series(String id, long microgramsPerWattHour, Instant from) {
    Interval validity = new Interval(from, from.plus(Duration.ofDays(365)));
    return new FactorSeries(
        id,
        List.of(
            new EmissionFactor(
                id + "-2023",
                id,
                new FactorKey(
                    id, "CN", 2023, "test", FactorKey.GasBasis.CO2, FactorKey.Boundary.GENERATION),
                validity,
                microgramsPerWattHour,
                new Citation("test", "test", "2025-01", "test"),
                Verification.ORIGINAL)));
  }

  private static QuarterHourBalance quarter(int index, long in, long out, long pv) {
    return quarter(index, in, out, pv, 0, 0);
  }

  private static QuarterHourBalance quarter(
      int index, long in, long out, long pv, long flexible, long planned) {
    return new QuarterHourBalance(
        START.plusSeconds(900L * index),
        OptionalLong.of(in),
        OptionalLong.of(out),
        OptionalLong.of(pv),
        OptionalLong.of(flexible),
        OptionalLong.of(planned),
        Flag.MEASURED);
  }
}
