package org.zerofactory.central;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.GreenPowerContract;
import org.zerofactory.domain.account.LoadShiftPlan;
import org.zerofactory.domain.account.MatchingBasis;
import org.zerofactory.domain.account.MeasuredMeasure;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.Series;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.inventory.Uncertainties;
import org.zerofactory.domain.ledger.SiteFactors;
import org.zerofactory.domain.ledger.UpstreamSeries;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.product.ProductRules;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.CountedOnce;
import org.zerofactory.domain.savings.LocalDays;
import org.zerofactory.rules.AccountsFolder;
import org.zerofactory.rules.EfficiencyMeasure;
import org.zerofactory.rules.EmissionFactors;
import org.zerofactory.rules.FactorLibrary;
import org.zerofactory.rules.GreenPower;
import org.zerofactory.rules.MarketBasis;
import org.zerofactory.rules.Organisations;
import org.zerofactory.rules.SiteAccounts;

/** How each site is accounted: by its accounts file, else by the factors of its country. */
final class SiteRules implements Function<SiteDescription, AccountingRules> {

  private final FactorLibrary library;
  private final EmissionFactors factors;
  private final AccountsFolder accounts;
  private final Organisations organisations;

  private SiteRules(FactorLibrary library, AccountsFolder accounts, Organisations organisations) {
    this.library = library;
    this.factors = library.electricity();
    this.accounts = accounts;
    this.organisations = organisations;
  }

  /**
   * Reads all files.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  static SiteRules read(ServerOptions options) {
    FactorLibrary library =
        options.factors().map(FactorLibrary::withFolder).orElseGet(FactorLibrary::packaged);
    EmissionFactors factors = library.electricity();
    return new SiteRules(
        library,
        options
            .accounts()
            .map(path -> AccountsFolder.of(path, factors))
            .orElseGet(() -> AccountsFolder.packaged(factors)),
        organisations(options));
  }

  /**
   * Who reports.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  static Organisations organisations(ServerOptions options) {
    return options.accounts().map(Organisations::of).orElseGet(Organisations::packaged);
  }

  /** Who reports, beside the accounts of the sites. */
  Organisations organisations() {
    return organisations;
  }

  /** All factors, those of the user's folder too. */
  FactorLibrary library() {
    return library;
  }

  @Override
  public AccountingRules apply(SiteDescription site) {
    return accounts.of(site.id()).map(file -> rules(site, file)).orElseGet(() -> rules(site));
  }

  /** How the site's instruments match its consumption. */
  MarketBasis market(SiteDescription site) {
    return accounts.of(site.id()).map(SiteAccounts::market).orElse(MarketBasis.DEFAULT);
  }

  /** By what the site's consumption is matched. */
  MatchingBasis matching(SiteDescription site) {
    MarketBasis market = market(site);
    Optional<FactorSeries> rest =
        switch (market.rule().unmatched()) {
          case GRID_AVERAGE -> apply(site).location();
          case RESIDUAL -> apply(site).residual();
          case FOSSIL -> national(site, "fossil");
        };
    return new MatchingBasis(market.rule(), rest, market.gridMillionths(), market.gridSource());
  }

  /** What the points of the site add to in its balance. */
  Map<String, BalanceSeries> series(SiteDescription site) {
    return BalanceSeries.of(site, apply(site).loadShifts());
  }

  /** How the site's load is divided among its products; nothing is guessed without a file. */
  ProductRules products(String site) {
    return accounts.of(site).map(SiteAccounts::products).orElse(ProductRules.NONE);
  }

  /** The series that a site's meters are accounted with, as far as its country has them. */
  SiteFactors inventoryFactors(SiteDescription site, AccountingRules rules) {
    return new SiteFactors(
        rules.location().map(FactorSeries::id),
        rules.residual().map(FactorSeries::id),
        known(site, "fuel-natural-gas"),
        known(site, "heat"),
        known(site, "emissions-trading"),
        rules,
        accounts.of(site.id()).map(SiteAccounts::uncertainties).orElse(Uncertainties.NONE),
        accounts.of(site.id()).map(SiteAccounts::upstream).orElse(UpstreamSeries.NONE));
  }

  private Optional<String> known(SiteDescription site, String what) {
    String id = site.country().toLowerCase(Locale.ROOT) + "-" + what;
    return library.find(id).map(Series::id);
  }

  /** The unit that a factor series is for; empty for a series that is not in the library. */
  Optional<BaseUnit> unitOf(String series) {
    return library.find(series).map(of -> of.factors().get(0).per());
  }

  private AccountingRules rules(SiteDescription site, SiteAccounts file) {
    List<LoadShiftPlan> shifts =
        file.loadShifts().stream()
            .map(
                shift ->
                    new LoadShiftPlan(shift.id(), shift.executedPoints(), shift.referencePoint()))
            .toList();
    List<LoadShiftPlan> moved = shifts.isEmpty() ? BalanceSeries.shiftsOf(site) : shifts;
    return new AccountingRules(
        Optional.of(factors.series(file.locationSeries())),
        Optional.of(factors.series(file.residualSeries())),
        file.greenPower().stream().map(SiteRules::contract).toList(),
        file.efficiencyMeasures().stream().map(SiteRules::measure).toList(),
        moved,
        file.regressionMeasures(),
        CountedOnce.refused(
            claims(file),
            site,
            moved.stream().flatMap(plan -> plan.executedPoints().stream()).toList()),
        SiteClaims.NONE);
  }

  /** What each measure counts, in the order of the file: ratios first, then regressions. */
  private static List<CountedOnce.Claim> claims(SiteAccounts file) {
    Stream<CountedOnce.Claim> ratios =
        file.efficiencyMeasures().stream()
            .map(
                measure ->
                    claim(measure.id(), measure.energyPoints(), measure.from(), measure.to()));
    Stream<CountedOnce.Claim> regressions =
        file.regressionMeasures().stream()
            .map(
                measure ->
                    claim(measure.id(), measure.energyPoints(), measure.from(), measure.to()));
    return Stream.concat(ratios, regressions).toList();
  }

  private static CountedOnce.Claim claim(
      String id, List<String> points, LocalDate from, Optional<LocalDate> to) {
    return new CountedOnce.Claim(id, points, new LocalDays(from, to.orElse(LocalDate.MAX)));
  }

  private AccountingRules rules(SiteDescription site) {
    return new AccountingRules(
        national(site, "location-based"),
        national(site, "residual"),
        List.of(),
        List.of(),
        BalanceSeries.shiftsOf(site));
  }

  private Optional<FactorSeries> national(SiteDescription site, String use) {
    return factors.all().stream()
        .filter(
            series ->
                series.factors().stream()
                    .allMatch(factor -> isNational(factor, site.country(), use)))
        .findFirst();
  }

  private static boolean isNational(EmissionFactor factor, String country, String use) {
    return factor.region().equals(country) && factor.use().equals(use);
  }

  private static GreenPowerContract contract(GreenPower power) {
    Map<YearMonth, Energy> volumes = new TreeMap<>();
    YearMonth first = YearMonth.from(power.period().from());
    for (int i = 0; i < power.monthlyWattHours().size(); i++) {
      volumes.put(first.plusMonths(i), new Energy(power.monthlyWattHours().get(i)));
    }
    return new GreenPowerContract(
        power.id(), power.name(), power.microgramsPerWattHour(), volumes, power.source());
  }

  private static MeasuredMeasure measure(EfficiencyMeasure measure) {
    return new MeasuredMeasure(
        measure.id(),
        measure.name(),
        measure.energyPoints(),
        measure.driverPoint(),
        measure.baseline().from(),
        measure.baseline().to(),
        measure.from(),
        measure.to(),
        measure.method());
  }
}
