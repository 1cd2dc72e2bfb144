package org.zerofactory.domain.certification;

import java.util.Locale;

/** How a site's year stands against one criterion. Only {@link #MET} counts for it. */
public enum CriterionStatus {
  MET,
  /** The facts are known and say no. */
  NOT_MET,
  /** The facts say yes, a document is not attached or no longer valid. */
  EVIDENCE_MISSING,
  /** The criterion does not concern this site. */
  NOT_APPLICABLE,
  /** A fact is not known, or no threshold is verified: never taken for met. */
  UNKNOWN;

  /** The word in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
