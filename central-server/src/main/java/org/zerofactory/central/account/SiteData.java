package org.zerofactory.central.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.PointAmount;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.savings.DailyAmounts;
import org.zerofactory.domain.savings.LocalDays;

/**
 * Where the accountant's figures come from.
 *
 * @param site what is held of a site
 * @param quarters the site's sealed quarter hours of an interval
 * @param daySums what a point counted over whole local days
 * @param days what a point counted day by day
 * @param rules how a site is accounted
 */
public record SiteData(
    Function<String, Optional<SiteOverview>> site,
    Quarters quarters,
    DaySums daySums,
    Days days,
    Function<SiteDescription, AccountingRules> rules) {

  /** Quarter hours of a site. */
  @FunctionalInterface
  public interface Quarters {
    List<QuarterHourBalance> of(String site, Interval interval);
  }

  /** Days of a point in a zone. */
  @FunctionalInterface
  public interface Days {
    List<DailyAmounts.Day> of(String site, String point, LocalDays days, ZoneId zone);
  }

  /** Sums of a point. */
  @FunctionalInterface
  public interface DaySums {
    PointAmount of(String site, String point, Interval days);
  }
}
