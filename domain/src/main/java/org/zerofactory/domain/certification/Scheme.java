package org.zerofactory.domain.certification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.domain.factor.Verification;

/**
 * A certification scheme as data.
 *
 * @param edition number, year and what is in force, as far as known
 * @param note what a reader must know before using the result
 * @param levels from the lowest to the highest
 */
public record Scheme(
    String id,
    Wording title,
    String issuer,
    String edition,
    Wording note,
    String source,
    Verification verification,
    List<Clause> clauses,
    List<Level> levels) {

  /**
   * @throws IllegalArgumentException if two criteria have the same id, or a level needs a criterion
   *     that is not there
   */
  public Scheme {
    clauses = List.copyOf(clauses);
    levels = List.copyOf(levels);
    Set<String> ids = new HashSet<>();
    for (Clause clause : clauses) {
      clause
          .all()
          .map(Criterion::id)
          .filter(one -> !ids.add(one))
          .findFirst()
          .ifPresent(
              twice -> {
                throw new IllegalArgumentException(
                    "expected criteria with ids of their own, found " + twice + " twice");
              });
    }
    for (Level level : levels) {
      if (!ids.containsAll(level.criteria())) {
        throw new IllegalArgumentException(
            "level " + level.id() + " needs criteria that are not there: " + level.criteria());
      }
    }
  }

  /** All criteria in the order of the file. */
  public List<Criterion> criteria() {
    return clauses.stream().flatMap(Clause::all).toList();
  }

  public Optional<Criterion> criterion(String id) {
    return criteria().stream().filter(criterion -> criterion.id().equals(id)).findFirst();
  }
}
