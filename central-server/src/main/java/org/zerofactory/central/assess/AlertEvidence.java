package org.zerofactory.central.assess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.zerofactory.domain.fleet.AlarmStep;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * What the rules' keeper reads and where it puts what it found.
 *
 * @param sites all sites
 * @param site what is held of a site
 * @param lines lines of a site's journal from a sequence on
 * @param mark the last block that the rules have looked at
 * @param open kind and subject, joined by a colon, of the open alarms that rules raised
 * @param apply does what was found and moves the mark, together
 * @param rates what a Wh emits and costs at a site and time
 * @param isBusy whether batches wait to be received: then it waits too
 */
public record AlertEvidence(
    Supplier<List<SiteOverview>> sites,
    Function<String, Optional<SiteOverview>> site,
    Lines lines,
    ToLongFunction<String> mark,
    Function<String, Set<String>> open,
    Apply apply,
    Rates rates,
    BooleanSupplier isBusy) {

  /** Reads lines of a site's journal. */
  @FunctionalInterface
  public interface Lines {
    List<String> of(String site, long from, int limit);
  }

  /** Takes what was found. */
  @FunctionalInterface
  public interface Apply {
    void steps(String site, List<AlarmStep> steps, long upTo);
  }

  /** What a Wh emits and costs. */
  public interface Rates {
    /** Location-based factor, µg/Wh; empty if there is none. */
    OptionalLong microgramsPerWattHour(SiteDescription site, Instant at);

    /** Price, 10^-9 yuan/Wh; empty if there is none. */
    OptionalLong nanoYuanPerWattHour(SiteDescription site, Instant at);
  }
}
