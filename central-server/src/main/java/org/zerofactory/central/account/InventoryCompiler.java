package org.zerofactory.central.account;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.account.Emissions;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryInput;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.ledger.CompiledInventory;
import org.zerofactory.domain.ledger.EntryFilter;
import org.zerofactory.domain.ledger.InventoryInputs;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.InventorySources;
import org.zerofactory.domain.ledger.LedgerEntry;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.MonthFactors;
import org.zerofactory.domain.ledger.PointMonth;
import org.zerofactory.domain.ledger.SiteFactors;
import org.zerofactory.domain.ledger.StandardCoalUse;
import org.zerofactory.domain.offset.CountedOffsets;
import org.zerofactory.domain.quantity.Carbon;

/** Compiles inventories from what is held at the moment. Safe for use by many threads. */
public final class InventoryCompiler {

  private static final int PAGE = 1_000;

  /** How often a journal may grow while it is read; a year is read in milliseconds. */
  private static final int TRIES = 10;

  private final InventoryData data;

  public InventoryCompiler(InventoryData data) {
    this.data = data;
  }

  /**
   * Compiles an inventory of a site.
   *
   * @return empty for an unknown site
   * @throws org.zerofactory.domain.inventory.InventoryRefusedException with all that cannot be
   *     accounted
   * @throws LedgerRefusedException if nothing is held of the period: nothing is not zero
   */
  public Optional<CompiledInventory> compile(String site, InventorySettings settings) {
    return compile(site, settings, Optional.empty());
  }

  /**
   * Compiles with the references of another time: what was reviewed is the same to the byte unless
   * a figure changed, although the journal has grown.
   */
  public Optional<CompiledInventory> compile(
      String site, InventorySettings settings, Optional<InputReferences> references) {
    return data.site().apply(site).map(overview -> compile(overview, settings, references));
  }

  private CompiledInventory compile(
      SiteOverview site, InventorySettings settings, Optional<InputReferences> references) {
    ZoneId zone = site.description().zone();
    InventorySources sources = sources(site, settings, references);
    InventoryInput input = InventoryInputs.of(sources, settings);
    if (input.metered().isEmpty() && sources.entries().isEmpty()) {
      throw new LedgerRefusedException(
          LedgerRefusedException.Kind.UNKNOWN,
          "no-data",
          "expected a period of which readings or entries are held, found "
              + settings.period().from()
              + " to before "
              + settings.period().to());
    }
    Inventory inventory =
        Inventory.of(
            input,
            (series, day) ->
                sources
                    .weighted()
                    .find(series, day)
                    .or(() -> data.factor().apply(series, day.atStartOfDay(zone).toInstant())));
    return new CompiledInventory(
        sources,
        input,
        inventory,
        InventoryInputs.waiting(sources),
        StandardCoalUse.of(input, inventory, data.coal()),
        savings(site.description().id(), settings.period()),
        offsets(site.description().id(), settings.period()));
  }

  private SortedMap<Integer, CountedOffsets> offsets(String site, InventoryPeriod period) {
    SortedMap<Integer, CountedOffsets> years = new TreeMap<>();
    for (int year : period.wholeYears()) {
      Optional<Carbon> own =
          data.year()
              .apply(site, year)
              .flatMap(of -> of.total().emissions())
              .map(Emissions::ownReduction);
      years.put(year, data.offsets().of(site, year, own));
    }
    return years;
  }

  private InventorySources sources(
      SiteOverview site, InventorySettings settings, Optional<InputReferences> references) {
    String id = site.description().id();
    ZoneId zone = site.description().zone();
    InventoryPeriod period = settings.period();
    for (int i = 0; i < TRIES; i++) {
      Optional<InputReferences.Journal> before = data.journal().apply(id);
      List<PointMonth> months = data.months().of(id, zone, period);
      SiteFactors factors = data.factors().apply(site.description());
      MonthFactors weighted = new MonthWeights(data).of(site.description(), period, factors);
      if (before.equals(data.journal().apply(id))) {
        InputReferences now =
            new InputReferences(before.stream().toList(), data.factorSets().get());
        return new InventorySources(
            data.site().apply(id).orElse(site),
            references.orElse(now),
            months,
            entries(id, period),
            factors,
            data.potentials().apply(settings.gwp()),
            weighted);
      }
    }
    throw new IllegalStateException(
        "the journal of " + id + " grew " + TRIES + " times while it was read; try again");
  }

  private List<LedgerEntry> entries(String site, InventoryPeriod period) {
    LocalDate from = period.from().atDay(1);
    LocalDate to = period.to().atDay(1);
    List<LedgerEntry> all = new ArrayList<>();
    EntryFilter filter = EntryFilter.touching(from, to);
    List<LedgerEntry> page = data.entries().of(site, filter, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      filter = filter.from(page.get(page.size() - 1).number());
      page = page.size() < PAGE ? List.of() : data.entries().of(site, filter, PAGE);
    }
    return all;
  }

  private Optional<PeriodAccount> savings(String site, InventoryPeriod period) {
    List<PeriodAccount> months = new ArrayList<>();
    int last = period.to().minusMonths(1).getYear();
    for (int year = period.from().getYear(); year <= last; year++) {
      data.year().apply(site, year).map(YearAccount::months).orElse(List.of()).stream()
          .filter(month -> period.contains(month.month()))
          .map(YearAccount.Month::account)
          .forEach(months::add);
    }
    return months.stream().reduce(PeriodAccount::plus);
  }
}
