package org.zerofactory.domain.certification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What criteria that hold add up to: points and levels. */
final class LevelStandings {

  private final Scheme scheme;

  LevelStandings(Scheme scheme) {
    this.scheme = scheme;
  }

  /**
   * All levels from the lowest to the highest.
   *
   * @param held ids of criteria that are met or do not apply
   * @param points scored
   */
  List<LevelStanding> of(Set<String> held, long points) {
    List<LevelStanding> standings = new ArrayList<>();
    for (Level level : scheme.levels()) {
      List<String> lacking = needed(level).stream().filter(id -> !held.contains(id)).toList();
      long pointsLacking = Math.max(0, level.points().orElse(0L) - points);
      LevelStanding.State state =
          !lacking.isEmpty() || pointsLacking > 0
              ? LevelStanding.State.NOT_REACHED
              : level.isComplete() ? LevelStanding.State.REACHED : LevelStanding.State.UNDECIDED;
      standings.add(new LevelStanding(level, state, lacking, pointsLacking));
    }
    return standings;
  }

  static Optional<LevelStanding> highest(List<LevelStanding> standings) {
    return standings.stream()
        .filter(one -> one.state() == LevelStanding.State.REACHED)
        .reduce((lower, higher) -> higher);
  }

  /** The lowest level that is not reached and lies above the highest that is. */
  static Optional<LevelStanding> next(List<LevelStanding> standings) {
    int reached = highest(standings).map(standings::indexOf).orElse(-1);
    return standings.stream()
        .skip(reached + 1L)
        .filter(one -> one.state() == LevelStanding.State.NOT_REACHED)
        .findFirst();
  }

  private Set<String> needed(Level level) {
    Set<String> needed = new LinkedHashSet<>();
    scheme.criteria().stream()
        .filter(Criterion::isGate)
        .forEach(criterion -> needed.add(criterion.id()));
    needed.addAll(level.criteria());
    return needed;
  }
}
