package org.zerofactory.domain.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.factor.Verification;

class AssessmentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final CertificationFacts GOOD =
      CertificationFacts.NONE
          .with(Fact.MONTHS_COMPLETE, 12)
          .with(Fact.PV_SELF_USE_WH, 300)
          .with(Fact.FACTORS_MISSING, 0);

  @Test
  void aFactThatIsNotKnownNeverMeets() {
    Assessment assessment = of(GOOD.without(Fact.PV_SELF_USE_WH), List.of());

    Finding finding = assessment.finding("solar");
    assertThat(finding.status()).isEqualTo(CriterionStatus.UNKNOWN);
    assertThat(finding.unknown()).containsExactly(Fact.PV_SELF_USE_WH);
    assertThat(finding.value()).isEmpty();
  }

  @Test
  void whatIsNotMetSaysByHowMuch() {
    Assessment assessment = of(GOOD.with(Fact.PV_SELF_USE_WH, 140), List.of());

    Finding finding = assessment.finding("solar");
    assertThat(finding.status()).isEqualTo(CriterionStatus.NOT_MET);
    assertThat(finding.distance()).contains(60L); // 200 - 140
    assertThat(finding.value()).contains(140L);
  }

  @Test
  void evidenceThatIsMissingOrHasEndedKeepsACriterionOpen() {
    assertThat(of(GOOD, List.of()).finding("certificate").status())
        .isEqualTo(CriterionStatus.EVIDENCE_MISSING);
    assertThat(of(GOOD, List.of(iso(LocalDate.of(2026, 2, 28)))).finding("certificate"))
        .satisfies(
            finding -> {
              assertThat(finding.status()).isEqualTo(CriterionStatus.EVIDENCE_MISSING);
              assertThat(finding.evidence().get(0).state()).isEqualTo(Finding.State.EXPIRED);
            });
    assertThat(of(GOOD, List.of(iso(DAY))).finding("certificate"))
        .satisfies(
            finding -> {
              assertThat(finding.status()).isEqualTo(CriterionStatus.MET);
              assertThat(finding.evidence().get(0).state()).isEqualTo(Finding.State.EXPIRING);
            });
    assertThat(of(GOOD, List.of(iso(DAY.plusDays(90)))).finding("certificate").evidence().get(0))
        .satisfies(standing -> assertThat(standing.state()).isEqualTo(Finding.State.VALID));
  }

  @Test
  void evidenceOfAnotherCriterionOrKindDoesNotCount() {
    Evidence other = evidence("solar", "iso-50001", DAY.plusYears(1));
    Evidence otherKind = evidence("certificate", "letter", DAY.plusYears(1));

    assertThat(of(GOOD, List.of(other, otherKind)).finding("certificate").status())
        .isEqualTo(CriterionStatus.EVIDENCE_MISSING);
  }

  @Test
  void aCriterionThatDoesNotApplyCountsNeitherForNorAgainst() {
    CertificationFacts none = GOOD.with(Fact.OFFSETS_REGISTERED_KG, 0);
    CertificationFacts some = GOOD.with(Fact.OFFSETS_REGISTERED_KG, 5);

    assertThat(of(none, List.of()).finding("offsets").status())
        .isEqualTo(CriterionStatus.NOT_APPLICABLE);
    assertThat(of(GOOD, List.of()).finding("offsets").status()).isEqualTo(CriterionStatus.UNKNOWN);
    assertThat(of(none, List.of()).pointsPossible()).isEqualTo(60);
    assertThat(of(some, List.of()).pointsPossible()).isEqualTo(90);
  }

  @Test
  void aValueWithoutAThresholdIsShownAndNeverMet() {
    Finding finding = of(GOOD, List.of()).finding("shown");

    assertThat(finding.status()).isEqualTo(CriterionStatus.UNKNOWN);
    assertThat(finding.noThreshold()).isTrue();
    assertThat(finding.value()).contains(300L);
  }

  @Test
  void aVetoHoldsEveryLevelBack() {
    CertificationFacts facts =
        GOOD.with(Fact.OFFSETS_REGISTERED_KG, 0).with(Fact.FACTORS_MISSING, 1);

    Assessment assessment = of(facts, List.of(iso(DAY.plusYears(1))));

    assertThat(assessment.gatesHold()).isFalse();
    assertThat(assessment.level()).isEmpty();
    assertThat(assessment.points()).isEqualTo(50); // 30 + 20, without the 10 of the veto
    assertThat(assessment.actions().get(0))
        .satisfies(
            action -> {
              assertThat(action.criterion().id()).isEqualTo("factors");
              // 50 + 10 points reach silver and not gold, which is undecided at best
              assertThat(action.reaches().map(Level::id)).contains("silver");
            });
  }

  @Test
  void theActionThatReachesALevelComesBeforeTheOneWithMorePoints() {
    // factors 10 met; open: solar 30, certificate 20; bronze needs 30, silver 60
    CertificationFacts facts =
        GOOD.with(Fact.OFFSETS_REGISTERED_KG, 0).with(Fact.PV_SELF_USE_WH, 0);

    Assessment assessment = of(facts, List.of());

    assertThat(assessment.points()).isEqualTo(10);
    assertThat(assessment.level()).isEmpty();
    assertThat(assessment.actions().stream().map(action -> action.criterion().id()))
        .containsExactly("solar", "certificate", "shown");
    assertThat(assessment.actions().get(0).reaches().map(Level::id)).contains("bronze");
    assertThat(assessment.actions().get(1).reaches().map(Level::id)).contains("bronze");
    assertThat(assessment.actions().get(2).reaches()).isEmpty();
  }

  @Test
  void aLevelOfWhichNotAllConditionsAreKnownIsUndecidedAtBest() {
    Assessment assessment =
        of(GOOD.with(Fact.OFFSETS_REGISTERED_KG, 0), List.of(iso(DAY.plusYears(1))));

    assertThat(assessment.points()).isEqualTo(60);
    assertThat(assessment.level().map(Level::id)).contains("silver");
    assertThat(assessment.levels().get(2).state()).isEqualTo(LevelStanding.State.UNDECIDED);
  }

  @Test
  void aResultOutsideOfWholeNumbersIsUnknown() {
    FactExpression<Boolean> overflows =
        new FactExpression<>("x", Set.of(), facts -> Math.multiplyExact(Long.MAX_VALUE, 2L) > 0);
    Scheme scheme = scheme(List.of(plain("x", Optional.of(overflows), 0, false)), List.of());

    assertThat(Assessment.of(scheme, GOOD, List.of(), DAY).finding("x").status())
        .isEqualTo(CriterionStatus.UNKNOWN);
  }

  @Test
  void aSchemeWithAnIdTwiceOrALevelWithoutItsCriterionIsRefused() {
    Criterion one = plain("x", Optional.empty(), 0, false);

    assertThatThrownBy(() -> scheme(List.of(one, one), List.of())).hasMessageContaining("x twice");
    assertThatThrownBy(() -> scheme(List.of(one), List.of(level("l", 1, List.of("y"), true))))
        .hasMessageContaining("level l");
  }

  @Test
  void aStatementIsOfAFactThatPeopleStateAndOfItsType() {
    assertThatThrownBy(() -> new Evidence.Statement(Fact.LOAD_WH, 5L))
        .hasMessageContaining("load_wh, which is accounted");
    assertThatThrownBy(() -> new Evidence.Statement(Fact.BOUNDARY_POINTS, true))
        .hasMessageContaining("expected a whole");
    assertThatThrownBy(() -> GOOD.with(Fact.BOUNDARY_STATED, 1))
        .hasMessageContaining("expected a flag");
  }

  private static Assessment of(CertificationFacts facts, List<Evidence> evidence) {
    Scheme scheme =
        scheme(
            List.of(
                solar(),
                certificate(),
                plain("factors", Optional.of(is(Fact.FACTORS_MISSING, 0)), 10, true),
                offsets(),
                shown()),
            List.of(
                level("bronze", 30, List.of(), true),
                level("silver", 60, List.of(), true),
                level("gold", 60, List.of("certificate"), false)));
    return Assessment.of(scheme, facts, evidence, DAY);
  }

  private static Criterion solar() {
    FactExpression<Boolean> met =
        new FactExpression<>(
            "pv_self_use_wh >= 200",
            Set.of(Fact.PV_SELF_USE_WH),
            facts -> facts.whole(Fact.PV_SELF_USE_WH).orElseThrow() >= 200);
    FactExpression<Long> distance =
        new FactExpression<>(
            "200 - pv_self_use_wh",
            Set.of(Fact.PV_SELF_USE_WH),
            facts -> 200 - facts.whole(Fact.PV_SELF_USE_WH).orElseThrow());
    return criterion(
        "solar",
        Optional.empty(),
        Optional.of(met),
        Optional.of(new FactMeasure(distance, "Wh")),
        Optional.of(selfUse()),
        List.of(),
        30,
        false);
  }

  private static Criterion certificate() {
    return criterion(
        "certificate",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("iso-50001"),
        20,
        false);
  }

  private static Criterion offsets() {
    FactExpression<Boolean> applies =
        new FactExpression<>(
            "offsets_registered_kg > 0",
            Set.of(Fact.OFFSETS_REGISTERED_KG),
            facts -> facts.whole(Fact.OFFSETS_REGISTERED_KG).orElseThrow() > 0);
    return criterion(
        "offsets",
        Optional.of(applies),
        Optional.of(is(Fact.OFFSETS_REFUSED, 0)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        30,
        false);
  }

  private static Criterion shown() {
    return criterion(
        "shown",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(selfUse()),
        List.of(),
        0,
        false);
  }

  private static FactMeasure selfUse() {
    return new FactMeasure(
        new FactExpression<>(
            "pv_self_use_wh",
            Set.of(Fact.PV_SELF_USE_WH),
            facts -> facts.whole(Fact.PV_SELF_USE_WH).orElseThrow()),
        "Wh");
  }

  private static FactExpression<Boolean> is(Fact fact, long value) {
    return new FactExpression<>(
        fact.word() + " == " + value,
        Set.of(fact),
        facts -> facts.whole(fact).orElseThrow() == value);
  }

  private static Criterion plain(
      String id, Optional<FactExpression<Boolean>> met, long points, boolean isGate) {
    return criterion(
        id, Optional.empty(), met, Optional.empty(), Optional.empty(), List.of(), points, isGate);
  }

  private static Criterion criterion(
      String id,
      Optional<FactExpression<Boolean>> applies,
      Optional<FactExpression<Boolean>> met,
      Optional<FactMeasure> distance,
      Optional<FactMeasure> value,
      List<String> evidence,
      long points,
      boolean isGate) {
    return new Criterion(
        id,
        "",
        new Wording(id, id),
        applies,
        met,
        distance,
        value,
        evidence,
        points,
        isGate,
        new Wording("do " + id, "做 " + id),
        "invented",
        Verification.UNVERIFIED);
  }

  private static Level level(String id, long points, List<String> criteria, boolean isComplete) {
    return new Level(
        id,
        new Wording(id, id),
        Optional.of(points),
        criteria,
        isComplete,
        "invented",
        Verification.UNVERIFIED);
  }

  private static Scheme scheme(List<Criterion> criteria, List<Level> levels) {
    return new Scheme(
        "test",
        new Wording("test", "测试"),
        "us",
        "first",
        new Wording("test", "测试"),
        "invented",
        Verification.UNVERIFIED,
        List.of(new Clause("1", new Wording("all", "全部"), criteria, List.of())),
        levels);
  }

  private static Evidence iso(LocalDate until) {
    return evidence("certificate", "iso-50001", until);
  }

  private static Evidence evidence(String criterion, String kind, LocalDate until) {
    return new Evidence(
        1,
        "plant",
        "test",
        criterion,
        2025,
        kind,
        "0".repeat(64),
        Optional.of(until),
        Optional.empty());
  }
}
