package org.zerofactory.central.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.product.ProductRules;
import org.zerofactory.domain.product.ProductionRun;

/**
 * Where the figures of products come from.
 *
 * @param site what is held of a site
 * @param quarters the site's sealed quarter hours of an interval
 * @param readings of some points by quarter hour
 * @param states seconds by quarter hour, machine and state
 * @param runs of the production log that touch an interval
 * @param runsOfOrder all runs of an order
 * @param rules how a site is accounted
 * @param productRules how its load is divided among products
 */
public record ProductData(
    Function<String, Optional<SiteOverview>> site,
    OfInterval<List<QuarterHourBalance>> quarters,
    Readings readings,
    OfInterval<Map<Instant, Map<String, Map<MachineState, Long>>>> states,
    OfInterval<List<ProductionRun>> runs,
    OfOrder runsOfOrder,
    Function<SiteDescription, AccountingRules> rules,
    Function<String, ProductRules> productRules) {

  /** Something of a site in a time. */
  @FunctionalInterface
  public interface OfInterval<T> {
    T of(String site, Interval interval);
  }

  /** Readings of points. */
  @FunctionalInterface
  public interface Readings {
    Map<Instant, Map<String, IntervalReading>> of(
        String site, List<String> points, Interval interval);
  }

  /** Runs of an order. */
  @FunctionalInterface
  public interface OfOrder {
    List<ProductionRun> of(String site, String order);
  }
}
