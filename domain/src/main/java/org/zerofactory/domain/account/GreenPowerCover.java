package org.zerofactory.domain.account;

import java.time.YearMonth;
import java.util.List;
import org.zerofactory.domain.carbon.MarketBasedScope2;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * What a month's contracts cover of its import, in the order of the contracts.
 *
 * @param covered energy, at most the import
 * @param surplus energy of contracts that meets no import; it is not carried over
 * @param carbon of the covered energy at the contracts' own factors
 */
public record GreenPowerCover(Energy covered, Energy surplus, Carbon carbon) {

  public static final GreenPowerCover NONE =
      new GreenPowerCover(Energy.ZERO, Energy.ZERO, Carbon.ZERO);

  /** Nothing is carried over from a month to another. */
  public static GreenPowerCover of(
      Energy gridImport, YearMonth month, List<GreenPowerContract> contracts) {
    GreenPowerCover cover = NONE;
    for (GreenPowerContract contract : contracts) {
      // the rest is accounted once, after the last contract; here its factor is of no account
      MarketBasedScope2 part =
          MarketBasedScope2.of(
              gridImport.minus(cover.covered),
              contract.volume(month),
              contract.microgramsPerWattHour(),
              0);
      cover =
          new GreenPowerCover(
              cover.covered.plus(part.covered()),
              cover.surplus.plus(part.surplus()),
              cover.carbon.plus(part.carbon()));
    }
    return cover;
  }
}
