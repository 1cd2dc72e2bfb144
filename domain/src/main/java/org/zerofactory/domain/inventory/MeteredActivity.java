package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.Optional;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.quantity.Amount;

/**
 * What one meter counted in one local month of its site. Meters of an inventory do not overlap:
 * what a sub-meter counts again is a {@link SubMeterShare}.
 *
 * @param meter unique within its site
 * @param category what it is; scope 3 too, for example water
 * @param factorSeries the series it is accounted with (location-based, if electricity); empty for
 *     own generation only
 * @param amount of the month, 0 or more
 * @param estimated the part of the amount from quarter hours that were not measured
 * @param quarterHours how many were measured, estimated, missing
 * @param blocks of the site's journal that hold the readings; empty if none was sealed
 */
public record MeteredActivity(
    Place place,
    String meter,
    YearMonth month,
    SourceCategory category,
    Flow flow,
    Optional<String> factorSeries,
    Amount amount,
    long estimated,
    Completeness quarterHours,
    Optional<BlockRange> blocks) {

  /**
   * @throws IllegalArgumentException if the amount is negative, the estimated part is not within
   *     it, or a factor series is missing
   */
  public MeteredActivity {
    String where = place.site() + "/" + meter + " of " + month;
    if (amount.value() < 0) {
      throw new IllegalArgumentException(
          where + " must not be negative, but was " + amount.value());
    }
    if (estimated < 0 || estimated > amount.value()) {
      throw new IllegalArgumentException(
          where + " needs an estimated part within " + amount.value() + ", but was " + estimated);
    }
    if (factorSeries.isEmpty() && flow != Flow.OWN_GENERATION) {
      throw new IllegalArgumentException(where + " needs a factor series, but has none");
    }
  }
}
