package org.zerofactory.domain.account;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.zerofactory.domain.carbon.MarketBasedScope2;
import org.zerofactory.domain.instrument.SoldAttributes;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * What a month's contracts cover of its import, in the order of the contracts.
 *
 * @param withoutClaim self-use whose certificates were sold: it counts like import
 * @param parts one for each contract, in their order
 * @param carbon of the covered energy at the contracts' own factors
 */
public record GreenPowerCover(Energy withoutClaim, List<Part> parts, Carbon carbon) {

  public static final GreenPowerCover NONE =
      new GreenPowerCover(Energy.ZERO, List.of(), Carbon.ZERO);

  /** What one contract covers, and what of it meets nothing and is not carried over. */
  public record Part(String contract, Energy covered, Energy surplus) {}

  public GreenPowerCover {
    parts = List.copyOf(parts);
  }

  /**
   * Covers a month by the rules of its site, with self-use whose certificates were sold. Self-use
   * is all that is known of production less all that is known of export, as in an inventory, also
   * of quarter hours whose import is not known.
   *
   * @param energy of the month, as it was measured
   */
  public static GreenPowerCover of(PeriodEnergy energy, YearMonth month, AccountingRules rules) {
    Energy withoutClaim =
        SoldAttributes.selfUseWithoutClaim(
            energy.production().minus(energy.gridExport()),
            energy.gridExport(),
            rules.claims().sold(month));
    GreenPowerCover cover =
        of(energy.gridImport().plus(withoutClaim), month, rules.contractsOf(month));
    return new GreenPowerCover(withoutClaim, cover.parts, cover.carbon);
  }

  /** Covers purchased energy of a month by contracts alone; nothing is carried over. */
  public static GreenPowerCover of(
      Energy purchased, YearMonth month, List<GreenPowerContract> contracts) {
    Energy left = purchased;
    List<Part> parts = new ArrayList<>();
    Carbon carbon = Carbon.ZERO;
    for (GreenPowerContract contract : contracts) {
      // the rest is accounted once, after the last contract; here its factor is of no account
      MarketBasedScope2 part =
          MarketBasedScope2.of(left, contract.volume(month), contract.microgramsPerWattHour(), 0);
      parts.add(new Part(contract.id(), part.covered(), part.surplus()));
      carbon = carbon.plus(part.carbon());
      left = left.minus(part.covered());
    }
    return new GreenPowerCover(Energy.ZERO, parts, carbon);
  }

  /** Energy that contracts cover, at most import and self-use without claim. */
  public Energy covered() {
    return parts.stream().map(Part::covered).reduce(Energy.ZERO, Energy::plus);
  }

  /** Energy of contracts that covers nothing. */
  public Energy surplus() {
    return parts.stream().map(Part::surplus).reduce(Energy.ZERO, Energy::plus);
  }
}
