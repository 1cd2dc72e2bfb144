package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.certification.Assessment;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Clause;
import org.zerofactory.domain.certification.Criterion;
import org.zerofactory.domain.certification.CriterionStatus;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.Level;
import org.zerofactory.domain.certification.LevelStanding;
import org.zerofactory.domain.certification.Scheme;

class CertificationSchemesTest {

  private static final CertificationSchemes SCHEMES = CertificationSchemes.packaged();

  @Test
  void everyPackagedSchemeIsReadAndEveryExpressionChecked() {
    assertThat(SCHEMES.all().stream().map(Scheme::id))
        .containsExactly(
            "cesi-zero-carbon-factory-2022",
            "export-gate",
            "group-internal-example",
            "iso-14068-1",
            "miit-2026-13-six-paths",
            "t-ceca-g-0171-2022");
  }

  /** Nothing that was not read in the standard itself is called checked against it. */
  @Test
  void noOutsideSchemeIsMarkedAsComparedWithItsOriginal() {
    for (Scheme scheme : SCHEMES.all()) {
      boolean isOwn = scheme.id().equals("group-internal-example");
      assertThat(scheme.criteria())
          .allMatch(criterion -> isOwn || !criterion.verification().word().equals("original"));
      assertThat(scheme.levels())
          .allMatch(level -> isOwn || scheme.id().equals("export-gate") || !level.isComplete());
    }
  }

  @Test
  void theGateHasAnItemForEachLetter() {
    Scheme gate = scheme("export-gate");

    assertThat(gate.clauses().stream().map(Clause::id).collect(Collectors.joining()))
        .isEqualTo("ABCDEFGHIJKLMNOPQR");
    assertThat(gate.criteria()).allMatch(Criterion::isGate);
  }

  @Test
  void theReferenceFactoryWithAllDocumentsPassesTheGate() {
    Scheme gate = scheme("export-gate");

    Assessment assessment =
        ReferenceFactory.assess(gate, ReferenceFactory.whole(), ReferenceFactory.evidence(gate));

    assertThat(open(assessment)).isEmpty();
    assertThat(assessment.gatesHold()).isTrue();
    assertThat(assessment.level().map(Level::id)).contains("exportable");
  }

  /** One mutation each: a fact that is not known, or a document that is not there. */
  @TestFactory
  Stream<DynamicTest> eachMissingFactOrDocumentAloneKeepsTheExportBack() {
    Scheme gate = scheme("export-gate");
    List<Evidence> evidence = ReferenceFactory.evidence(gate);
    Stream<DynamicTest> facts =
        gate.criteria().stream()
            .flatMap(
                criterion ->
                    criterion.met().stream()
                        .flatMap(met -> met.reads().stream())
                        .map(fact -> missingFact(gate, criterion, fact, evidence)));
    Stream<DynamicTest> documents =
        evidence.stream().map(item -> missingDocument(gate, item, evidence));
    return Stream.concat(facts, documents);
  }

  private static DynamicTest missingFact(
      Scheme gate, Criterion criterion, Fact fact, List<Evidence> evidence) {
    return DynamicTest.dynamicTest(
        criterion.clause() + " without " + fact.word(),
        () -> {
          Assessment assessment =
              ReferenceFactory.assess(gate, ReferenceFactory.whole().without(fact), evidence);

          assertThat(assessment.finding(criterion.id()).status())
              .isEqualTo(CriterionStatus.UNKNOWN);
          assertThat(assessment.gatesHold()).isFalse();
          assertThat(assessment.level()).isEmpty();
        });
  }

  private static DynamicTest missingDocument(Scheme gate, Evidence item, List<Evidence> all) {
    return DynamicTest.dynamicTest(
        item.criterion() + " without " + item.kind(),
        () -> {
          List<Evidence> rest = all.stream().filter(one -> one.id() != item.id()).toList();

          Assessment assessment = ReferenceFactory.assess(gate, ReferenceFactory.whole(), rest);

          assertThat(open(assessment))
              .containsExactly(Map.entry(item.criterion(), CriterionStatus.EVIDENCE_MISSING));
          assertThat(assessment.level()).isEmpty();
        });
  }

  /** One wrong figure for each letter: exactly that item fails, and says by how much. */
  @ParameterizedTest
  @CsvSource({
    "A,boundary_points_metered,3,a-boundary,1", // 4 - 3
    "A,exclusions_ppm,50001,a-boundary,",
    "B,quarters_missing,7,b-period,7",
    "B,months_complete,11,b-period,",
    "C,refrigerants_stated,false,c-scope1,",
    "D,heat_stated,false,d-scope2,",
    "E,scope3_categories_quantified,3,e-scope3,1", // 4 - 3
    "F,gwp_sets_used,2,f-factors,",
    "F,factors_missing,1,f-factors,1",
    "G,instruments_failing,2,g-instruments,2",
    "G,serial_clashes,1,g-instruments,",
    "H,pv_certificates_sold,true,h-photovoltaics,",
    "I,baseline_in_range,false,i-baseline,",
    "L,estimated_load_wh,3000000001,l-estimated,1", // 60,000 MWh / 20 = 3,000 MWh
    "L,meters_calibrated,39,l-calibrated,1",
    "L,balance_error_wh,300000005,l-balance,5",
    "M,uncertainty_ppm,0,m-uncertainty,",
    "N,physical_share_ppm,-1,n-shares,",
    "P,part_whole_broken,2,p-part-whole,2",
    "Q,change_log_kept,false,q-signed,",
    "Q,journal_signed,false,q-signed,",
    "R,claim_faults,1,r-claim,1"
  })
  void oneWrongFigureFailsItsItem(
      String letter, String fact, String value, String criterion, Long distance) {
    Scheme gate = scheme("export-gate");
    CertificationFacts facts = with(ReferenceFactory.whole(), fact, value);

    Assessment assessment = ReferenceFactory.assess(gate, facts, ReferenceFactory.evidence(gate));

    assertThat(open(assessment)).containsOnlyKeys(criterion);
    assertThat(assessment.finding(criterion).criterion().clause()).isEqualTo(letter);
    assertThat(assessment.finding(criterion).status()).isEqualTo(CriterionStatus.NOT_MET);
    assertThat(assessment.finding(criterion).distance().orElse(null)).isEqualTo(distance);
    assertThat(assessment.gatesHold()).isFalse();
  }

  /** J and K stand together: credits without own reductions fail both. */
  @Test
  void offsetsBeforeReductionsFailTwice() {
    Scheme gate = scheme("export-gate");

    Assessment assessment =
        ReferenceFactory.assess(
            gate,
            ReferenceFactory.whole().with(Fact.OWN_REDUCTION_UG, -1),
            ReferenceFactory.evidence(gate));

    assertThat(open(assessment)).containsOnlyKeys("j-reductions", "k-offsets");
  }

  // 24,082,000 - 24,081,000 kg are not countable
  @Test
  void creditsThatAreNotAllCountableFailItemK() {
    Scheme gate = scheme("export-gate");

    Assessment assessment =
        ReferenceFactory.assess(
            gate,
            ReferenceFactory.whole()
                .with(Fact.OFFSETS_COUNTED_KG, 24_081_000)
                .with(Fact.OFFSETS_REFUSED, 1),
            ReferenceFactory.evidence(gate));

    assertThat(open(assessment)).containsOnlyKeys("k-offsets");
    assertThat(assessment.finding("k-offsets").distance()).contains(1_000L);
  }

  /** 10.3 and 10.4 by hand: what the factory meets, and what it lacks. */
  @ParameterizedTest
  @CsvSource({
    // 7,915.2 of 60,000 MWh are 13.192 %, limit 10 %
    "group-internal-example,own-generation,met,",
    // 27,915.2 of 60,000 MWh are 46.5 %, limit 40 %
    "group-internal-example,renewable-electricity,met,",
    // 3,454.19 of 24,081.61 t are 14.3 %, limit 3 %
    "group-internal-example,own-reduction,met,",
    // 350 of 35,040 quarter hours are 1 %, limit 2 %
    "group-internal-example,little-estimated,met,",
    "group-internal-example,energy-management,evidence-missing,",
    // 60,000 - 27,915.2 MWh
    "t-ceca-g-0171-2022,renewable-electricity,not-met,32084800000",
    // all of 24,081.61483262 t, for no credit is there
    "t-ceca-g-0171-2022,type-1-offset,not-met,24081614832620000",
    "t-ceca-g-0171-2022,type-2-sources,unknown,",
    "t-ceca-g-0171-2022,own-reductions-first,evidence-missing,",
    "cesi-zero-carbon-factory-2022,own-reductions,met,",
    "cesi-zero-carbon-factory-2022,residual-offset,not-met,24081614832620000",
    "cesi-zero-carbon-factory-2022,process-technology,evidence-missing,",
    "iso-14068-1,credit-quality,not-applicable,",
    "iso-14068-1,residual-offset,not-met,24081614832620000",
    "iso-14068-1,claim,met,",
    "iso-14068-1,management-plan,evidence-missing,",
    "iso-14068-1,baseline,unknown,",
    "miit-2026-13-six-paths,carbon-per-energy-calorific,unknown,",
    "miit-2026-13-six-paths,physical-share,unknown,",
    "miit-2026-13-six-paths,disclosure,evidence-missing,"
  })
  void theReferenceFactoryStandsAsReckonedByHand(
      String scheme, String criterion, String status, Long distance) {
    Assessment assessment =
        ReferenceFactory.assess(scheme(scheme), ReferenceFactory.accounted(), List.of());

    assertThat(assessment.finding(criterion).status().word()).isEqualTo(status);
    assertThat(assessment.finding(criterion).distance().orElse(null)).isEqualTo(distance);
  }

  /** No threshold of the six paths is verified, so the values are shown and nothing is judged. */
  @ParameterizedTest
  @CsvSource({
    "carbon-per-energy-input,1352259",
    "carbon-per-energy-calorific,3010419",
    "non-fossil-share,449842",
    "physical-share,131920",
    "offsets,0"
  })
  void theIndicatorsOfTheSixPathsAreShownWithoutALimit(String criterion, long value) {
    Assessment assessment =
        ReferenceFactory.assess(
            scheme("miit-2026-13-six-paths"), ReferenceFactory.accounted(), List.of());

    assertThat(assessment.finding(criterion).value()).contains(value);
    assertThat(assessment.finding(criterion).noThreshold()).isTrue();
  }

  // 20 + 20 + 15 + 5 + 10 + 15 = 85 of 100 points; gold needs 80 and the certificate
  @Test
  void theCertificateLiftsTheReferenceFactoryFromSilverToGold() {
    Assessment assessment =
        ReferenceFactory.assess(
            scheme("group-internal-example"), ReferenceFactory.accounted(), List.of());

    assertThat(assessment.points()).isEqualTo(85);
    assertThat(assessment.pointsPossible()).isEqualTo(100);
    assertThat(assessment.level().map(Level::id)).contains("silver");
    assertThat(assessment.actions()).hasSize(1);
    assertThat(assessment.actions().get(0).reaches().map(Level::id)).contains("gold");
  }

  /** Where a standard was not read, holding all that is known of it proves no level. */
  @Test
  void withEverythingKnownHoldingAnUnreadStandardStaysUndecided() {
    for (String id : List.of("iso-14068-1", "cesi-zero-carbon-factory-2022")) {
      Scheme scheme = scheme(id);

      Assessment assessment =
          ReferenceFactory.assess(
              scheme, ReferenceFactory.whole(), ReferenceFactory.evidence(scheme));

      assertThat(assessment.level()).isEmpty();
      assertThat(assessment.levels())
          .extracting(LevelStanding::state)
          .containsOnly(LevelStanding.State.UNDECIDED);
    }
  }

  // 24,082,000 kg cover 24,081.61483262 t; one tonne less does not, by 0.61483262 t
  @Test
  void theResidualIsCoveredByWholeTonnesRoundedUp() {
    Scheme scheme = scheme("iso-14068-1");
    CertificationFacts whole = ReferenceFactory.whole();

    Assessment covered = ReferenceFactory.assess(scheme, whole, ReferenceFactory.evidence(scheme));
    Assessment short1 =
        ReferenceFactory.assess(
            scheme,
            whole.with(Fact.OFFSETS_COUNTED_KG, 24_081_000),
            ReferenceFactory.evidence(scheme));

    assertThat(covered.finding("residual-offset").status()).isEqualTo(CriterionStatus.MET);
    assertThat(short1.finding("residual-offset").distance()).contains(614_832_620_000L);
  }

  /** The readers of README.md find every fact that they can use. */
  @Test
  void theDocumentNamesEveryFactWithItsUnit() throws IOException {
    String document = Files.readString(Path.of("certification/README.md"));

    for (Fact fact : Fact.values()) {
      String unit = fact.unit().isEmpty() ? "-" : fact.unit();
      assertThat(document)
          .contains(
              "| `"
                  + fact.word()
                  + "` | "
                  + fact.type().word()
                  + " | "
                  + unit
                  + " | "
                  + fact.origin().name().toLowerCase(java.util.Locale.ROOT)
                  + " | "
                  + fact.meaning().english()
                  + " | "
                  + fact.meaning().chinese()
                  + " |");
    }
  }

  private static Scheme scheme(String id) {
    return SCHEMES.find(id).orElseThrow();
  }

  private static Map<String, CriterionStatus> open(Assessment assessment) {
    return assessment.findings().stream()
        .filter(
            finding ->
                finding.status() != CriterionStatus.MET
                    && finding.status() != CriterionStatus.NOT_APPLICABLE)
        .collect(
            Collectors.toMap(finding -> finding.criterion().id(), finding -> finding.status()));
  }

  private static CertificationFacts with(CertificationFacts facts, String word, String value) {
    Fact fact = Fact.ofWord(word).orElseThrow();
    return value.equals("true") || value.equals("false")
        ? facts.with(fact, Boolean.parseBoolean(value))
        : facts.with(fact, Long.parseLong(value));
  }
}
