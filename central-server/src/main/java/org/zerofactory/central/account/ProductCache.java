package org.zerofactory.central.account;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.product.DayProducts;

/** Divided months that are still true. */
final class ProductCache {

  /** Months kept at most, about 300 kB each; beyond it all are forgotten. */
  static final int LIMIT = 600;

  private record Key(String site, YearMonth month) {}

  private final Map<Key, List<DayProducts>> months = new HashMap<>();
  private final Map<String, Long> generations = new HashMap<>();

  /** Counts changes that touched all sites. */
  private long era;

  List<DayProducts> get(String site, YearMonth month, Supplier<List<DayProducts>> account) {
    Key key = new Key(site, month);
    long generation;
    synchronized (this) {
      List<DayProducts> known = months.get(key);
      if (known != null) {
        return known;
      }
      generation = generation(site);
    }
    List<DayProducts> fresh = account.get();
    keep(key, fresh, generation);
    return fresh;
  }

  /** Keeps it unless something of the site changed while it was being divided. */
  private synchronized void keep(Key key, List<DayProducts> days, long generation) {
    if (generation(key.site) != generation) {
      return;
    }
    if (months.size() >= LIMIT) {
      months.clear();
    }
    months.put(key, days);
  }

  private long generation(String site) {
    return generations.getOrDefault(site, 0L) + era;
  }

  /** Forgets everything: what months are accounted by changed. */
  synchronized void forgetAll() {
    era++;
    months.clear();
  }

  /** Forgets the months that touch the time in which readings or runs changed. */
  synchronized void forget(String site, Interval changed, ZoneId zone) {
    generations.merge(site, 1L, Long::sum);
    months
        .keySet()
        .removeIf(
            key -> key.site.equals(site) && QuarterHours.month(key.month, zone).overlaps(changed));
  }
}
