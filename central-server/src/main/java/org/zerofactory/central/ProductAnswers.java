package org.zerofactory.central;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.central.account.Accountant;
import org.zerofactory.central.account.ProductAccountant;
import org.zerofactory.central.account.ProductData;
import org.zerofactory.central.receive.RunReader;
import org.zerofactory.central.report.FootprintReport;
import org.zerofactory.central.report.ProductsReport;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.ProductionStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.central.web.ProductDoors;
import org.zerofactory.domain.account.FactorUse;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.product.Equipment;
import org.zerofactory.domain.product.ProductCatalogue;
import org.zerofactory.domain.product.ProductPeriod;
import org.zerofactory.domain.product.ProductionRun;
import org.zerofactory.domain.product.ReadRuns;
import org.zerofactory.domain.product.RunChecks;
import org.zerofactory.domain.product.UnitFootprint;

/** Brings together the production log, what products took, and the shape of the answers. */
final class ProductAnswers {

  private final StoreReader reader;
  private final ProductionStore store;
  private final Accountant accountant;
  private final ProductAccountant products;
  private final SiteRules rules;
  private final InstantSource clock;

  private ProductAnswers(
      StoreReader reader,
      ProductionStore store,
      Accountant accountant,
      ProductAccountant products,
      SiteRules rules,
      InstantSource clock) {
    this.reader = reader;
    this.store = store;
    this.accountant = accountant;
    this.products = products;
    this.rules = rules;
    this.clock = clock;
  }

  static ProductAnswers of(
      JournalStore journals, Accountant accountant, SiteRules rules, InstantSource clock) {
    StoreReader reader = journals.reader();
    ProductionStore store = journals.production();
    ProductData data =
        new ProductData(
            reader::site,
            reader::quarters,
            store::readings,
            store::states,
            store::runs,
            store::runsOfOrder,
            rules,
            rules::products);
    ProductAccountant products = new ProductAccountant(data, accountant::month);
    return new ProductAnswers(reader, store, accountant, products, rules, clock);
  }

  ProductDoors doors() {
    return new ProductDoors(
        this::post, this::runs, this::period, this::year, this::order, this::footprint);
  }

  void changed(JournalChange change) {
    products.changed(change);
  }

  void rulesChanged() {
    products.rulesChanged();
  }

  private Optional<ProductDoors.Result> post(
      String site, String person, byte[] body, boolean isCsv) {
    return reader
        .site(site)
        .map(
            overview -> {
              ReadRuns read = isCsv ? RunReader.csv(body) : RunReader.json(body);
              Equipment equipment = new Equipment(overview.description());
              RunChecks.Result result = store.add(site, equipment, read, person, clock.instant());
              if (result.faults().isEmpty() && !result.added().isEmpty()) {
                products.changed(site, span(result.added()));
              }
              return ProductDoors.Result.of(ProductsReport.added(result).toString(), result);
            });
  }

  private static Interval span(List<ProductionRun> runs) {
    Instant from = runs.stream().map(ProductionRun::from).min(Instant::compareTo).orElseThrow();
    Instant to = runs.stream().map(ProductionRun::to).max(Instant::compareTo).orElseThrow();
    return new Interval(from, to);
  }

  private Optional<String> runs(String site, LocalDate from, LocalDate to) {
    return reader
        .site(site)
        .map(
            overview -> {
              ZoneId zone = overview.description().zone();
              Interval interval =
                  new Interval(
                      from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
              return ProductsReport.log(store.runs(site, interval)).toString();
            });
  }

  private Optional<String> period(String site, LocalDate from, LocalDate to) {
    return products
        .period(site, from, to)
        .map(period -> ProductsReport.of(from, to, period).toString());
  }

  private Optional<String> year(String site, int year) {
    List<ProductsReport.Month> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      YearMonth of = YearMonth.of(year, month);
      products
          .period(site, of.atDay(1), of.plusMonths(1).atDay(1))
          .ifPresent(period -> months.add(new ProductsReport.Month(of.toString(), period)));
    }
    return months.isEmpty()
        ? Optional.empty()
        : Optional.of(ProductsReport.months(year, months).toString());
  }

  private Optional<String> order(String site, String order) {
    return products
        .order(site, order)
        .map(of -> ProductsReport.order(order, of.runs(), of.period()).toString());
  }

  private ProductDoors.Answer footprint(
      String site, String product, LocalDate from, LocalDate to, boolean isMarket) {
    Optional<SiteOverview> overview = reader.site(site);
    Optional<ProductPeriod> period = products.period(site, from, to);
    if (overview.isEmpty() || period.isEmpty()) {
      return new ProductDoors.Answer.None("no data");
    }
    Optional<ProductCatalogue> catalogue = rules.products(site).catalogue();
    Optional<ProductCatalogue.Entry> entry = catalogue.flatMap(of -> of.find(product));
    if (entry.isEmpty()) {
      return new ProductDoors.Answer.Incomplete(
          "expected product " + product + " in the product-catalogue of the site's accounts file");
    }
    UnitFootprint.Method method =
        isMarket ? UnitFootprint.Method.MARKET : UnitFootprint.Method.LOCATION;
    return UnitFootprint.of(period.get(), product, method)
        .<ProductDoors.Answer>map(
            footprint ->
                issue(
                    new FootprintReport.Subject(
                        overview.get().description(),
                        catalogue.orElseThrow(),
                        entry.get(),
                        from,
                        to,
                        method,
                        footprint,
                        factors(overview.get(), from, to, method))))
        .orElseGet(
            () ->
                new ProductDoors.Answer.Incomplete(
                    "expected good pieces, energy and all factors of "
                        + product
                        + " from "
                        + from
                        + " to "
                        + to));
  }

  private ProductDoors.Answer issue(FootprintReport.Subject subject) {
    String of =
        String.join(
            "/",
            subject.product().id(),
            subject.from().toString(),
            subject.to().toString(),
            subject.method().name());
    String content = FootprintReport.content(subject);
    return new ProductDoors.Answer.Document(
        FootprintReport.of(store.issue(subject.site().id(), of, content, clock.instant())));
  }

  private Collection<FactorUse> factors(
      SiteOverview overview, LocalDate from, LocalDate to, UnitFootprint.Method method) {
    String use = "scope2-" + method.name().toLowerCase(Locale.ROOT);
    Set<FactorUse> factors = new LinkedHashSet<>();
    YearMonth last = YearMonth.from(to.minusDays(1));
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      accountant
          .month(overview, month)
          .emissions()
          .ifPresent(
              emissions ->
                  emissions.factors().stream()
                      .filter(factor -> factor.use().equals(use))
                      .forEach(factors::add));
    }
    return factors;
  }
}
