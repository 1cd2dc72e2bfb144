package org.zerofactory.central.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.HourEnergy;
import org.zerofactory.domain.account.MatchingBasis;
import org.zerofactory.domain.account.YearHours;
import org.zerofactory.domain.account.YearMatcher;
import org.zerofactory.domain.account.YearMatching;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.SiteDescription;

/** Matches consumption and carbon-free supply of sites by year. Safe for use by many threads. */
public final class Matcher {

  /** Years kept at most, 350 kB each; the one that was asked for first goes first. */
  static final int LIMIT = 64;

  /**
   * Where the figures come from.
   *
   * @param site what is held of a site
   * @param hours the site's balance by hours of an interval
   * @param rules how a site is accounted, with what the register holds for it
   * @param basis by what its consumption is matched
   */
  public record Sources(
      Function<String, Optional<SiteOverview>> site,
      Hours hours,
      Function<SiteDescription, AccountingRules> rules,
      Function<SiteDescription, MatchingBasis> basis) {}

  /** Hours of a site. */
  @FunctionalInterface
  public interface Hours {
    List<HourEnergy> of(String site, Interval interval);
  }

  private record Key(String site, int year) {}

  private final Sources sources;
  private final Map<Key, YearMatching> known = new LinkedHashMap<>();
  private long generation;

  public Matcher(Sources sources) {
    this.sources = sources;
  }

  /** A local year; empty for an unknown site or a year without data. */
  public Optional<YearMatching> year(String site, int year) {
    Key key = new Key(site, year);
    long before;
    synchronized (this) {
      if (known.containsKey(key)) {
        return Optional.of(known.get(key));
      }
      before = generation;
    }
    Optional<YearMatching> fresh = sources.site().apply(site).flatMap(of -> match(of, year));
    fresh.ifPresent(matching -> keep(key, matching, before));
    return fresh;
  }

  private Optional<YearMatching> match(SiteOverview overview, int year) {
    SiteDescription site = overview.description();
    YearHours hours = YearHours.of(year, site.zone());
    if (overview.dataRange().filter(hours.interval()::overlaps).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        YearMatcher.of(
            hours,
            overview.sequence(),
            sources.hours().of(site.id(), hours.interval()),
            overview.dataRange(),
            sources.rules().apply(site),
            sources.basis().apply(site)));
  }

  /** Keeps it unless something changed while it was being matched. */
  private synchronized void keep(Key key, YearMatching matching, long before) {
    if (generation != before) {
      return;
    }
    if (known.size() >= LIMIT) {
      known.remove(known.keySet().iterator().next());
    }
    known.put(key, matching);
  }

  /** Forgets the site's years. */
  public synchronized void changed(JournalChange change) {
    generation++;
    known.keySet().removeIf(key -> key.site.equals(change.site()));
  }

  /** Forgets everything: what rules are made of changed. */
  public synchronized void rulesChanged() {
    generation++;
    known.clear();
  }
}
