package org.zerofactory.central.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.PointAmount;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * Where the accountant's figures come from.
 *
 * @param site what is held of a site
 * @param quarters the site's sealed quarter hours of an interval
 * @param daySums what a point counted over whole local days
 * @param rules how a site is accounted
 */
public record SiteData(
    Function<String, Optional<SiteOverview>> site,
    Quarters quarters,
    DaySums daySums,
    Function<SiteDescription, AccountingRules> rules) {

  /** Quarter hours of a site. */
  @FunctionalInterface
  public interface Quarters {
    List<QuarterHourBalance> of(String site, Interval interval);
  }

  /** Sums of a point. */
  @FunctionalInterface
  public interface DaySums {
    PointAmount of(String site, String point, Interval days);
  }
}
