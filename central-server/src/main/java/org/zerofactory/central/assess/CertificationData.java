package org.zerofactory.central.assess;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Claim;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Scheme;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.offset.OffsetEntry;
import org.zerofactory.domain.offset.SerialRange;

/**
 * What an assessment rests on; each function takes a site and a local year.
 *
 * @param schemes by id
 * @param site what is held of a site
 * @param year the metered account
 * @param more facts of other sources, such as a published inventory; later ones win
 * @param evidence what is attached
 * @param offsets the register's entries
 * @param claims what the site said, the newest first
 * @param isStored whether a document of this SHA-256 is stored
 * @param usedElsewhere uses of serials outside of the register, in words
 */
public record CertificationData(
    Function<String, Optional<Scheme>> schemes,
    Function<String, Optional<SiteOverview>> site,
    BiFunction<String, Integer, Optional<YearAccount>> year,
    List<BiFunction<String, Integer, CertificationFacts>> more,
    BiFunction<String, Integer, List<Evidence>> evidence,
    BiFunction<String, Integer, List<OffsetEntry>> offsets,
    BiFunction<String, Integer, List<Claim>> claims,
    Predicate<String> isStored,
    Function<SerialRange, List<String>> usedElsewhere,
    InstantSource clock) {

  public CertificationData {
    more = List.copyOf(more);
  }
}
