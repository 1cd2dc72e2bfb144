package org.zerofactory.domain.certification;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that a person attached to a criterion.
 *
 * @param id of the attachment
 * @param kind as the criterion names it
 * @param document SHA-256 of the stored document, 64 hex
 * @param validUntil last day on which it may be used; empty if it does not end
 * @param statement a fact that the document states, which the program does not know itself
 */
public record Evidence(
    long id,
    String site,
    String scheme,
    String criterion,
    int year,
    String kind,
    String document,
    Optional<LocalDate> validUntil,
    Optional<Statement> statement) {

  /**
   * A fact stated by a document.
   *
   * @param value a {@code Long} or {@code Boolean}, as the fact's type asks
   */
  public record Statement(Fact fact, Object value) {

    /**
     * @throws IllegalArgumentException if the fact is none that people state, or the value is of
     *     another type
     */
    public Statement {
      if (fact.origin() != Fact.Origin.DECLARED) {
        throw new IllegalArgumentException(
            "expected a fact that people state, found " + fact.word() + ", which is accounted");
      }
      if (!fact.type().valueClass().isInstance(value)) {
        throw new IllegalArgumentException(
            fact.word() + ": expected a " + fact.type().word() + ", found " + value);
      }
    }

    /** The facts with this one. */
    public CertificationFacts addTo(CertificationFacts facts) {
      return value instanceof Long number
          ? facts.with(fact, number)
          : facts.with(fact, (Boolean) value);
    }
  }

  /** Days before its end at which a document is flagged. */
  public static final int EXPIRING_DAYS = 90;

  boolean isFor(Scheme of, Criterion one) {
    return scheme.equals(of.id()) && criterion.equals(one.id());
  }

  public boolean isValid(LocalDate day) {
    return validUntil.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Valid, and not for much longer. */
  public boolean isExpiring(LocalDate day) {
    return isValid(day)
        && validUntil.map(last -> day.plusDays(EXPIRING_DAYS).isAfter(last)).orElse(false);
  }
}
