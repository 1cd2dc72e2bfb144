package org.zerofactory.central;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.GreenPowerContract;
import org.zerofactory.domain.account.LoadShiftPlan;
import org.zerofactory.domain.account.MeasuredMeasure;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.Series;
import org.zerofactory.domain.inventory.Uncertainties;
import org.zerofactory.domain.ledger.SiteFactors;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.rules.AccountsFolder;
import org.zerofactory.rules.EfficiencyMeasure;
import org.zerofactory.rules.EmissionFactors;
import org.zerofactory.rules.FactorLibrary;
import org.zerofactory.rules.GreenPower;
import org.zerofactory.rules.SiteAccounts;

/** How each site is accounted: by its accounts file, else by the factors of its country. */
final class SiteRules implements Function<SiteDescription, AccountingRules> {

  private final FactorLibrary library;
  private final EmissionFactors factors;
  private final AccountsFolder accounts;

  private SiteRules(FactorLibrary library, AccountsFolder accounts) {
    this.library = library;
    this.factors = library.electricity();
    this.accounts = accounts;
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
            .orElseGet(() -> AccountsFolder.packaged(factors)));
  }

  /** All factors, those of the user's folder too. */
  FactorLibrary library() {
    return library;
  }

  @Override
  public AccountingRules apply(SiteDescription site) {
    return accounts.of(site.id()).map(file -> rules(site, file)).orElseGet(() -> rules(site));
  }

  /** What the points of the site add to in its balance. */
  Map<String, BalanceSeries> series(SiteDescription site) {
    return BalanceSeries.of(site, apply(site).loadShifts());
  }

  /** The series that a site's meters are accounted with, as far as its country has them. */
  SiteFactors inventoryFactors(SiteDescription site) {
    AccountingRules rules = apply(site);
    return new SiteFactors(
        rules.location().map(FactorSeries::id),
        rules.residual().map(FactorSeries::id),
        known(site, "fuel-natural-gas"),
        known(site, "heat"),
        known(site, "emissions-trading"),
        rules.greenPower(),
        Uncertainties.NONE);
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
    return new AccountingRules(
        Optional.of(factors.series(file.locationSeries())),
        Optional.of(factors.series(file.residualSeries())),
        file.greenPower().stream().map(SiteRules::contract).toList(),
        file.efficiencyMeasures().stream().map(SiteRules::measure).toList(),
        shifts.isEmpty() ? BalanceSeries.shiftsOf(site) : shifts);
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
