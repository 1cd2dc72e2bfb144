package org.zerofactory.domain.certification;

import java.util.Comparator;
import java.util.List;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.fleet.BalanceCheck;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.Flag;

/** What a year's quarter hours and meters say about the quality of its figures. */
public final class MeterFacts {

  private MeterFacts() {}

  /**
   * The load of quarter hours that were not measured, and the balance of the meters that disagree
   * most.
   *
   * @param quarters sealed ones of the year
   * @param checks of the year's sums; without any the meters' balance stays unknown
   */
  public static CertificationFacts of(
      List<QuarterHourBalance> quarters, List<BalanceCheck> checks) {
    long estimated =
        quarters.stream()
            .filter(quarter -> quarter.quality() != Flag.MEASURED)
            .flatMap(quarter -> quarter.balance().stream())
            .map(EnergyBalance::load)
            .mapToLong(load -> load.wattHours())
            .reduce(0, Math::addExact);
    CertificationFacts facts = CertificationFacts.NONE;
    if (!quarters.isEmpty()) {
      facts = facts.with(Fact.ESTIMATED_LOAD_WH, estimated);
    }
    return checks.stream()
        .max(Comparator.comparing(check -> check.excess().minus(check.tolerance())))
        .map(MeterFacts::balance)
        .map(facts::and)
        .orElse(facts);
  }

  private static CertificationFacts balance(BalanceCheck worst) {
    return CertificationFacts.NONE
        .with(Fact.BALANCE_ERROR_WH, Math.max(0, worst.excess().wattHours()))
        .with(Fact.BALANCE_LIMIT_WH, worst.tolerance().wattHours());
  }
}
