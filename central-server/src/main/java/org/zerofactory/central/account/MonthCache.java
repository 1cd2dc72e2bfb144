package org.zerofactory.central.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.MeasuredMeasure;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.savings.RegressionMeasure;

/** Accounts of months that are still true. */
final class MonthCache {

  /** Months kept at most; beyond it all are forgotten and come back as they are asked for. */
  static final int LIMIT = 20_000;

  private record Key(String site, YearMonth month) {}

  private final Map<Key, PeriodAccount> months = new HashMap<>();
  private final Map<String, Long> generations = new HashMap<>();
  private final Map<String, Instant> ends = new HashMap<>();

  /** Counts changes that touched all sites. */
  private long era;

  /** The month as it is known, or as it is accounted now. */
  PeriodAccount get(String site, YearMonth month, Supplier<PeriodAccount> account) {
    Key key = new Key(site, month);
    long generation;
    synchronized (this) {
      PeriodAccount known = months.get(key);
      if (known != null) {
        return known;
      }
      generation = generation(site);
    }
    PeriodAccount fresh = account.get();
    keep(key, fresh, generation);
    return fresh;
  }

  /** Keeps it unless readings of the site changed while it was being accounted. */
  private synchronized void keep(Key key, PeriodAccount account, long generation) {
    if (generation(key.site) != generation) {
      return;
    }
    if (months.size() >= LIMIT) {
      months.clear();
    }
    months.put(key, account);
  }

  private long generation(String site) {
    return generations.getOrDefault(site, 0L) + era;
  }

  /** Forgets everything: rules changed. */
  synchronized void forgetAll() {
    era++;
    months.clear();
  }

  /** Forgets the months that rest on what changed. */
  synchronized void forget(JournalChange change, AccountingRules rules, ZoneId zone) {
    generations.merge(change.site(), 1L, Long::sum);
    if (change.touched().isEmpty()) {
      return;
    }
    Interval touched = change.touched().get();
    Instant oldEnd = ends.getOrDefault(change.site(), Instant.MIN);
    if (!touched.end().equals(Instant.MAX)) {
      ends.merge(change.site(), touched.end(), (one, other) -> one.isAfter(other) ? one : other);
    }
    boolean isBaseline =
        rules.measures().stream().anyMatch(measure -> touched.overlaps(baseline(measure, zone)))
            || rules.regressions().stream().anyMatch(measure -> touches(measure, touched, zone));
    // months between the old end and what came now have gaps that were not gaps before
    Instant first = oldEnd.isBefore(touched.start()) ? oldEnd : touched.start();
    months
        .keySet()
        .removeIf(
            key -> key.site.equals(change.site()) && (isBaseline || endsAfter(key, first, zone)));
  }

  private static boolean endsAfter(Key key, Instant first, ZoneId zone) {
    LocalDate end = key.month.plusMonths(1).atDay(1);
    return end.atStartOfDay(zone).toInstant().isAfter(first);
  }

  private static boolean touches(RegressionMeasure measure, Interval touched, ZoneId zone) {
    return Stream.concat(Stream.of(measure.baseline()), measure.validation().stream())
        .map(
            days ->
                new Interval(
                    days.from().atStartOfDay(zone).toInstant(),
                    days.to().atStartOfDay(zone).toInstant()))
        .anyMatch(touched::overlaps);
  }

  private static Interval baseline(MeasuredMeasure measure, ZoneId zone) {
    return new Interval(
        measure.baselineFrom().atStartOfDay(zone).toInstant(),
        measure.baselineTo().atStartOfDay(zone).toInstant());
  }
}
