package org.zerofactory.domain.account;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.instrument.Matching;
import org.zerofactory.domain.instrument.MatchingRule;
import org.zerofactory.domain.instrument.Periods;
import org.zerofactory.domain.instrument.Profile;
import org.zerofactory.domain.instrument.ResidualMix;
import org.zerofactory.domain.instrument.Settlement;
import org.zerofactory.domain.instrument.SoldAttributes;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/** Matches a year from its hours; see {@link YearMatching}. */
public final class YearMatcher {

  private final YearHours hours;
  private final AccountingRules rules;
  private final MatchingBasis basis;
  private final long[] load;
  private final long[] gridImport;
  private final long[] production;
  private final long[] gridExport;
  private final int[] quarterHours;
  private final Optional<Interval> dataRange;

  private YearMatcher(
      YearHours hours,
      List<HourEnergy> energies,
      Optional<Interval> dataRange,
      AccountingRules rules,
      MatchingBasis basis) {
    this.hours = hours;
    this.rules = rules;
    this.basis = basis;
    this.dataRange = dataRange;
    this.load = new long[hours.count()];
    this.gridImport = new long[hours.count()];
    this.production = new long[hours.count()];
    this.gridExport = new long[hours.count()];
    this.quarterHours = new int[hours.count()];
    for (HourEnergy energy : energies) {
      int hour = energy.hour();
      load[hour] = energy.load();
      gridImport[hour] = energy.gridImport();
      production[hour] = energy.production();
      gridExport[hour] = energy.gridExport();
      quarterHours[hour] = energy.quarterHours();
    }
  }

  /**
   * Matches.
   *
   * @param energies hours that have readings
   * @param dataRange see {@link MonthAccount.Measured}
   */
  public static YearMatching of(
      YearHours hours,
      long sequence,
      List<HourEnergy> energies,
      Optional<Interval> dataRange,
      AccountingRules rules,
      MatchingBasis basis) {
    return new YearMatcher(hours, energies, dataRange, rules, basis).run(sequence);
  }

  private YearMatching run(long sequence) {
    List<YearSupplies.Supply> supplies =
        new YearSupplies(hours, basis.rule(), production, dataRange).of(rules);
    long[] consumption = gridImport.clone();
    long[] own = production.clone();
    takeSold(consumption, own);
    long[] metered = own.clone();
    long[] all = own.clone();
    for (YearSupplies.Supply supply : supplies) {
      add(all, supply.wattHours());
      if (supply.shape() == YearSupplies.Shape.METERED) {
        add(metered, supply.wattHours());
      }
    }
    Matching total = Matching.of(load, all);
    MatchingRule.Match chosen = basis.rule().intervalFor(total.load());
    List<String> faults = new ArrayList<>();
    Optional<long[]> factors = factors(faults);
    List<YearMatching.Outcome> outcomes = new ArrayList<>();
    for (MatchingRule.Match interval : MatchingRule.Match.values()) {
      outcomes.add(outcome(interval, consumption, supplies, factors));
    }
    return new YearMatching(
        hours,
        sequence,
        basis,
        load,
        all,
        Matching.matched(load, all),
        quarterHours,
        total,
        Matching.of(load, metered),
        basis.gridMillionths().isEmpty()
            ? Optional.empty()
            : Matching.score(load, all, gridMillionths()),
        chosen,
        sources(own, supplies),
        outcomes,
        faults);
  }

  /** Own energy whose certificates were sold is bought energy in all but the meter. */
  private void takeSold(long[] consumption, long[] own) {
    for (YearMonth month : hours.yearMonths()) {
      Energy sold = rules.claims().sold(month);
      int from = hours.firstOfMonth(month.getMonthValue());
      int to = hours.firstOfMonth(month.getMonthValue() + 1);
      long[] produced = Arrays.copyOfRange(production, from, to);
      long whole = Arrays.stream(produced).sum();
      if (sold.wattHours() == 0 || whole == 0) {
        continue;
      }
      long[] used = new long[to - from];
      Arrays.setAll(used, i -> Math.max(0, produced[i] - gridExport[from + i]));
      Energy lost =
          SoldAttributes.selfUseWithoutClaim(
              new Energy(Arrays.stream(used).sum()),
              new Energy(Arrays.stream(gridExport, from, to).sum()),
              sold);
      long[] taken = Profile.spread(Math.min(sold.wattHours(), whole), produced);
      long[] bought =
          lost.wattHours() == 0 ? new long[to - from] : Profile.spread(lost.wattHours(), used);
      for (int i = from; i < to; i++) {
        own[i] = Math.max(0, own[i] - taken[i - from]);
        consumption[i] += bought[i - from];
      }
    }
  }

  private static void add(long[] sums, long[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], values[i]);
    }
  }

  private YearMatching.Outcome outcome(
      MatchingRule.Match interval,
      long[] consumption,
      List<YearSupplies.Supply> supplies,
      Optional<long[]> factors) {
    Periods months = hours.months();
    Periods periods =
        switch (interval) {
          case YEAR -> Periods.one(hours.count());
          case MONTH -> months;
          case HOUR -> Periods.each(hours.count());
        };
    List<Settlement.Supply> all = new ArrayList<>();
    for (YearSupplies.Supply supply : supplies) {
      boolean isByMonth = supply.isLegacy() && interval == MatchingRule.Match.HOUR;
      boolean isByHour = interval == MatchingRule.Match.HOUR && !isByMonth;
      all.add(
          new Settlement.Supply(
              supply.id(),
              supply.level(),
              supply.microgramsPerWattHour(),
              isByHour ? supply.wattHours() : supply.volumes(),
              isByMonth));
    }
    Settlement settled =
        Settlement.of(consumption, all, periods, months, factors.orElse(new long[12]));
    Optional<Carbon> carbon = factors.map(known -> settled.carbon());
    return new YearMatching.Outcome(
        interval, settled.covered(), settled.rest(), settled.surplus(), carbon);
  }

  /** The factor of the rest by month; empty, with a fault, if one is missing. */
  private Optional<long[]> factors(List<String> faults) {
    MatchingRule.Unmatched unmatched = basis.rule().unmatched();
    boolean isResidual = unmatched == MatchingRule.Unmatched.RESIDUAL;
    if (isResidual ? rules.location().isEmpty() : basis.rest().isEmpty()) {
      faults.add("expected a series of factors for what is unmatched: " + unmatched.word());
      return Optional.empty();
    }
    long[] factors = new long[12];
    try {
      for (YearMonth month : hours.yearMonths()) {
        Instant start = month.atDay(1).atStartOfDay(hours.zone()).toInstant();
        factors[month.getMonthValue() - 1] = isResidual ? residual(start, faults) : rest(start);
      }
      return Optional.of(factors);
    } catch (MissingFactorException missing) {
      faults.add(String.valueOf(missing.getMessage()));
      return Optional.empty();
    }
  }

  private long rest(Instant start) {
    return basis.rest().orElseThrow().at(start).factor().microgramsPerWattHour();
  }

  private long residual(Instant start, List<String> faults) {
    ResidualMix mix = MonthEmissions.residual(rules, start);
    mix.disclosure().filter(text -> !faults.contains(text)).ifPresent(faults::add);
    return mix.microgramsPerWattHour();
  }

  private long[] gridMillionths() {
    List<Long> given = basis.gridMillionths();
    int[] local = hours.localHours();
    long[] shares = new long[local.length];
    Arrays.setAll(shares, i -> given.get(given.size() == 1 ? 0 : local[i]));
    return shares;
  }

  private static List<YearMatching.Source> sources(long[] own, List<YearSupplies.Supply> supplies) {
    Map<String, YearMatching.Source> all = new LinkedHashMap<>();
    long produced = Arrays.stream(own).sum();
    if (produced > 0) {
      all.put("own", new YearMatching.Source("own", "own", new Energy(produced), "metered", false));
    }
    for (YearSupplies.Supply supply : supplies) {
      boolean isEstimated = supply.shape() != YearSupplies.Shape.METERED;
      String profile = supply.shape().name().toLowerCase(Locale.ROOT).replace('_', '-');
      Energy energy = new Energy(Arrays.stream(supply.volumes()).sum());
      all.merge(
          supply.id(),
          new YearMatching.Source(supply.id(), supply.name(), energy, profile, isEstimated),
          (one, other) ->
              new YearMatching.Source(
                  one.id(),
                  one.name(),
                  one.energy().plus(other.energy()),
                  one.profile(),
                  one.isEstimated()));
    }
    return List.copyOf(all.values());
  }
}
