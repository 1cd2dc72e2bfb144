package org.zerofactory.auditor.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;

/**
 * What the verification of a journal found.
 *
 * @param intervals number of sealed quarter hours
 * @param from start of the first quarter hour
 * @param to end of the last quarter hour
 * @param root Merkle root over all blocks
 * @param signedSize size of the checkpoint that was verified, 0 if none was given
 * @param totals by point id
 * @param findings at most {@link JournalVerifier#MAX_FINDINGS}; more are counted in the last one
 */
public record Verdict(
    String site,
    long blocks,
    long intervals,
    Optional<Instant> from,
    Optional<Instant> to,
    Hash root,
    long signedSize,
    Map<String, PointTotal> totals,
    List<Finding> findings) {

  public Verdict {
    totals = Map.copyOf(totals);
    findings = List.copyOf(findings);
  }

  public boolean ok() {
    return findings.stream().noneMatch(Finding::failure);
  }
}
