package org.zerofactory.central.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.Emissions;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.product.AllocationRules;
import org.zerofactory.domain.product.DayProducts;
import org.zerofactory.domain.product.MonthProducts;
import org.zerofactory.domain.product.ProductPeriod;
import org.zerofactory.domain.product.ProductionRun;
import org.zerofactory.domain.product.UsedMeters;

/** Accounts products and orders of sites, month by month. Safe for use by many threads. */
public final class ProductAccountant {

  private final ProductData data;
  private final BiFunction<SiteOverview, YearMonth, PeriodAccount> monthAccount;
  private final ProductCache months = new ProductCache();

  /**
   * @param monthAccount the site's account of a month, whose emissions are divided
   */
  public ProductAccountant(
      ProductData data, BiFunction<SiteOverview, YearMonth, PeriodAccount> monthAccount) {
    this.data = data;
    this.monthAccount = monthAccount;
  }

  /** An order: its runs and what it took on the days that they touch. */
  public record Order(List<ProductionRun> runs, ProductPeriod period) {}

  /**
   * What products took from one local day to another; empty for an unknown site or a time without
   * data.
   *
   * @param to day after the last
   */
  public Optional<ProductPeriod> period(String site, LocalDate from, LocalDate to) {
    return data.site()
        .apply(site)
        .filter(overview -> hasData(overview, from, to))
        .map(overview -> ProductPeriod.of(days(overview, from, to)));
  }

  /** The order with this id; empty if the log has none. */
  public Optional<Order> order(String site, String order) {
    return data.site().apply(site).flatMap(overview -> order(overview, order));
  }

  private Optional<Order> order(SiteOverview overview, String order) {
    List<ProductionRun> runs = data.runsOfOrder().of(overview.description().id(), order);
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = zone(overview);
    TreeSet<LocalDate> days = new TreeSet<>();
    for (ProductionRun run : runs) {
      LocalDate last = LocalDate.ofInstant(run.to().minusSeconds(1), zone);
      LocalDate.ofInstant(run.from(), zone).datesUntil(last.plusDays(1)).forEach(days::add);
    }
    List<DayProducts> touched = new ArrayList<>();
    for (DayProducts day : days(overview, days.first(), days.last().plusDays(1))) {
      if (days.contains(day.date())) {
        touched.add(day);
      }
    }
    return Optional.of(new Order(runs, ProductPeriod.of(touched).ofOrder(order)));
  }

  /** Forgets what rests on readings that changed. */
  public void changed(JournalChange change) {
    change.touched().ifPresent(interval -> changed(change.site(), interval));
  }

  /** Forgets what rests on readings or runs of a time. */
  public void changed(String site, Interval interval) {
    data.site().apply(site).ifPresent(overview -> months.forget(site, interval, zone(overview)));
  }

  /** Forgets everything: what rules are made of changed. */
  public void rulesChanged() {
    months.forgetAll();
  }

  private List<DayProducts> days(SiteOverview overview, LocalDate from, LocalDate to) {
    List<DayProducts> days = new ArrayList<>();
    YearMonth last = YearMonth.from(to.minusDays(1));
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      if (hasData(overview, month.atDay(1), month.plusMonths(1).atDay(1))) {
        month(overview, month).stream()
            .filter(day -> !day.date().isBefore(from) && day.date().isBefore(to))
            .forEach(days::add);
      }
    }
    return days;
  }

  private List<DayProducts> month(SiteOverview overview, YearMonth month) {
    return months.get(overview.description().id(), month, () -> divided(overview, month));
  }

  private List<DayProducts> divided(SiteOverview overview, YearMonth month) {
    String site = overview.description().id();
    Interval interval = QuarterHours.month(month, zone(overview));
    AllocationRules rules = data.productRules().apply(site).allocation();
    List<String> points = UsedMeters.of(overview.description(), rules).points();
    AccountingRules accounting = data.rules().apply(overview.description());
    Optional<Emissions> emissions = monthAccount.apply(overview, month).emissions();
    return MonthProducts.of(
        overview.description(),
        rules,
        new MonthProducts.Measured(
            interval,
            data.quarters().of(site, interval),
            data.readings().of(site, points, interval),
            data.states().of(site, interval),
            data.runs().of(site, interval),
            accounting.location().filter(series -> emissions.isPresent()),
            emissions.map(Emissions::market)));
  }

  private static boolean hasData(SiteOverview overview, LocalDate from, LocalDate to) {
    ZoneId zone = zone(overview);
    Interval interval =
        new Interval(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    return overview.dataRange().filter(interval::overlaps).isPresent();
  }

  private static ZoneId zone(SiteOverview overview) {
    return overview.description().zone();
  }
}
