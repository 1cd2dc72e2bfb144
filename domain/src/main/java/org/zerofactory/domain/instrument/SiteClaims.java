package org.zerofactory.domain.instrument;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.quantity.Energy;

/**
 * What the register holds for a site, judged.
 *
 * @param claims allocations to the site, whether they count or not
 * @param sold energy by local month of which the site sold its own generation's certificates
 */
public record SiteClaims(List<Claim> claims, Map<YearMonth, Energy> sold) {

  public static final SiteClaims NONE = new SiteClaims(List.of(), Map.of());

  public SiteClaims {
    claims = List.copyOf(claims);
    sold = Map.copyOf(sold);
  }

  /** An allocation with the outcome of each criterion. */
  public record Claim(
      Instrument instrument, Allocation allocation, List<Criterion.Result> criteria) {

    public Claim {
      criteria = List.copyOf(criteria);
    }

    /** Whether it counts: no criterion is failed. */
    public boolean isEligible() {
      return criteria.stream().noneMatch(result -> result.outcome() == Criterion.Outcome.NOT_MET);
    }
  }

  /** Claims of a month, the highest level first, then the lower rate, then by id. */
  public List<Claim> of(YearMonth month) {
    return claims.stream()
        .filter(claim -> claim.allocation().month().equals(month))
        .sorted(
            java.util.Comparator.comparingInt(
                    (Claim claim) -> claim.instrument().kind().level().rank())
                .thenComparingLong(
                    claim -> claim.instrument().microgramsPerWattHour().orElse(Long.MAX_VALUE))
                .thenComparing(claim -> claim.instrument().id())
                .thenComparingLong(claim -> claim.allocation().id()))
        .toList();
  }

  /** Energy that the register holds of a contract of the accounts file for a month. */
  public Energy ofContract(String contract, YearMonth month) {
    return claims.stream()
        .filter(claim -> claim.allocation().month().equals(month))
        .filter(claim -> claim.instrument().terms().contract().filter(contract::equals).isPresent())
        .map(claim -> claim.allocation().energy())
        .reduce(Energy.ZERO, Energy::plus);
  }

  public Energy sold(YearMonth month) {
    return sold.getOrDefault(month, Energy.ZERO);
  }
}
