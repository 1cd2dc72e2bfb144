package org.zerofactory.central.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.zerofactory.domain.account.MeteredSaving;
import org.zerofactory.domain.savings.RegressionSaving;

/** What the measures of a site saved in a year, as long as its journal has not grown. */
final class YearCache {

  /** Years kept at most; beyond it all are forgotten and come back as they are asked for. */
  static final int LIMIT = 2_000;

  /** Savings by measure. */
  record Savings(Map<String, MeteredSaving> metered, List<RegressionSaving.Result> regressions) {}

  private record Key(String site, int year) {}

  private record Entry(long sequence, Savings savings) {}

  private final Map<Key, Entry> years = new HashMap<>();

  /**
   * The savings as they are known, or as they are accounted now.
   *
   * @param sequence newest block of the site, by which the answer is asked for
   */
  Savings get(String site, int year, long sequence, Supplier<Savings> account) {
    Key key = new Key(site, year);
    synchronized (this) {
      Entry known = years.get(key);
      if (known != null && known.sequence == sequence) {
        return known.savings;
      }
    }
    Savings fresh = account.get();
    synchronized (this) {
      if (years.size() >= LIMIT) {
        years.clear();
      }
      years.put(key, new Entry(sequence, fresh));
    }
    return fresh;
  }
}
