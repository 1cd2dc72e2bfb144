package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zerofactory.domain.factor.FactorFit;
import org.zerofactory.domain.inventory.Refusal.Kind;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Market-based electricity: what instruments cover at their factors, direct lines at theirs unless
 * their claim was sold, the rest at the residual factor.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6, hierarchy of factors: without a
 * residual mix the grid average stands in, and its absence is disclosed.
 */
final class MarketLines {

  private static final FactorChoices.Use REST =
      new FactorChoices.Use(
          SourceCategory.ELECTRICITY, FactorFit.Purpose.SCOPE2_RESIDUAL, BaseUnit.WATT_HOUR);

  private record SiteMonth(String site, YearMonth month) {}

  /** Electricity of a site's month, Wh, with the carbon of its direct lines. */
  private static final class Consumption {
    private long purchased;
    private long direct;
    private long own;
    private Carbon directCarbon = Carbon.ZERO;
    private final SortedSet<String> gridSeries = new TreeSet<>();
  }

  private final InventoryInput input;
  private final FactorChoices choices;
  private final List<Refusal> refusals;
  private final SortedSet<Disclosure> disclosures;
  private final List<MarketLine> lines = new ArrayList<>();

  MarketLines(
      InventoryInput input,
      FactorChoices choices,
      List<Refusal> refusals,
      SortedSet<Disclosure> disclosures) {
    this.input = input;
    this.choices = choices;
    this.refusals = refusals;
    this.disclosures = disclosures;
  }

  List<MarketLine> of(List<InventoryLine> counted) {
    Map<SiteMonth, Consumption> consumptions = new TreeMap<>(keyOrder());
    for (InventoryLine line : counted) {
      if (line.category() == SourceCategory.ELECTRICITY) {
        add(consumptions.computeIfAbsent(key(line), key -> new Consumption()), line);
      }
    }
    for (MeteredActivity metered : input.metered()) {
      SiteMonth key = new SiteMonth(metered.place().site(), metered.month());
      if (isOwnPower(metered) && input.period().contains(metered.month())) {
        consumptions.computeIfAbsent(key, k -> new Consumption()).own += metered.amount().value();
      }
    }
    Map<SiteMonth, MarketCover> covers = new TreeMap<>(keyOrder());
    for (MarketCover cover : input.covers()) {
      if (input.period().contains(cover.month())) {
        SiteMonth key = new SiteMonth(cover.site(), cover.month());
        covers.put(key, cover);
        consumptions.computeIfAbsent(key, k -> new Consumption());
      }
    }
    consumptions.forEach((key, use) -> account(key, use, Optional.ofNullable(covers.get(key))));
    return lines;
  }

  private static Comparator<SiteMonth> keyOrder() {
    return Comparator.comparing(SiteMonth::site).thenComparing(SiteMonth::month);
  }

  private static SiteMonth key(InventoryLine line) {
    return new SiteMonth(line.place().site(), line.month());
  }

  private static boolean isOwnPower(MeteredActivity metered) {
    return metered.flow() == Flow.OWN_GENERATION
        && metered.category() == SourceCategory.ELECTRICITY;
  }

  private static void add(Consumption use, InventoryLine line) {
    if (line.flow() == Flow.DIRECT_LINE) {
      use.direct = Math.addExact(use.direct, line.amount().value());
      use.directCarbon = use.directCarbon.plus(line.carbon());
    } else {
      use.purchased = Math.addExact(use.purchased, line.amount().value());
      use.gridSeries.add(line.factor().factor().series());
    }
  }

  private void account(SiteMonth key, Consumption use, Optional<MarketCover> cover) {
    long sold = cover.map(c -> c.soldOwnGeneration().wattHours()).orElse(0L);
    long covered = cover.map(c -> c.covered().wattHours()).orElse(0L);
    String where = "cover of site " + key.site() + " in " + key.month();
    if (sold > use.own + use.direct) {
      refuse(where, "own power whose claim is sold", sold, use.own + use.direct);
      return;
    }
    if (covered > use.purchased + sold) {
      refuse(where, "instruments", covered, use.purchased + sold);
      return;
    }
    if (covered > 0) {
      add(key, MarketLine.Part.INSTRUMENTS, covered, cover.orElseThrow().carbon());
    }
    long directSold = Math.max(0, sold - use.own); // own power's claims go first
    if (use.direct > directSold) {
      Carbon carbon =
          new Carbon(
              Ratio.of(use.direct - directSold, use.direct)
                  .timesRounded(use.directCarbon.micrograms()));
      add(key, MarketLine.Part.DIRECT_LINE, use.direct - directSold, carbon);
    }
    if (sold > 0) {
      disclosures.add(
          new Disclosure(
              Disclosure.Kind.OWN_POWER_CLAIM_SOLD,
              key.site(),
              sold + " Wh of " + key.month() + " count like purchased power, market-based"));
    }
    addRest(key, use, use.purchased + sold - covered);
  }

  private void add(SiteMonth key, MarketLine.Part part, long wattHours, Carbon carbon) {
    lines.add(
        new MarketLine(
            key.site(), key.month(), part, new Energy(wattHours), Optional.empty(), carbon));
  }

  private void addRest(SiteMonth key, Consumption use, long rest) {
    if (rest == 0) {
      return;
    }
    String where = "market-based electricity of site " + key.site() + " in " + key.month();
    Optional<ChosenFactor> factor = restFactor(key, use, where);
    factor.ifPresent(
        chosen ->
            lines.add(
                new MarketLine(
                    key.site(),
                    key.month(),
                    MarketLine.Part.RESIDUAL,
                    new Energy(rest),
                    factor,
                    chosen
                        .factor()
                        .times(new Amount(rest, BaseUnit.WATT_HOUR))
                        .carbon(input.rules().potentials()))));
  }

  private Optional<ChosenFactor> restFactor(SiteMonth key, Consumption use, String where) {
    String residual = input.rules().residual().get(key.site());
    if (residual != null) {
      boolean isZero =
          choices.find(residual, key.month().atDay(1)).filter(MarketLines::isZero).isPresent();
      if (!isZero) {
        return choice(residual, key, where);
      }
      disclosures.add(
          new Disclosure(
              Disclosure.Kind.RESIDUAL_IS_ZERO,
              key.site(),
              "residual series " + residual + " is 0: the location-based factor stands in"));
    } else {
      disclosures.add(
          new Disclosure(
              Disclosure.Kind.NO_RESIDUAL_MIX,
              key.site(),
              "no residual mix is known: the location-based factor stands in"));
    }
    if (use.gridSeries.size() != 1) {
      refusals.add(
          new Refusal(
              Kind.MISSING_FACTOR,
              where,
              "expected a residual series, or one location-based series to stand in, found "
                  + use.gridSeries));
      return Optional.empty();
    }
    return choice(use.gridSeries.first(), key, where);
  }

  private Optional<ChosenFactor> choice(String series, SiteMonth key, String where) {
    return choices.ofMonth(series, key.month(), REST, where);
  }

  private static boolean isZero(ChosenFactor chosen) {
    return chosen.factor().microgramsPerUnit().values().stream()
        .allMatch(mass -> mass.signum() == 0);
  }

  private void refuse(String where, String what, long found, long most) {
    refusals.add(
        new Refusal(
            Kind.COVER_BEYOND_CONSUMPTION,
            where,
            "expected at most " + most + " Wh of " + what + ", but were " + found));
  }
}
