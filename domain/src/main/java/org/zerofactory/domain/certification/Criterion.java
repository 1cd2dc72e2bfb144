package org.zerofactory.domain.certification;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.factor.Verification;

/**
 * One requirement of a scheme.
 *
 * @param id unique in its scheme
 * @param clause of the standard as far as it could be sourced; may be empty
 * @param text in our own words
 * @param applies where it is false the criterion counts neither for nor against
 * @param met the requirement; empty if it rests on evidence alone, or if no threshold is verified
 * @param distance by how much it is not met; positive where it is not
 * @param value what is shown beside the status
 * @param evidence kinds of documents that must be attached and valid
 * @param points scored when met, 0 or more
 * @param isGate a veto: while it is not met, no level is reached
 * @param nextAction what to do while it is not met
 * @param source where the requirement was read
 * @param verification how far that was checked
 */
public record Criterion(
    String id,
    String clause,
    Wording text,
    Optional<FactExpression<Boolean>> applies,
    Optional<FactExpression<Boolean>> met,
    Optional<FactMeasure> distance,
    Optional<FactMeasure> value,
    List<String> evidence,
    long points,
    boolean isGate,
    Wording nextAction,
    String source,
    Verification verification) {

  public Criterion {
    evidence = List.copyOf(evidence);
    if (points < 0) {
      throw new IllegalArgumentException(id + ": expected 0 points or more, found " + points);
    }
  }

  /** Neither expression nor evidence: the value is shown, and no limit for it is verified. */
  boolean hasNoThreshold() {
    return met.isEmpty() && evidence.isEmpty();
  }
}
