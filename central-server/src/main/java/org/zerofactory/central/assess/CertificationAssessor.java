package org.zerofactory.central.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.zerofactory.domain.certification.Assessment;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Claim;
import org.zerofactory.domain.certification.ClaimFaults;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.Scheme;
import org.zerofactory.domain.certification.YearFacts;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.offset.CountedOffsets;
import org.zerofactory.domain.quantity.Carbon;

/** Brings together the facts of a site's year and holds them against a scheme. */
public final class CertificationAssessor {

  private final CertificationData data;

  public CertificationAssessor(CertificationData data) {
    this.data = data;
  }

  /** Empty for an unknown site; a year without data is assessed, and nothing of it is known. */
  public Optional<Assessment> assess(String site, Scheme scheme, int year) {
    return data.site()
        .apply(site)
        .map(
            overview ->
                Assessment.of(
                    scheme,
                    facts(overview, year),
                    data.evidence().apply(site, year),
                    today(overview)));
  }

  /** The register's entries of a year, and which of them count; empty for an unknown site. */
  public Optional<CountedOffsets> offsets(String site, int year) {
    return data.site().apply(site).map(overview -> offsets(site, year, accounted(overview, year)));
  }

  /** All that is known of a year; empty for an unknown site. */
  public Optional<CertificationFacts> facts(String site, int year) {
    return data.site().apply(site).map(overview -> facts(overview, year));
  }

  /** The site's local day. */
  public Optional<LocalDate> today(String site) {
    return data.site().apply(site).map(this::today);
  }

  private CertificationFacts facts(SiteOverview overview, int year) {
    String site = overview.description().id();
    CertificationFacts accounted = accounted(overview, year);
    CountedOffsets counted = offsets(site, year, accounted);
    return YearFacts.completed(
        accounted
            .and(declared(overview, year))
            .with(Fact.OFFSETS_REGISTERED_KG, counted.registered())
            .with(Fact.OFFSETS_COUNTED_KG, counted.counted())
            .with(Fact.OFFSETS_REMOVAL_KG, counted.removal())
            .with(Fact.OFFSETS_REFUSED, counted.refused())
            .and(claim(site, year)));
  }

  private CertificationFacts accounted(SiteOverview overview, int year) {
    String site = overview.description().id();
    CertificationFacts facts =
        data.year()
            .apply(site, year)
            .map(YearFacts::of)
            .orElse(CertificationFacts.NONE)
            .with(Fact.YEAR, year);
    for (BiFunction<String, Integer, CertificationFacts> source : data.more()) {
      facts = facts.and(source.apply(site, year));
    }
    return facts;
  }

  private CountedOffsets offsets(String site, int year, CertificationFacts facts) {
    Optional<Carbon> own = facts.whole(Fact.OWN_REDUCTION_UG).map(Carbon::new);
    return CountedOffsets.of(
        data.offsets().apply(site, year),
        own,
        data.isStored(),
        serials -> !data.usedElsewhere().apply(serials).isEmpty());
  }

  /** Documents that have ended state nothing any more; of two, the one attached later holds. */
  private CertificationFacts declared(SiteOverview overview, int year) {
    CertificationFacts facts = CertificationFacts.NONE;
    LocalDate today = today(overview);
    List<Evidence> attached = data.evidence().apply(overview.description().id(), year);
    for (Evidence item : attached) {
      if (item.statement().isPresent() && item.isValid(today)) {
        facts = item.statement().get().addTo(facts);
      }
    }
    return facts;
  }

  private CertificationFacts claim(String site, int year) {
    Optional<Claim> newest = data.claims().apply(site, year).stream().findFirst();
    CertificationFacts stated = CertificationFacts.NONE.with(Fact.CLAIM_STATED, newest.isPresent());
    return newest
        .map(claim -> stated.with(Fact.CLAIM_FAULTS, ClaimFaults.of(claim).size()))
        .orElse(stated);
  }

  private LocalDate today(SiteOverview overview) {
    return LocalDate.ofInstant(data.clock().instant(), overview.description().zone());
  }
}
