package org.zerofactory.central.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.inventory.ChosenFactor;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.ledger.EntryFilter;
import org.zerofactory.domain.ledger.LedgerEntry;
import org.zerofactory.domain.ledger.PointMonth;
import org.zerofactory.domain.ledger.SiteFactors;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.offset.CountedOffsets;
import org.zerofactory.domain.quantity.Carbon;

/**
 * Where an inventory's figures come from.
 *
 * @param site what is held of a site
 * @param journal where a site's journal stands
 * @param months what each point counted in each local month of a period
 * @param profiles the same by quarter hour
 * @param entries a page of the entries of a site
 * @param factors the series that a site's meters are accounted with
 * @param potentials warming potentials by edition
 * @param factorSets all sets of the library with their versions
 * @param factor of a series at an instant; empty if none is valid
 * @param coal coefficients of standard coal by id
 * @param year what the quarter hours of a local year say of savings
 * @param offsets credits of a site's year, judged by what the site itself saved
 */
public record InventoryData(
    Function<String, Optional<SiteOverview>> site,
    Function<String, Optional<InputReferences.Journal>> journal,
    Months months,
    MeterAccountant.Profiles profiles,
    Entries entries,
    Function<SiteDescription, SiteFactors> factors,
    Function<String, GwpSet> potentials,
    Supplier<List<InputReferences.FactorSet>> factorSets,
    BiFunction<String, Instant, Optional<ChosenFactor>> factor,
    Function<String, Optional<CoalCoefficient>> coal,
    BiFunction<String, Integer, Optional<YearAccount>> year,
    Offsets offsets) {

  /** Credits that a site means to use for a year, and which of them count. */
  @FunctionalInterface
  public interface Offsets {
    CountedOffsets of(String site, int year, Optional<Carbon> ownReduction);
  }

  /** Monthly sums of a site's points. */
  @FunctionalInterface
  public interface Months {
    List<PointMonth> of(String site, ZoneId zone, InventoryPeriod period);
  }

  /** Entries of a site by number. */
  @FunctionalInterface
  public interface Entries {
    List<LedgerEntry> of(String site, EntryFilter filter, int limit);
  }
}
