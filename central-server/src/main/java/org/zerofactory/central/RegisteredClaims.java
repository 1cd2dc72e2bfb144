package org.zerofactory.central;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.zerofactory.central.store.InstrumentStore;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.instrument.Market;
import org.zerofactory.domain.instrument.QualityCriteria;
import org.zerofactory.domain.instrument.RegisterEntry;
import org.zerofactory.domain.instrument.ResidualMix;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.offset.SerialRange;
import org.zerofactory.rules.MarketBasis;

/** How each site is accounted, with what the register of instruments holds for it. */
final class RegisteredClaims implements Function<SiteDescription, AccountingRules> {

  private static final int PAGE = 500;

  private final SiteRules rules;
  private final InstrumentStore register;

  /** Judged once until the register changes; as many as there are sites. */
  private final Map<SiteDescription, SiteClaims> known = new ConcurrentHashMap<>();

  RegisteredClaims(SiteRules rules, InstrumentStore register) {
    this.rules = rules;
    this.register = register;
  }

  @Override
  public AccountingRules apply(SiteDescription site) {
    AccountingRules own = rules.apply(site);
    return own.with(known.computeIfAbsent(site, of -> judge(of, own)));
  }

  /** Whether the serials of credits are those of certificates too. */
  boolean isShared(SerialRange credits) {
    return !register.sharing(credits).isEmpty();
  }

  /** The register changed. */
  void changed() {
    known.clear();
  }

  private SiteClaims judge(SiteDescription site, AccountingRules own) {
    MarketBasis market = rules.market(site);
    Set<String> names = new HashSet<>(market.claimants());
    names.add(site.id());
    names.add(site.name());
    Market place =
        new Market(
            site.country(),
            market.province(),
            Optional.of(site.gridRegion()).filter(region -> !region.isBlank()));
    return SiteClaims.of(
        site.id(),
        entries(),
        month ->
            new QualityCriteria.Reporter(
                names, place, site.zone(), market.rule(), residual(own, month, site)));
  }

  private List<RegisterEntry> entries() {
    List<RegisterEntry> all = new ArrayList<>();
    String after = "";
    List<RegisterEntry> page = register.page(after, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      after = page.get(page.size() - 1).instrument().id();
      page = register.page(after, PAGE);
    }
    return all;
  }

  private static Optional<ResidualMix> residual(
      AccountingRules own, YearMonth month, SiteDescription site) {
    Instant start = month.atDay(1).atStartOfDay(site.zone()).toInstant();
    OptionalLong residual = factor(own.residual(), start);
    OptionalLong average = factor(own.location(), start);
    return average.isEmpty() && residual.isEmpty()
        ? Optional.empty()
        : Optional.of(ResidualMix.of(residual, average.orElse(residual.orElse(0))));
  }

  private static OptionalLong factor(Optional<FactorSeries> series, Instant at) {
    try {
      return series
          .map(of -> OptionalLong.of(of.at(at).factor().microgramsPerWattHour()))
          .orElse(OptionalLong.empty());
    } catch (MissingFactorException missing) {
      return OptionalLong.empty();
    }
  }
}
