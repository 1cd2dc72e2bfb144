package org.zerofactory.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zerofactory.central.account.MeterAccountant;
import org.zerofactory.central.account.SiteData;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.MeterAccount;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Interval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A site's year accounted meter by meter with a factor for each hour, from the rows that the store
 * made of its journal, on one core; beside it a plain loop that multiplies and adds the same
 * numbers in arrays, turn about in the same run.
 */
@Command(
    name = "meter-year",
    mixinStandardHelpOptions = true,
    description = "Seconds to account a year of meters with hourly factors, beside plain arrays.")
final class MeterYearBenchmark implements Callable<Integer> {

  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final Interval YEAR =
      new Interval(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

  @Option(
      names = "--meters",
      split = ",",
      defaultValue = "10,50,200,1000",
      description = "sizes of the site (${DEFAULT-VALUE})")
  private int[] sizes = {10, 50, 200, 1000};

  @Option(names = "--runs", defaultValue = "5", description = "runs of each (${DEFAULT-VALUE})")
  private int runs = 5;

  /** What the accountant is given; changed between two of its runs. */
  private FactorSeries factors = factors(0);

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    for (int meters : sizes) {
      Path folder = Files.createTempDirectory("zerofactory-benchmark-meter-year");
      try {
        System.out.println(measure(folder, meters));
      } finally {
        RunningProgram.delete(folder);
      }
    }
    return 0;
  }

  private Figures measure(Path folder, int meters) throws GeneralSecurityException {
    MeterYearJournal journal = new MeterYearJournal(meters, YEAR);
    long begin = System.nanoTime();
    try (JournalStore store =
        JournalStore.open(folder, InstantSource.system(), BalanceSeries::of, change -> {})) {
      journal.applyTo(store);
      double fill = seconds(begin);
      long[][] amounts = journal.amounts();
      double[] year = new double[runs];
      double[] change = new double[runs];
      double[] raw = new double[runs];
      for (int run = -1; run < runs; run++) { // the first one warms up and is not counted
        factors = factors(0);
        MeterAccountant accountant = accountant(store.reader());
        begin = System.nanoTime();
        long total = total(accountant);
        double whole = seconds(begin);
        factors = factors(1);
        begin = System.nanoTime();
        total(accountant);
        double again = seconds(begin);
        long[] column = column(factors(0));
        begin = System.nanoTime();
        long plain = multiplyAdd(amounts, column);
        double bare = seconds(begin);
        if (total != plain) {
          throw new IllegalStateException("expected " + plain + " ug, found " + total);
        }
        if (run >= 0) {
          year[run] = whole;
          change[run] = again;
          raw[run] = bare;
        }
      }
      return new Figures("meter-year")
          .put("meters", meters, 0)
          .put("intervals", 35_040, 0)
          .put("fillSeconds", fill, 1)
          .put("yearSeconds", Figures.median(year), 4)
          .put("factorOfOneHourChangedSeconds", Figures.median(change), 4)
          .put("plainArraysSeconds", Figures.median(raw), 4)
          .put("ratio", Figures.median(year) / Figures.median(raw), 1);
    }
  }

  private static long total(MeterAccountant accountant) {
    return accountant
        .meters(MeterYearJournal.SITE, FIRST, FIRST.plusYears(1))
        .orElseThrow()
        .values()
        .stream()
        .map(MeterAccount::atGridFactor)
        .mapToLong(carbon -> carbon.micrograms())
        .sum();
  }

  private static long multiplyAdd(long[][] amounts, long[] column) {
    long sum = 0;
    for (long[] meter : amounts) {
      for (int i = 0; i < meter.length; i++) {
        sum += meter[i] * column[i];
      }
    }
    return sum;
  }

  private MeterAccountant accountant(StoreReader reader) {
    return new MeterAccountant(
        new SiteData(
            reader::site,
            reader::quarters,
            reader::daySum,
            reader::days,
            site ->
                new AccountingRules(
                    Optional.of(factors), Optional.empty(), List.of(), List.of(), List.of())),
        (site, points, interval, day) -> reader.profiles(site, points, interval, day::of));
  }

  /** A factor for each hour, µg/Wh; one hour of July differs by {@code change}. */
  private static FactorSeries factors(long change) {
    List<EmissionFactor> hours = new ArrayList<>();
    long julyNoon = Instant.parse("2025-07-01T12:00:00Z").getEpochSecond();
    for (long start = YEAR.start().getEpochSecond();
        start < YEAR.end().getEpochSecond();
        start += 3600) {
      long micrograms = 200_000 + start / 3600 * 7919 % 600_000;
      hours.add(hour(start, start == julyNoon ? micrograms + change : micrograms));
    }
    return new FactorSeries("hourly", hours);
  }

  private static EmissionFactor hour(long start, long micrograms) {
    Interval validity =
        new Interval(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + 3600));
    return new EmissionFactor(
        "hour-" + start,
        "hourly",
        new FactorKey(
            "location-based",
            "x",
            2025,
            "test",
            FactorKey.GasBasis.CO2E,
            FactorKey.Boundary.GENERATION),
        validity,
        micrograms,
        new Citation("made up", "made up", "2025-01", "made up"),
        Verification.ORIGINAL);
  }

  private static long[] column(FactorSeries factors) {
    long[] column = new long[35_040];
    for (int i = 0; i < column.length; i++) {
      column[i] = factors.factors().get(i / 4).microgramsPerWattHour();
    }
    return column;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
