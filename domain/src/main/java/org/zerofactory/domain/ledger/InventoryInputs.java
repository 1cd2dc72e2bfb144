package org.zerofactory.domain.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.GreenPowerCover;
import org.zerofactory.domain.instrument.SoldAttributes;
import org.zerofactory.domain.inventory.Flow;
import org.zerofactory.domain.inventory.InventoryInput;
import org.zerofactory.domain.inventory.InventoryRefusedException;
import org.zerofactory.domain.inventory.InventoryRules;
import org.zerofactory.domain.inventory.MarketCover;
import org.zerofactory.domain.inventory.MeteredActivity;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Energy;

/** Brings what is held of a site into the form that an inventory is made of. */
public final class InventoryInputs {

  private InventoryInputs() {}

  /**
   * The input of an inventory: boundary meters, approved entries, contracts.
   *
   * @throws InventoryRefusedException if a meter has no factor series
   */
  public static InventoryInput of(InventorySources sources, InventorySettings settings) {
    List<Refusal> refusals = new ArrayList<>(sources.weighted().refusals());
    SiteDescription site = sources.site().description();
    MeterInputs meters = new MeterInputs(sources, settings.period(), refusals);
    List<MeteredActivity> metered = meters.all();
    if (!refusals.isEmpty()) {
      throw new InventoryRefusedException(refusals);
    }
    SubMeterInputs subMeters = new SubMeterInputs(site, meters);
    return new InventoryInput(
        subMeters.boundary(),
        settings.period(),
        rules(sources, settings),
        metered,
        subMeters.shares(settings.period().months()),
        sources.approved().stream().map(LedgerEntry::activity).toList(),
        covers(sources, metered),
        sources.references());
  }

  /** What keeps an inventory from being reviewed: entries that wait for a second person. */
  public static List<Refusal> waiting(InventorySources sources) {
    List<Refusal> refusals = new ArrayList<>();
    for (LedgerEntry entry : sources.waiting()) {
      String place = "entry " + entry.id() + " of site " + entry.site();
      refusals.add(
          new Refusal(
              Refusal.Kind.UNAPPROVED,
              place,
              "expected the approval of another person than "
                  + entry.enteredBy()
                  + ", found none"));
      if (entry.draft().document().isEmpty()) {
        refusals.add(
            new Refusal(
                Refusal.Kind.NO_DOCUMENT,
                place,
                "expected a document that shows the amount, found none"));
      }
    }
    return refusals;
  }

  private static InventoryRules rules(InventorySources sources, InventorySettings settings) {
    String site = sources.site().description().id();
    SiteFactors factors = sources.factors();
    TreeMap<String, String> residual = new TreeMap<>();
    factors.residual().ifPresent(series -> residual.put(site, series));
    TreeMap<String, String> trading = new TreeMap<>();
    factors.emissionsTrading().ifPresent(series -> trading.put(site, series));
    return new InventoryRules(
        settings.method(),
        sources.potentials(),
        factors.upstream().bySeries(factors, sources.weighted()),
        residual,
        trading,
        factors.uncertainties());
  }

  private static List<MarketCover> covers(InventorySources sources, List<MeteredActivity> metered) {
    SortedMap<YearMonth, Energy> purchased = electricity(metered, Flow.USED);
    SortedMap<YearMonth, Energy> own = electricity(metered, Flow.OWN_GENERATION);
    SortedMap<YearMonth, Energy> exported = electricity(metered, Flow.EXPORTED);
    AccountingRules rules = sources.factors().accounting();
    List<MarketCover> covers = new ArrayList<>();
    for (Map.Entry<YearMonth, Energy> month : purchased.entrySet()) {
      Energy sold =
          SoldAttributes.selfUseWithoutClaim(
              own.getOrDefault(month.getKey(), Energy.ZERO),
              exported.getOrDefault(month.getKey(), Energy.ZERO),
              rules.claims().sold(month.getKey()));
      GreenPowerCover cover =
          GreenPowerCover.of(
              month.getValue().plus(sold), month.getKey(), rules.contractsOf(month.getKey()));
      if (cover.covered().wattHours() > 0 || sold.wattHours() > 0) {
        covers.add(
            new MarketCover(
                sources.site().description().id(),
                month.getKey(),
                cover.covered(),
                cover.carbon(),
                sold));
      }
    }
    return covers;
  }

  private static SortedMap<YearMonth, Energy> electricity(
      List<MeteredActivity> metered, Flow flow) {
    SortedMap<YearMonth, Energy> months = new TreeMap<>();
    for (MeteredActivity activity : metered) {
      if (activity.category() == SourceCategory.ELECTRICITY && activity.flow() == flow) {
        months.merge(activity.month(), new Energy(activity.amount().value()), Energy::plus);
      }
    }
    return months;
  }
}
