package org.zerofactory.domain.certification;

import java.util.List;
import java.util.Optional;

/**
 * How one criterion stands, and why.
 *
 * @param distance by how much it is not met; empty unless it is not met and states a distance
 * @param value what is shown beside it, if its facts are known
 * @param unknown facts that are not known, in the vocabulary's order
 * @param evidence each kind that the criterion asks for
 * @param noThreshold the value is shown only: no limit could be verified
 */
public record Finding(
    Criterion criterion,
    CriterionStatus status,
    Optional<Long> distance,
    Optional<Long> value,
    List<Fact> unknown,
    List<EvidenceStanding> evidence,
    boolean noThreshold) {

  public Finding {
    unknown = List.copyOf(unknown);
    evidence = List.copyOf(evidence);
  }

  /**
   * One kind of evidence.
   *
   * @param item the attached document that counts; the one that ended last if none is valid
   */
  public record EvidenceStanding(String kind, State state, Optional<Evidence> item) {}

  /** Whether a kind of evidence is there. */
  public enum State {
    VALID,
    /** Valid, and not for much longer. */
    EXPIRING,
    EXPIRED,
    MISSING;

    boolean isThere() {
      return this == VALID || this == EXPIRING;
    }
  }
}
