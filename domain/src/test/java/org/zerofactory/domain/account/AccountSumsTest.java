package org.zerofactory.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/** Whatever the meters say: parts add up to totals, in any order, to the microgram. */
final class AccountSumsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant FIRST = Instant.parse("2024-12-31T16:00:00Z");
  private static final long LOCATION = 530_600;
  private static final long RESIDUAL = 609_600;

  /** What one quarter hour's meters say; negative stands for a reading that is missing. */
  record Quarter(long gridImport, long gridExport, long production, long flexible, long planned) {}

  @Property(tries = 200)
  void aYearIsTheSumOfItsMonthsInAnyOrder(
      @ForAll("months") List<List<Quarter>> months, @ForAll long seed) {
    List<PeriodAccount> accounts = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      accounts.add(account(YearMonth.of(2025, i + 1), months.get(i)));
    }
    PeriodAccount inOrder = accounts.stream().reduce(PeriodAccount.NONE, PeriodAccount::plus);

    Collections.shuffle(accounts, new Random(seed));
    PeriodAccount shuffled = accounts.stream().reduce(PeriodAccount.NONE, PeriodAccount::plus);

    assertThat(shuffled.energy()).isEqualTo(inOrder.energy());
    assertThat(shuffled.complete()).isEqualTo(inOrder.complete());
    assertThat(figures(shuffled)).isEqualTo(figures(inOrder));
    assertThat(new HashSet<>(shuffled.emissions().orElseThrow().factors()))
        .isEqualTo(new HashSet<>(inOrder.emissions().orElseThrow().factors()));
  }

  @Property(tries = 200)
  void theStepsOfTheWaterfallAddUpForAnyReadings(@ForAll("quarters") List<Quarter> quarters) {
    PeriodAccount account = account(YearMonth.of(2025, 1), quarters);

    Emissions of = account.emissions().orElseThrow();

    assertThat(of.reference().minus(of.pvSelfUse()).minus(of.efficiency()).minus(of.loadShift()))
        .isEqualTo(of.location());
    assertThat(of.location().minus(of.greenPower()).plus(of.residualStep())).isEqualTo(of.market());
    assertThat(of.saved())
        .isEqualTo(of.pvSelfUse().plus(of.greenPower()).plus(of.efficiency()).plus(of.loadShift()));
  }

  @Property(tries = 200)
  void figuresEqualAPlainSumOverTheReadings(@ForAll("quarters") List<Quarter> quarters) {
    PeriodAccount account = account(YearMonth.of(2025, 1), quarters);

    BigInteger imported = BigInteger.ZERO;
    BigInteger selfUse = BigInteger.ZERO;
    long known = 0;
    for (Quarter quarter : quarters) {
      imported = imported.add(BigInteger.valueOf(Math.max(0, quarter.gridImport)));
      if (quarter.gridImport >= 0 && quarter.gridExport >= 0 && quarter.production >= 0) {
        selfUse = selfUse.add(BigInteger.valueOf(quarter.production - quarter.gridExport));
        known++;
      }
    }

    assertThat(account.energy().gridImport().wattHours()).isEqualTo(imported.longValueExact());
    assertThat(account.energy().balanced().selfUse().wattHours())
        .isEqualTo(selfUse.longValueExact());
    assertThat(account.emissions().orElseThrow().location().micrograms())
        .isEqualTo(imported.multiply(BigInteger.valueOf(LOCATION)).longValueExact());
    Emissions of = account.emissions().orElseThrow();
    assertThat(of.pvSelfUse().plus(of.loadShift()).micrograms())
        .as("what the schedule moved is counted once")
        .isEqualTo(selfUse.multiply(BigInteger.valueOf(LOCATION)).longValueExact());
    assertThat(account.complete().measured()).isEqualTo(known);
    assertThat(account.complete().missing()).isEqualTo(quarters.size() - known);
  }

  @Provide
  Arbitrary<List<List<Quarter>>> months() {
    return quarters().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Quarter>> quarters() {
    Arbitrary<Long> amount =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, Arbitraries.longs().between(0, 10_000_000)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(-1L)));
    return Combinators.combine(amount, amount, amount, amount, amount)
        .as(Quarter::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static List<Carbon> figures(PeriodAccount account) {
    Emissions of = account.emissions().orElseThrow();
    return List.of(
        of.location(),
        of.market(),
        of.pvSelfUse(),
        of.greenPower(),
        of.residualStep(),
        of.efficiency(),
        of.loadShift());
  }

  private static PeriodAccount account(YearMonth month, List<Quarter> quarters) {
    Instant start = month.atDay(1).atStartOfDay(ZONE).toInstant();
    List<QuarterHourBalance> balances = new ArrayList<>();
    for (Quarter quarter : quarters) {
      balances.add(balance(start.plusSeconds(900L * balances.size()), quarter));
    }
    Interval range = new Interval(start, start.plusSeconds(900L * quarters.size()));
    return MonthAccount.of(
        new MonthAccount.Measured(
            month, ZONE, balances, Optional.of(range), AccountSumsTest::amounts, PointAmount.NONE),
        rules());
  }

  private static QuarterHourBalance balance(Instant start, Quarter of) {
    boolean isMissing = of.gridImport < 0 || of.gridExport < 0 || of.production < 0;
    return new QuarterHourBalance(
        start,
        known(of.gridImport),
        known(of.gridExport),
        known(of.production),
        known(of.flexible),
        known(of.planned),
        isMissing ? Flag.MISSING : Flag.MEASURED);
  }

  private static OptionalLong known(long amount) {
    return amount < 0 ? OptionalLong.empty() : OptionalLong.of(amount);
  }

  private static PointAmount amounts(String point, LocalDate from, LocalDate to) {
    return new PointAmount(point.length() * 1_000L + from.getDayOfYear() * 7L, 0);
  }

  private static AccountingRules rules() {
    MeasuredMeasure measure =
        new MeasuredMeasure(
            "fans",
            "Fans",
            List.of("fan-1", "fan-10"),
            "air",
            LocalDate.of(2024, 12, 1),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 1, 1),
            Optional.empty(),
            "IPMVP option B");
    GreenPowerContract contract =
        new GreenPowerContract(
            "wind",
            "Wind",
            11_000,
            Map.of(YearMonth.of(2025, 1), new Energy(20_000_000)),
            "contract");
    return new AccountingRules(
        Optional.of(series("location", LOCATION)),
        Optional.of(series("residual", RESIDUAL)),
        List.of(contract),
        List.of(measure),
        List.of());
  }

  private static FactorSeries series(String id, long micrograms) {
    Interval validity = new Interval(FIRST, FIRST.plusSeconds(86_400L * 400));
    return new FactorSeries(
        id,
        List.of(
            new EmissionFactor(
                id + "-1",
                id,
                new FactorKey(
                    id, "CN", 2025, "test", FactorKey.GasBasis.CO2, FactorKey.Boundary.GENERATION),
                validity,
                micrograms,
                new Citation("test", "test", "2025-01", "test"),
                Verification.ORIGINAL)));
  }
}
