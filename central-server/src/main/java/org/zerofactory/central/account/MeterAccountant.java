package org.zerofactory.central.account;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.account.FactorColumn;
import org.zerofactory.domain.account.MeterAccount;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Energy;

/**
 * Accounts what each electricity meter of a site counted and emitted, month by month. A month is
 * kept until its readings or the factors of its time change; no other month is computed again.
 */
public final class MeterAccountant {

  /** Months kept at most; beyond it all are forgotten and come back as they are asked for. */
  private static final int LIMIT = 2_000;

  private record Key(String site, YearMonth month) {}

  private record Kept(
      Interval interval, FactorColumn factors, Map<String, MeterAccount> accounts) {}

  private final SiteData data;
  private final Profiles profiles;
  private final Map<Key, Kept> months = new HashMap<>();
  private final Map<String, Long> generations = new HashMap<>();

  /** Takes one local day of a point; the column is reused and must not be kept. */
  @FunctionalInterface
  public interface Day {
    /**
     * @param start of the first quarter hour, epoch seconds
     * @param wattHours by quarter hour; negative where not known
     * @param count quarter hours of the day
     */
    void of(String point, long start, long[] wattHours, int count);
  }

  /** Hands over the stored days of points that begin in an interval. */
  @FunctionalInterface
  public interface Profiles {
    void read(String site, List<String> points, Interval interval, Day day);
  }

  public MeterAccountant(SiteData data, Profiles profiles) {
    this.data = data;
    this.profiles = profiles;
  }

  /**
   * The meters that draw electricity, by id, in the order of the site's description, for whole
   * local months.
   *
   * @param from first month
   * @param to month after the last
   * @return empty for an unknown site, one without location-based factors, or a time without data
   * @throws org.zerofactory.domain.factor.MissingFactorException if energy was used when no factor
   *     is valid
   */
  public Optional<Map<String, MeterAccount>> meters(String site, YearMonth from, YearMonth to) {
    return data.site()
        .apply(site)
        .filter(of -> of.dataRange().filter(interval(of, from, to)::overlaps).isPresent())
        .flatMap(
            of ->
                data.rules()
                    .apply(of.description())
                    .location()
                    .map(factors -> sum(of, factors, from, to)));
  }

  private Map<String, MeterAccount> sum(
      SiteOverview site, FactorSeries factors, YearMonth from, YearMonth to) {
    Map<String, MeterAccount> sums = new LinkedHashMap<>();
    for (YearMonth month = from; month.isBefore(to); month = month.plusMonths(1)) {
      if (site.dataRange()
          .filter(interval(site, month, month.plusMonths(1))::overlaps)
          .isPresent()) {
        month(site, factors, month)
            .forEach((meter, account) -> sums.merge(meter, account, MeterAccount::plus));
      }
    }
    return sums;
  }

  private Map<String, MeterAccount> month(SiteOverview site, FactorSeries series, YearMonth month) {
    Interval interval = interval(site, month, month.plusMonths(1));
    FactorColumn factors = FactorColumn.of(series, interval);
    Key key = new Key(site.description().id(), month);
    long generation;
    synchronized (this) {
      Kept kept = months.get(key);
      if (kept != null && kept.factors.isSameIn(interval, factors)) {
        return kept.accounts;
      }
      generation = generations.getOrDefault(key.site, 0L);
    }
    Map<String, MeterAccount> accounts = account(site, factors, interval);
    keep(key, new Kept(interval, factors, accounts), generation);
    return accounts;
  }

  private Map<String, MeterAccount> account(
      SiteOverview site, FactorColumn factors, Interval interval) {
    Map<String, String> points = points(site.description());
    String id = site.description().id();
    FactorColumn supply = factors.behind(data.quarters().of(id, interval));
    Map<String, MeterAccount> accounts = new LinkedHashMap<>();
    points.values().forEach(meter -> accounts.put(meter, MeterAccount.NONE));
    profiles.read(
        id,
        List.copyOf(points.keySet()),
        interval,
        (point, start, wattHours, count) ->
            accounts.merge(
                points.get(point),
                day(start, wattHours, count, factors, supply),
                MeterAccount::plus));
    return accounts;
  }

  private static MeterAccount day(
      long start, long[] wattHours, int count, FactorColumn factors, FactorColumn supply) {
    long sum = 0;
    int known = 0;
    for (int i = 0; i < count; i++) {
      if (wattHours[i] >= 0) {
        sum = Math.addExact(sum, wattHours[i]);
        known++;
      }
    }
    return new MeterAccount(
        new Energy(sum),
        known,
        factors.times(start, wattHours, count),
        supply.times(start, wattHours, count));
  }

  /** The registers, or integrated powers, of all that draws electricity, with their meters. */
  private static Map<String, String> points(SiteDescription site) {
    Map<String, String> points = new LinkedHashMap<>();
    for (MeterDescription meter : site.meters()) {
      boolean isDrawing = meter.role() == MeterRole.GRID || meter.role() == MeterRole.LOAD;
      if (isDrawing && meter.carrier() == Carrier.ELECTRICITY) {
        EnergyPoints.of(meter, Quantity.ENERGY_IMPORT)
            .ifPresent(point -> points.put(point, meter.id()));
      }
    }
    return points;
  }

  private synchronized void keep(Key key, Kept kept, long generation) {
    if (generations.getOrDefault(key.site, 0L) != generation) {
      return;
    }
    if (months.size() >= LIMIT) {
      months.clear();
    }
    months.put(key, kept);
  }

  /** Forgets the months whose readings changed. */
  public synchronized void changed(JournalChange change) {
    generations.merge(change.site(), 1L, Long::sum);
    change
        .touched()
        .ifPresent(
            touched ->
                months
                    .entrySet()
                    .removeIf(
                        month ->
                            month.getKey().site.equals(change.site())
                                && month.getValue().interval.overlaps(touched)));
  }

  private static Interval interval(SiteOverview site, YearMonth from, YearMonth to) {
    return QuarterHours.months(from, to, site.description().zone());
  }
}
