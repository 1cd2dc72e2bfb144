package org.zerofactory.domain.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.quantity.Energy;

/**
 * What each instrument and contract covered in a year.
 *
 * @param id of the contract in the accounts file, or {@code instrument/} and the register's id
 * @param volume that it brought into the year, whether it counts or not
 * @param covered import, and self-use without claim, that it covered
 * @param surplus energy that met nothing
 * @param claims allocations of the register with their criteria; empty for a contract of the file
 */
public record InstrumentCoverage(
    String id, Energy volume, Energy covered, Energy surplus, List<SiteClaims.Claim> claims) {

  public InstrumentCoverage {
    claims = List.copyOf(claims);
  }

  /** All of a year, in the order in which they first cover; what does not count is last. */
  public static List<InstrumentCoverage> of(YearAccount year) {
    Map<String, InstrumentCoverage> all = new LinkedHashMap<>();
    for (YearAccount.Month month : year.months()) {
      for (GreenPowerCover.Part part :
          GreenPowerCover.of(month.account().energy(), month.month(), year.rules()).parts()) {
        Energy volume = part.covered().plus(part.surplus());
        if (volume.wattHours() > 0) {
          merge(
              all,
              new InstrumentCoverage(
                  part.contract(), volume, part.covered(), part.surplus(), List.of()));
        }
      }
    }
    for (YearAccount.Month month : year.months()) {
      for (SiteClaims.Claim claim : year.rules().claims().of(month.month())) {
        Energy notCounted = claim.isEligible() ? Energy.ZERO : claim.allocation().energy();
        merge(
            all,
            new InstrumentCoverage(
                "instrument/" + claim.instrument().id(),
                notCounted,
                Energy.ZERO,
                Energy.ZERO,
                List.of(claim)));
      }
    }
    return List.copyOf(all.values());
  }

  private static void merge(Map<String, InstrumentCoverage> all, InstrumentCoverage next) {
    all.merge(next.id, next, InstrumentCoverage::plus);
  }

  private InstrumentCoverage plus(InstrumentCoverage other) {
    List<SiteClaims.Claim> both =
        java.util.stream.Stream.concat(claims.stream(), other.claims.stream()).toList();
    return new InstrumentCoverage(
        id,
        volume.plus(other.volume),
        covered.plus(other.covered),
        surplus.plus(other.surplus),
        both);
  }
}
