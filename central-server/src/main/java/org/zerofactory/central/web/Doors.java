package org.zerofactory.central.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.journal.BatchVerdict;

/**
 * What stands behind the routes. Texts are JSON; empty means that there is none of it.
 *
 * @param site what is held of a site
 * @param receive takes the body of a batch
 * @param live takes a live picture; false for an unknown site
 * @param sites the list of sites
 * @param now a site at this moment
 * @param day a local day of a site
 * @param year a local year of a site
 * @param yearMeters what each meter of a site counted and emitted in a local year
 * @param meters the meters of a site
 * @param alarms the alarms of sites and what they wasted
 * @param edges all agents
 * @param lines lines as received, from a sequence on
 * @param metrics the program's figures in Prometheus' text format
 * @param time the centre's time in epoch seconds
 * @param ledger entries, documents, the audit trail
 * @param inventories inventories in their life
 * @param organisations organisations, and their inventories
 * @param factors the factor library
 * @param instruments the register of instruments, and matching
 * @param products the production log and what products took
 * @param certification schemes, assessments, credits, evidence, claims
 */
public record Doors(
    Function<String, Optional<SiteOverview>> site,
    Receive receive,
    BiFunction<String, byte[], Boolean> live,
    Supplier<String> sites,
    Function<String, Optional<String>> now,
    BiFunction<String, LocalDate, Optional<String>> day,
    BiFunction<String, Integer, Optional<String>> year,
    BiFunction<String, Integer, Optional<String>> yearMeters,
    Function<String, Optional<String>> meters,
    AlarmDoors alarms,
    Supplier<String> edges,
    Lines lines,
    Supplier<String> metrics,
    Supplier<Long> time,
    LedgerDoors ledger,
    InventoryDoors inventories,
    OrganisationDoors organisations,
    FactorDoors factors,
    InstrumentDoors instruments,
    ProductDoors products,
    CertificationDoors certification) {

  /** Takes the body of a batch. */
  @FunctionalInterface
  public interface Receive {
    CompletableFuture<BatchVerdict> batch(String site, byte[] body, boolean isGzip);
  }

  /** Reads lines of a site's journal. */
  @FunctionalInterface
  public interface Lines {
    List<String> of(String site, long from, int limit);
  }
}
