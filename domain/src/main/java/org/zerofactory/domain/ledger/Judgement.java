package org.zerofactory.domain.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What a second person said of an entry.
 *
 * @param reason why it was rejected; empty for an approval
 */
public record Judgement(boolean isApproval, Person person, Instant at, Optional<String> reason) {

  /** The word in tables and answers. */
  public String word() {
    return isApproval ? "approved" : "rejected";
  }
}
