package org.zerofactory.central.assess;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;

/**
 * What the assessor looks at.
 *
 * @param sites all sites
 * @param site what is held of a site
 * @param daySums what is known of each point over whole local days
 * @param quarters the site's sealed quarter hours of an interval
 * @param openAlarms kind and subject of the site's open alarms, joined by a colon
 * @param lastSeen when anything came from the site's agent
 */
public record Evidence(
    Supplier<List<SiteOverview>> sites,
    Function<String, Optional<SiteOverview>> site,
    BiFunction<String, Interval, Map<String, Long>> daySums,
    BiFunction<String, Interval, List<QuarterHourBalance>> quarters,
    Function<String, Set<String>> openAlarms,
    Function<String, Optional<Instant>> lastSeen) {}
