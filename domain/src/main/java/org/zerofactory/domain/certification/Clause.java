package org.zerofactory.domain.certification;

import java.util.List;
import java.util.stream.Stream;

/** A part of a scheme, with its own criteria and smaller parts. */
public record Clause(String id, Wording title, List<Criterion> criteria, List<Clause> clauses) {

  public Clause {
    criteria = List.copyOf(criteria);
    clauses = List.copyOf(clauses);
  }

  Stream<Criterion> all() {
    return Stream.concat(criteria.stream(), clauses.stream().flatMap(Clause::all));
  }
}
