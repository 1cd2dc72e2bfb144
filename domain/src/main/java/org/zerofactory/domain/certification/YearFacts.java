package org.zerofactory.domain.certification;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.account.AccountFault;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.account.Emissions;
import org.zerofactory.domain.account.FactorUse;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.account.PeriodEnergy;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.savings.RegressionSaving;

/**
 * What a year's metered account says. Scope 2 with heat, scope 1 and all that no meter reads are
 * not among it: they come from the inventory.
 */
public final class YearFacts {

  private YearFacts() {}

  public static CertificationFacts of(YearAccount year) {
    PeriodAccount total = year.total();
    CertificationFacts facts =
        CertificationFacts.NONE
            .with(Fact.YEAR, year.year())
            .with(Fact.MONTHS_COMPLETE, monthsComplete(year))
            .with(Fact.QUARTERS_EXPECTED, total.complete().expected())
            .with(Fact.QUARTERS_MISSING, unread(total.complete()))
            .with(Fact.QUARTERS_ESTIMATED, total.complete().estimated())
            .with(Fact.FACTORS_MISSING, missingFactors(total.faults()))
            .and(energy(total.energy()));
    CertificationFacts all = facts.and(baselines(year.regressions()));
    return total.emissions().map(of -> all.and(emissions(of))).orElse(all);
  }

  /** Whether drivers stayed in range is known only of models that passed and counted days. */
  private static CertificationFacts baselines(List<RegressionSaving.Result> regressions) {
    if (regressions.isEmpty()) {
      return CertificationFacts.NONE;
    }
    boolean passes = regressions.stream().allMatch(of -> of.baseline().isAccepted());
    CertificationFacts facts = CertificationFacts.NONE.with(Fact.BASELINE_FIT_PASSES, passes);
    boolean isKnown = passes && regressions.stream().allMatch(of -> of.saving().days() > 0);
    return isKnown
        ? facts.with(
            Fact.BASELINE_IN_RANGE,
            regressions.stream().allMatch(of -> of.extrapolations().isEmpty()))
        : facts;
  }

  private static CertificationFacts energy(PeriodEnergy energy) {
    EnergyBalance balance = energy.balanced();
    CertificationFacts facts =
        CertificationFacts.NONE
            .with(Fact.GRID_IMPORT_WH, balance.gridImport().wattHours())
            .with(Fact.GRID_EXPORT_WH, balance.gridExport().wattHours())
            .with(Fact.PV_PRODUCTION_WH, balance.production().wattHours())
            .with(Fact.PV_SELF_USE_WH, balance.selfUse().wattHours())
            .with(Fact.LOAD_WH, balance.load().wattHours())
            // a balance knows no storage: what one takes is load, what it gives lessens it
            .with(Fact.STORAGE_CHANGE_WH, 0)
            .with(Fact.GREEN_POWER_WH, energy.greenPower().wattHours())
            .with(
                Fact.RENEWABLE_ELECTRICITY_WH,
                balance.selfUse().plus(energy.greenPower()).wattHours());
    return EnergyIndicators.share(facts, balance.selfUse(), balance.load());
  }

  private static CertificationFacts emissions(Emissions emissions) {
    List<FactorUse> uses = emissions.factors();
    return CertificationFacts.NONE
        .with(Fact.SCOPE2_ELECTRICITY_LOCATION_UG, emissions.location().micrograms())
        .with(Fact.SCOPE2_ELECTRICITY_MARKET_UG, emissions.market().micrograms())
        .with(Fact.OWN_REDUCTION_UG, emissions.ownReduction().micrograms())
        .with(Fact.FACTORS_USED, uses.size())
        .with(Fact.FACTORS_PROVISIONAL, uses.stream().filter(FactorUse::provisional).count())
        .with(
            Fact.FACTORS_UNVERIFIED, uses.stream().filter(use -> !use.factor().verified()).count());
  }

  private static long monthsComplete(YearAccount year) {
    return year.months().stream()
        .map(month -> month.account().complete())
        .filter(complete -> unread(complete) == 0)
        .count();
  }

  /** Also what nobody sealed yet: expected, and neither measured nor estimated. */
  private static long unread(Completeness complete) {
    return complete.expected() - complete.measured() - complete.estimated();
  }

  private static long missingFactors(List<AccountFault> faults) {
    return faults.stream().filter(fault -> fault.code().equals("missing-factor")).count();
  }

  /**
   * What follows from facts of any source: totals of scopes, renewable electricity, and the
   * part-of-whole checks, which come last and so see all others.
   */
  public static CertificationFacts completed(CertificationFacts facts) {
    CertificationFacts all = sum(facts, Fact.GROSS_LOCATION_UG, Fact.SCOPE2_LOCATION_UG);
    all = sum(all, Fact.GROSS_MARKET_UG, Fact.SCOPE2_MARKET_UG);
    PartWholeCheck check = PartWholeCheck.of(all);
    return all.with(Fact.PART_WHOLE_CHECKED, check.checked())
        .with(Fact.PART_WHOLE_BROKEN, check.broken().size());
  }

  private static CertificationFacts sum(CertificationFacts facts, Fact whole, Fact scope2) {
    Optional<Long> scope1 = facts.whole(Fact.SCOPE1_UG);
    Optional<Long> other = facts.whole(scope2);
    return facts.knows(whole) || scope1.isEmpty() || other.isEmpty()
        ? facts
        : facts.with(whole, Math.addExact(scope1.get(), other.get()));
  }
}
