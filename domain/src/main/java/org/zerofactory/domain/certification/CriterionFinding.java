package org.zerofactory.domain.certification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds one criterion against the facts and the attached documents. */
final class CriterionFinding {

  private final CertificationFacts facts;
  private final List<Evidence> attached;
  private final LocalDate day;

  CriterionFinding(CertificationFacts facts, List<Evidence> attached, LocalDate day) {
    this.facts = facts;
    this.attached = attached;
    this.day = day;
  }

  Finding of(Scheme scheme, Criterion criterion) {
    List<Finding.EvidenceStanding> evidence =
        criterion.evidence().stream().map(kind -> standing(scheme, criterion, kind)).toList();
    CriterionStatus status = status(criterion, evidence);
    boolean isNotMet = status == CriterionStatus.NOT_MET;
    return new Finding(
        criterion,
        status,
        criterion.distance().filter(of -> isNotMet).flatMap(this::number).filter(by -> by > 0),
        criterion.value().flatMap(this::number),
        status == CriterionStatus.UNKNOWN ? unknown(criterion) : List.of(),
        evidence,
        criterion.hasNoThreshold());
  }

  private CriterionStatus status(Criterion criterion, List<Finding.EvidenceStanding> evidence) {
    if (criterion.applies().isPresent()) {
      Optional<Boolean> applies = criterion.applies().get().of(facts);
      if (applies.isEmpty()) {
        return CriterionStatus.UNKNOWN;
      }
      if (!applies.get()) {
        return CriterionStatus.NOT_APPLICABLE;
      }
    }
    if (criterion.hasNoThreshold()) {
      return CriterionStatus.UNKNOWN;
    }
    if (criterion.met().isPresent()) {
      Optional<Boolean> met = criterion.met().get().of(facts);
      if (met.isEmpty()) {
        return CriterionStatus.UNKNOWN;
      }
      if (!met.get()) {
        return CriterionStatus.NOT_MET;
      }
    }
    return evidence.stream().allMatch(one -> one.state().isThere())
        ? CriterionStatus.MET
        : CriterionStatus.EVIDENCE_MISSING;
  }

  private Optional<Long> number(FactMeasure measure) {
    return measure.expression().of(facts);
  }

  private List<Fact> unknown(Criterion criterion) {
    Set<Fact> unknown = new LinkedHashSet<>();
    criterion.applies().ifPresent(of -> unknown.addAll(of.unknown(facts)));
    criterion.met().ifPresent(of -> unknown.addAll(of.unknown(facts)));
    criterion.value().ifPresent(of -> unknown.addAll(of.expression().unknown(facts)));
    return unknown.stream().sorted().toList();
  }

  private Finding.EvidenceStanding standing(Scheme scheme, Criterion criterion, String kind) {
    Optional<Evidence> best =
        attached.stream()
            .filter(item -> item.isFor(scheme, criterion) && item.kind().equals(kind))
            .max(
                Comparator.comparing((Evidence item) -> item.validUntil().orElse(LocalDate.MAX))
                    .thenComparing(Evidence::id));
    return new Finding.EvidenceStanding(
        kind, best.map(this::state).orElse(Finding.State.MISSING), best);
  }

  private Finding.State state(Evidence item) {
    if (!item.isValid(day)) {
      return Finding.State.EXPIRED;
    }
    return item.isExpiring(day) ? Finding.State.EXPIRING : Finding.State.VALID;
  }
}
