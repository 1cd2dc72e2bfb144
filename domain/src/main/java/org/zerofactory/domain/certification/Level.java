package org.zerofactory.domain.certification;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.factor.Verification;

/**
 * A level of a scheme. It needs all gates of the scheme, its points and its criteria.
 *
 * @param points at least; empty if the scheme scores nothing or the number is not known
 * @param criteria ids of criteria that it needs beside the gates
 * @param isComplete false if only some of its conditions could be sourced: then holding them is
 *     necessary but proves nothing, and the level stays undecided
 */
public record Level(
    String id,
    Wording title,
    Optional<Long> points,
    List<String> criteria,
    boolean isComplete,
    String source,
    Verification verification) {

  public Level {
    criteria = List.copyOf(criteria);
  }
}
