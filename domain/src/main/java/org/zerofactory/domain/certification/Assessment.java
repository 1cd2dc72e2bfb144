package org.zerofactory.domain.certification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A site's year held against a scheme.
 *
 * @param day on which evidence had to be valid
 * @param findings one for each criterion, in the scheme's order
 * @param points scored, of {@code pointsPossible} over the criteria that apply
 * @param gatesHold whether every veto criterion is met or does not apply
 * @param levels from the lowest to the highest
 * @param actions what to do, that which lifts most first
 */
public record Assessment(
    Scheme scheme,
    LocalDate day,
    CertificationFacts facts,
    List<Finding> findings,
    long points,
    long pointsPossible,
    boolean gatesHold,
    List<LevelStanding> levels,
    List<NextAction> actions) {

  public Assessment {
    findings = List.copyOf(findings);
    levels = List.copyOf(levels);
    actions = List.copyOf(actions);
  }

  /**
   * Holds the facts against every criterion. A fact that is not known never meets one; a document
   * that is not attached or has ended neither.
   *
   * <p>Actions are ranked by the level that each alone would reach, then vetoes, then what the next
   * level needs, then points, then the scheme's order.
   *
   * @param attached all evidence of the site's year; other schemes' are ignored
   * @param day on which evidence must be valid
   */
  public static Assessment of(
      Scheme scheme, CertificationFacts facts, List<Evidence> attached, LocalDate day) {
    CriterionFinding finding = new CriterionFinding(facts, attached, day);
    List<Finding> findings =
        scheme.criteria().stream().map(criterion -> finding.of(scheme, criterion)).toList();
    Set<String> held =
        findings.stream()
            .filter(Assessment::holds)
            .map(one -> one.criterion().id())
            .collect(Collectors.toSet());
    long points = sum(findings, CriterionStatus.MET);
    List<LevelStanding> levels = new LevelStandings(scheme).of(held, points);
    return new Assessment(
        scheme,
        day,
        facts,
        findings,
        points,
        findings.stream().mapToLong(one -> one.criterion().points()).sum()
            - sum(findings, CriterionStatus.NOT_APPLICABLE),
        findings.stream().filter(one -> one.criterion().isGate()).allMatch(Assessment::holds),
        levels,
        actions(scheme, findings, held, points, levels));
  }

  /** The highest level that is reached; an undecided one is none. */
  public Optional<Level> level() {
    return LevelStandings.highest(levels).map(LevelStanding::level);
  }

  public Finding finding(String criterion) {
    return findings.stream()
        .filter(one -> one.criterion().id().equals(criterion))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a criterion of " + scheme.id() + ", found " + criterion));
  }

  private static boolean holds(Finding finding) {
    return finding.status() == CriterionStatus.MET
        || finding.status() == CriterionStatus.NOT_APPLICABLE;
  }

  private static long sum(List<Finding> findings, CriterionStatus status) {
    return findings.stream()
        .filter(one -> one.status() == status)
        .mapToLong(one -> one.criterion().points())
        .sum();
  }

  private static List<NextAction> actions(
      Scheme scheme,
      List<Finding> findings,
      Set<String> held,
      long points,
      List<LevelStanding> levels) {
    int reached = index(levels);
    Set<String> needed =
        LevelStandings.next(levels).map(LevelStanding::lacking).map(Set::copyOf).orElse(Set.of());
    // sorting is stable: where all else is equal the scheme's order stays
    return findings.stream()
        .filter(finding -> !holds(finding))
        .map(
            finding -> {
              Criterion criterion = finding.criterion();
              Set<String> then = new HashSet<>(held);
              then.add(criterion.id());
              List<LevelStanding> lifted =
                  new LevelStandings(scheme).of(then, points + criterion.points());
              Optional<Level> reaches =
                  index(lifted) > reached
                      ? LevelStandings.highest(lifted).map(LevelStanding::level)
                      : Optional.empty();
              return new NextAction(
                  criterion,
                  finding.status(),
                  criterion.points(),
                  reaches,
                  needed.contains(criterion.id()));
            })
        .sorted(
            Comparator.comparing((NextAction action) -> -rank(scheme, action))
                .thenComparing(action -> !action.criterion().isGate())
                .thenComparing(action -> !action.forNextLevel())
                .thenComparing(action -> -action.points()))
        .toList();
  }

  private static int rank(Scheme scheme, NextAction action) {
    return action.reaches().map(scheme.levels()::indexOf).orElse(-1);
  }

  private static int index(List<LevelStanding> levels) {
    return LevelStandings.highest(levels).map(levels::indexOf).orElse(-1);
  }
}
