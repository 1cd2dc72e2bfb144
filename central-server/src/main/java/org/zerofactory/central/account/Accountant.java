package org.zerofactory.central.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.DayAccount;
import org.zerofactory.domain.account.MonthAccount;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.account.PointAmount;
import org.zerofactory.domain.account.PointAmounts;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.savings.DailyAmounts;
import org.zerofactory.domain.savings.LocalDays;

/** Accounts days, months and years of sites. Safe for use by many threads. */
public final class Accountant {

  private final SiteData data;
  private final MonthCache months = new MonthCache();
  private final YearCache years = new YearCache();

  public Accountant(SiteData data) {
    this.data = data;
  }

  /** A local year; empty for an unknown site or a year without data. */
  public Optional<YearAccount> year(String site, int year) {
    return data.site()
        .apply(site)
        .filter(overview -> hasData(overview, YearMonth.of(year, 1), YearMonth.of(year + 1, 1)))
        .map(overview -> year(overview, year));
  }

  /** A local day; empty for an unknown site or a day outside the site's data. */
  public Optional<DayAccount> day(String site, LocalDate date) {
    return data.site()
        .apply(site)
        .filter(overview -> overlaps(overview, day(date, overview.description().zone())))
        .map(overview -> day(overview, date));
  }

  /** Forgets what rests on readings that changed. */
  public void changed(JournalChange change) {
    data.site()
        .apply(change.site())
        .ifPresent(overview -> months.forget(change, rules(overview), zone(overview)));
  }

  /** Forgets everything: what rules are made of changed. */
  public void rulesChanged() {
    months.forgetAll();
  }

  private YearAccount year(SiteOverview overview, int year) {
    List<YearAccount.Month> all = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      YearMonth of = YearMonth.of(year, month);
      if (hasData(overview, of, of.plusMonths(1))) {
        all.add(new YearAccount.Month(of, month(overview, of)));
      }
    }
    YearCache.Savings savings =
        years.get(
            overview.description().id(),
            year,
            overview.sequence(),
            () -> savings(overview, all.stream().map(YearAccount.Month::month).toList()));
    return new YearAccount(
        year,
        zone(overview),
        overview.sequence(),
        rules(overview),
        all,
        savings.metered(),
        savings.regressions());
  }

  private YearCache.Savings savings(SiteOverview overview, List<YearMonth> months) {
    return new YearSavings(rules(overview), zone(overview), overview.dataRange())
        .of(months, amounts(overview), dailyAmounts(overview));
  }

  private PointAmounts amounts(SiteOverview overview) {
    String site = overview.description().id();
    ZoneId zone = zone(overview);
    return (point, from, to) -> data.daySums().of(site, point, days(from, to, zone));
  }

  private DailyAmounts dailyAmounts(SiteOverview overview) {
    String site = overview.description().id();
    ZoneId zone = zone(overview);
    return (point, from, to) -> data.days().of(site, point, new LocalDays(from, to), zone);
  }

  private DayAccount day(SiteOverview overview, LocalDate date) {
    String site = overview.description().id();
    return DayAccount.of(
        date,
        zone(overview),
        data.quarters().of(site, day(date, zone(overview))),
        overview.dataRange(),
        rules(overview),
        month(overview, YearMonth.from(date)));
  }

  /** A local month of a known site. */
  public PeriodAccount month(SiteOverview overview, YearMonth month) {
    return months.get(overview.description().id(), month, () -> account(overview, month));
  }

  private PeriodAccount account(SiteOverview overview, YearMonth month) {
    String site = overview.description().id();
    ZoneId zone = zone(overview);
    Interval interval = interval(month, month.plusMonths(1), zone);
    return MonthAccount.of(
        new MonthAccount.Measured(
            month,
            zone,
            data.quarters().of(site, interval),
            overview.dataRange(),
            amounts(overview),
            gas(overview, interval),
            dailyAmounts(overview)),
        rules(overview));
  }

  private PointAmount gas(SiteOverview overview, Interval days) {
    PointAmount litres = PointAmount.NONE;
    for (MeterDescription meter : overview.description().metersOf(MeterRole.GAS)) {
      boolean isCountedAbove = meter.parent().isPresent();
      if (!isCountedAbove) {
        String point = meter.pointId(Quantity.GAS_VOLUME);
        litres = litres.plus(data.daySums().of(overview.description().id(), point, days));
      }
    }
    return litres;
  }

  private AccountingRules rules(SiteOverview overview) {
    return data.rules().apply(overview.description());
  }

  private static ZoneId zone(SiteOverview overview) {
    return overview.description().zone();
  }

  private static boolean hasData(SiteOverview overview, YearMonth from, YearMonth to) {
    return overlaps(overview, interval(from, to, zone(overview)));
  }

  private static boolean overlaps(SiteOverview overview, Interval interval) {
    return overview.dataRange().filter(interval::overlaps).isPresent();
  }

  private static Interval interval(YearMonth from, YearMonth to, ZoneId zone) {
    return QuarterHours.months(from, to, zone);
  }

  private static Interval day(LocalDate date, ZoneId zone) {
    return days(date, date.plusDays(1), zone);
  }

  private static Interval days(LocalDate from, LocalDate to, ZoneId zone) {
    Instant start = from.atStartOfDay(zone).toInstant();
    return new Interval(start, to.atStartOfDay(zone).toInstant());
  }
}
