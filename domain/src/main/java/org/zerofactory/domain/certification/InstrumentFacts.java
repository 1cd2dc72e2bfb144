package org.zerofactory.domain.certification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.zerofactory.domain.account.InstrumentCoverage;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.offset.OffsetEntry;

/** What the registers say of the instruments that a site used in a year. */
public final class InstrumentFacts {

  private InstrumentFacts() {}

  /**
   * Instruments used, those that fail a quality criterion, and serials that stand for credits too.
   * A contract of the accounts file is used but judged by nobody: as long as there is one, how many
   * fail is not known.
   *
   * @param year with what the register holds for the site
   * @param credits the site's entries in the register of credits that are meant for the year
   * @param creditsOf live entries of any site whose serials an instrument shares
   * @param instrumentsOf instruments whose serials an entry shares
   */
  public static CertificationFacts of(
      YearAccount year,
      List<OffsetEntry> credits,
      Function<Instrument, List<OffsetEntry>> creditsOf,
      Function<OffsetEntry, List<Instrument>> instrumentsOf) {
    List<InstrumentCoverage> used = InstrumentCoverage.of(year);
    CertificationFacts facts =
        CertificationFacts.NONE
            .with(Fact.INSTRUMENTS_USED, used.size())
            .with(Fact.SERIAL_CLASHES, clashes(used, credits, creditsOf, instrumentsOf));
    boolean isJudged = used.stream().noneMatch(one -> one.claims().isEmpty());
    return isJudged ? facts.with(Fact.INSTRUMENTS_FAILING, failing(used)) : facts;
  }

  private static long failing(List<InstrumentCoverage> used) {
    return used.stream()
        .filter(one -> !one.claims().stream().allMatch(SiteClaims.Claim::isEligible))
        .count();
  }

  /** Pairs of an instrument and an entry, each once, whichever of them leads to the other. */
  private static long clashes(
      List<InstrumentCoverage> used,
      List<OffsetEntry> credits,
      Function<Instrument, List<OffsetEntry>> creditsOf,
      Function<OffsetEntry, List<Instrument>> instrumentsOf) {
    record Pair(String instrument, long entry) {}
    Set<Pair> pairs = new HashSet<>();
    for (InstrumentCoverage one : used) {
      for (SiteClaims.Claim claim : one.claims()) {
        Instrument instrument = claim.instrument();
        creditsOf
            .apply(instrument)
            .forEach(entry -> pairs.add(new Pair(instrument.id(), entry.id())));
      }
    }
    for (OffsetEntry entry : credits) {
      if (entry.isLive()) {
        instrumentsOf
            .apply(entry)
            .forEach(instrument -> pairs.add(new Pair(instrument.id(), entry.id())));
      }
    }
    return pairs.size();
  }
}
