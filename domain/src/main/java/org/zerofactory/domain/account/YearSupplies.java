package org.zerofactory.domain.account;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.instrument.GranularDetail;
import org.zerofactory.domain.instrument.HierarchyLevel;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.MatchingRule;
import org.zerofactory.domain.instrument.Profile;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.metering.Interval;

/** What contracts and instruments supply in each hour of a year. */
final class YearSupplies {

  /**
   * How the hours of a supply are known.
   *
   * <p>{@code METERED}: by generation of an hour or less. {@code OWN_PV}: a monthly volume of solar
   * power, spread like the site's own production. {@code FLAT}: a monthly volume spread evenly over
   * the hours of the month. {@code NONE}: a volume that the rule does not allow to be spread.
   */
  enum Shape {
    METERED,
    OWN_PV,
    FLAT,
    NONE
  }

  /**
   * One contract or instrument in one month.
   *
   * @param wattHours by hour; 0 where the hours are not known and may not be estimated
   * @param volumes by hour too, for matching by month or year, where only the sum is of account
   */
  record Supply(
      String id,
      String name,
      HierarchyLevel level,
      long microgramsPerWattHour,
      long[] wattHours,
      long[] volumes,
      Shape shape,
      boolean isLegacy) {}

  private final YearHours hours;
  private final MatchingRule rule;
  private final long[] production;
  private final Optional<Interval> dataRange;

  /**
   * @param production of the site's own generators by hour
   * @param dataRange outside of it nothing is supplied: it has not happened, or was not read
   */
  YearSupplies(
      YearHours hours, MatchingRule rule, long[] production, Optional<Interval> dataRange) {
    this.hours = hours;
    this.rule = rule;
    this.production = production;
    this.dataRange = dataRange;
  }

  List<Supply> of(AccountingRules rules) {
    List<Supply> supplies = new ArrayList<>();
    for (YearMonth month : hours.yearMonths()) {
      for (SiteClaims.Claim claim : rules.claims().of(month)) {
        if (claim.isEligible()) {
          supplies.add(registered(claim));
        }
      }
      for (GreenPowerContract contract : rules.contractsOf(month)) {
        long volume = contract.volume(month).wattHours();
        if (volume > 0 && rules.isOfFile(contract)) {
          supplies.add(
              new Supply(
                  contract.id(),
                  contract.name(),
                  HierarchyLevel.CONTRACT,
                  contract.microgramsPerWattHour(),
                  spread(month, volume, flatShape()),
                  spread(month, volume, Shape.FLAT),
                  flatShape(),
                  false));
        }
      }
    }
    return supplies;
  }

  private Shape flatShape() {
    return rule.loadProfileAllowed() ? Shape.FLAT : Shape.NONE;
  }

  private Supply registered(SiteClaims.Claim claim) {
    Instrument instrument = claim.instrument();
    YearMonth month = claim.allocation().month();
    long volume = claim.allocation().energy().wattHours();
    Shape shape = shape(instrument, month);
    long[] wattHours =
        shape == Shape.METERED
            ? metered(instrument.production(), volume)
            : spread(month, volume, shape);
    return new Supply(
        "instrument/" + instrument.id(),
        instrument.kind().word() + " of " + instrument.registry(),
        instrument.kind().level(),
        instrument.microgramsPerWattHour().orElseThrow(),
        wattHours,
        shape == Shape.NONE ? spread(month, volume, Shape.FLAT) : wattHours,
        shape,
        rule.isLegacy(instrument, month));
  }

  private Shape shape(Instrument instrument, YearMonth month) {
    long seconds = instrument.production().length().toSeconds();
    if (seconds <= GranularDetail.LONGEST_SECONDS) {
      return Shape.METERED;
    }
    if (!rule.loadProfileAllowed()) {
      return Shape.NONE;
    }
    boolean isSolar = instrument.device().technology().equals("solar");
    boolean hasSun =
        Arrays.stream(production, first(month), first(month.plusMonths(1))).anyMatch(wh -> wh > 0);
    return isSolar && hasSun ? Shape.OWN_PV : Shape.FLAT;
  }

  private int first(YearMonth month) {
    return month.getYear() > hours.year()
        ? hours.count()
        : hours.firstOfMonth(month.getMonthValue());
  }

  /** In the hour of its generation, or in the two that it touches by its seconds in each. */
  private long[] metered(Interval generated, long volume) {
    long[] wattHours = new long[hours.count()];
    int first = hours.indexOf(generated.start());
    int last = hours.indexOf(generated.end().minusSeconds(1));
    Instant border = hours.interval().start().plusSeconds((long) last * YearHours.SECONDS);
    long before = first == last ? 0 : border.getEpochSecond() - generated.start().getEpochSecond();
    long after = generated.length().toSeconds() - before;
    long[] parts = Profile.spread(volume, new long[] {before, after});
    put(wattHours, first, parts[0]);
    put(wattHours, last, parts[1]);
    return wattHours;
  }

  private void put(long[] wattHours, int hour, long amount) {
    if (hour >= 0 && hour < wattHours.length && isInside(hour)) {
      wattHours[hour] += amount;
    }
  }

  private long[] spread(YearMonth month, long volume, Shape shape) {
    long[] wattHours = new long[hours.count()];
    int from = first(month);
    int to = first(month.plusMonths(1));
    if (shape == Shape.NONE) {
      return wattHours;
    }
    long[] weights = new long[to - from];
    for (int i = from; i < to; i++) {
      weights[i - from] = shape == Shape.FLAT ? 1 : production[i];
    }
    long[] parts = Profile.spread(volume, weights);
    for (int i = from; i < to; i++) {
      put(wattHours, i, parts[i - from]);
    }
    return wattHours;
  }

  private boolean isInside(int hour) {
    Instant start = hours.interval().start().plusSeconds((long) hour * YearHours.SECONDS);
    return dataRange
        .filter(range -> start.isBefore(range.end()))
        .filter(range -> start.plusSeconds(YearHours.SECONDS).isAfter(range.start()))
        .isPresent();
  }
}
