package org.zerofactory.domain.account;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.instrument.HierarchyLevel;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.RegressionMeasure;

/**
 * How a site is accounted.
 *
 * @param location factors of the location-based result; empty if none is known for the place
 * @param residual factors for purchased electricity that no contract covers
 * @param greenPower contracts of the site's accounts file
 * @param claims what the register of instruments holds for the site
 * @param regressions measures whose baseline is a regression
 * @param notCounted ids of measures that would count energy twice, with the reason
 */
public record AccountingRules(
    Optional<FactorSeries> location,
    Optional<FactorSeries> residual,
    List<GreenPowerContract> greenPower,
    List<MeasuredMeasure> measures,
    List<LoadShiftPlan> loadShifts,
    List<RegressionMeasure> regressions,
    Map<String, String> notCounted,
    SiteClaims claims) {

  public AccountingRules {
    greenPower = List.copyOf(greenPower);
    measures = List.copyOf(measures);
    loadShifts = List.copyOf(loadShifts);
    regressions = List.copyOf(regressions);
    notCounted = Map.copyOf(notCounted);
  }

  /** Without regressions and anything in the register, all measures counted. */
  public AccountingRules(
      Optional<FactorSeries> location,
      Optional<FactorSeries> residual,
      List<GreenPowerContract> greenPower,
      List<MeasuredMeasure> measures,
      List<LoadShiftPlan> loadShifts) {
    this(
        location, residual, greenPower, measures, loadShifts, List.of(), Map.of(), SiteClaims.NONE);
  }

  /** The same rules with what the register holds. */
  public AccountingRules with(SiteClaims registered) {
    return new AccountingRules(
        location, residual, greenPower, measures, loadShifts, regressions, notCounted, registered);
  }

  /**
   * All that covers the import of a month, in the order in which it does: registered certificates
   * and contracts, those of the accounts file, suppliers' factors. What the register holds of a
   * contract of the accounts file takes the place of that part of it, whether it counts or not, so
   * that no energy is claimed twice.
   */
  public List<GreenPowerContract> contractsOf(YearMonth month) {
    List<GreenPowerContract> contracts = new ArrayList<>();
    List<GreenPowerContract> last = new ArrayList<>();
    for (SiteClaims.Claim claim : claims.of(month)) {
      boolean isSupplier = claim.instrument().kind().level() == HierarchyLevel.SUPPLIER_FACTOR;
      if (claim.isEligible()) {
        (isSupplier ? last : contracts).add(GreenPowerContract.of(claim));
      }
    }
    for (GreenPowerContract contract : greenPower) {
      Energy registered = claims.ofContract(contract.id(), month);
      long left = contract.volume(month).wattHours() - registered.wattHours();
      contracts.add(contract.withVolumes(Map.of(month, new Energy(Math.max(0, left)))));
    }
    contracts.addAll(last);
    return contracts;
  }

  /** The contracts of all months of a year, each with its one month, in the order of covering. */
  public List<GreenPowerContract> contractsOf(int year) {
    List<GreenPowerContract> all = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      YearMonth month = YearMonth.of(year, i);
      contractsOf(month).stream()
          .filter(contract -> contract.volume(month).wattHours() > 0)
          .forEach(all::add);
    }
    return all;
  }

  /** Whether a contract is one of the accounts file. */
  boolean isOfFile(GreenPowerContract contract) {
    return greenPower.stream().anyMatch(one -> one.id().equals(contract.id()));
  }
}
