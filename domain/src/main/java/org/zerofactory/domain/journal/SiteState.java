package org.zerofactory.domain.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the centre holds of a site when it judges a batch.
 *
 * @param epoch of the site's agent, 1 for an unknown site
 * @param key the agent's key; empty for an unknown site
 * @param checkpoint the newest signed note; empty for an unknown site
 * @param approvedKeys fingerprints that a person approved and no block has used yet
 * @param heldHashes hashes of the held blocks from the batch's first sequence on
 * @param isSealed whether an interval that begins at the instant was already sealed
 */
public record SiteState(
    String site,
    long epoch,
    JournalTip tip,
    Optional<VerificationKey> key,
    Optional<String> checkpoint,
    Set<String> approvedKeys,
    List<Hash> heldHashes,
    Predicate<Instant> isSealed) {

  public SiteState {
    approvedKeys = Set.copyOf(approvedKeys);
    heldHashes = List.copyOf(heldHashes);
  }

  /** The state of a site of which nothing is held. */
  public static SiteState unknown(String site, Set<String> approvedKeys) {
    return new SiteState(
        site,
        1,
        JournalTip.EMPTY,
        Optional.empty(),
        Optional.empty(),
        approvedKeys,
        List.of(),
        start -> false);
  }
}
