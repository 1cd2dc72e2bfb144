package org.zerofactory.domain.instrument;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.instrument.QualityCriteria.Reporter;
import org.zerofactory.domain.quantity.Energy;

/**
 * What the register holds for a site, judged.
 *
 * @param claims allocations to the site, whether they count or not
 * @param sold energy by local month of which the site sold its own generation's certificates
 */
public record SiteClaims(List<Claim> claims, Map<YearMonth, Energy> sold) {

  public static final SiteClaims NONE = new SiteClaims(List.of(), Map.of());

  public SiteClaims {
    claims = List.copyOf(claims);
    sold = Map.copyOf(sold);
  }

  /** An allocation with the outcome of each criterion. */
  public record Claim(
      Instrument instrument, Allocation allocation, List<Criterion.Result> criteria) {

    public Claim {
      criteria = List.copyOf(criteria);
    }

    /** Whether it counts: no criterion is failed. */
    public boolean isEligible() {
      return criteria.stream().noneMatch(result -> result.outcome() == Criterion.Outcome.NOT_MET);
    }
  }

  /**
   * Judges what a register holds.
   *
   * @param entries all that is held
   * @param reporter who claims for a month
   */
  public static SiteClaims of(
      String site, List<RegisterEntry> entries, Function<YearMonth, Reporter> reporter) {
    Map<String, List<Instrument>> byDevice = new HashMap<>();
    for (RegisterEntry entry : entries) {
      byDevice
          .computeIfAbsent(entry.instrument().device().id(), device -> new ArrayList<>())
          .add(entry.instrument());
    }
    List<Claim> claims = new ArrayList<>();
    Map<YearMonth, Energy> sold = new TreeMap<>();
    for (RegisterEntry entry : entries) {
      Instrument instrument = entry.instrument();
      List<Instrument> rivals =
          byDevice.getOrDefault(instrument.device().id(), List.of()).stream()
              .filter(other -> other.production().overlaps(instrument.production()))
              .toList();
      for (Allocation allocation : entry.allocations()) {
        if (allocation.site().equals(site)) {
          Reporter by = reporter.apply(allocation.month());
          claims.add(
              new Claim(
                  instrument, allocation, QualityCriteria.of(instrument, allocation, by, rivals)));
        }
      }
      addSold(instrument, site, reporter, sold);
    }
    return new SiteClaims(claims, sold);
  }

  /** Certificates of an own device that another owns, by the months of their production. */
  private static void addSold(
      Instrument instrument,
      String site,
      Function<YearMonth, Reporter> reporter,
      Map<YearMonth, Energy> sold) {
    boolean isOwn = instrument.device().id().startsWith(site + "/");
    if (!isOwn || !instrument.kind().hasCertificates()) {
      return;
    }
    ZoneId zone = reporter.apply(YearMonth.of(1970, 1)).zone();
    YearMonth first = YearMonth.from(instrument.production().start().atZone(zone));
    YearMonth last = YearMonth.from(instrument.production().end().minusNanos(1).atZone(zone));
    if (reporter.apply(first).names().contains(instrument.terms().attributeOwner())) {
      return;
    }
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month);
    }
    long[] seconds =
        months.stream().mapToLong(month -> secondsIn(month, zone, instrument)).toArray();
    long[] parts = Profile.spread(instrument.energy().wattHours(), seconds);
    for (int i = 0; i < parts.length; i++) {
      sold.merge(months.get(i), new Energy(parts[i]), Energy::plus);
    }
  }

  private static long secondsIn(YearMonth month, ZoneId zone, Instrument instrument) {
    Instant begin = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    Instant from = instrument.production().start();
    Instant to = instrument.production().end();
    return Duration.between(from.isAfter(begin) ? from : begin, to.isBefore(end) ? to : end)
        .toSeconds();
  }

  /** Claims of a month, the highest level first, then the lower rate, then by id. */
  public List<Claim> of(YearMonth month) {
    return claims.stream()
        .filter(claim -> claim.allocation().month().equals(month))
        .sorted(
            Comparator.comparingInt((Claim claim) -> claim.instrument().kind().level().rank())
                .thenComparingLong(
                    claim -> claim.instrument().microgramsPerWattHour().orElse(Long.MAX_VALUE))
                .thenComparing(claim -> claim.instrument().id())
                .thenComparingLong(claim -> claim.allocation().id()))
        .toList();
  }

  /** Energy that the register holds of a contract of the accounts file for a month. */
  public Energy ofContract(String contract, YearMonth month) {
    return claims.stream()
        .filter(claim -> claim.allocation().month().equals(month))
        .filter(claim -> claim.instrument().terms().contract().filter(contract::equals).isPresent())
        .map(claim -> claim.allocation().energy())
        .reduce(Energy.ZERO, Energy::plus);
  }

  public Energy sold(YearMonth month) {
    return sold.getOrDefault(month, Energy.ZERO);
  }
}
