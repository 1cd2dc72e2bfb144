package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;

/** However a scheme is broken, it is refused with file, line and what was expected. */
class BrokenSchemesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "met: own_solar > 3                | test.yaml:13:14 .* expected a name out of .*own_solar",
        "met: pv_self_use_wh + 1           | test.yaml:13:14 .* expected a bool",
        "met: pv_self_use_wh > scope1_ug   | test.yaml:13:14 .* expected values of one unit",
        "met: boundary_stated > 3          | test.yaml:13:14 .* expected values that",
        "met: pv_self_use_wh >             | test.yaml:13:14 .* expected an expression",
        "next: 5                           | test.yaml:13:15 .* expected",
        "points: -3                        | test.yaml:13:17 .*points expected at least 0",
        "evidence: [a, a]                  | test.yaml:13:.*evidence",
        "gates: true                       | test.yaml:13:9 .*gates expected one of the keys",
        "'distance: { expression: load_wh, unit: kg }'| test.yaml:13:.*expected a whole in kg"
      })
  void aBrokenCriterionIsRefusedWithItsPlace(String line, String expected) {
    DataSource broken = new DataSource("test.yaml", scheme(line, ""));

    assertThatThrownBy(() -> CertificationSchemes.of(List.of(broken)))
        .isInstanceOf(DataFileException.class)
        .hasMessageFindingMatch(expected.strip());
  }

  @Test
  void aLevelThatNeedsAnUnknownCriterionIsRefusedWithItsPlaceAndTheNearestId() {
    DataSource broken =
        new DataSource(
            "test.yaml",
            scheme("met: load_wh > 0", "")
                .replace(
                    "levels: []",
                    "levels: [{ id: l, title: { en: L, zh: 级 }, criteria: [solr], complete: true,"
                        + " verification: original }]"));

    assertThatThrownBy(() -> CertificationSchemes.of(List.of(broken)))
        .hasMessageContaining("test.yaml:8:")
        .hasMessageContaining("did you mean \"solar\"?");
  }

  @Test
  void twoCriteriaOrTwoSchemesOfOneIdAreRefused() {
    String again =
        "      - { id: solar, text: { en: Sun, zh: 光伏 }, met: load_wh > 1,"
            + " next: { en: Build, zh: 建设 }, verification: original }\n";
    DataSource twice = new DataSource("test.yaml", scheme("met: load_wh > 0", again));
    DataSource one = new DataSource("one.yaml", scheme("met: load_wh > 0", ""));
    DataSource two = new DataSource("two.yaml", scheme("met: load_wh > 0", ""));

    assertThatThrownBy(() -> CertificationSchemes.of(List.of(twice)))
        .hasMessageContaining("an id of its own, for test.yaml:14 has this one already");
    assertThatThrownBy(() -> CertificationSchemes.of(List.of(one, two)))
        .hasMessageContaining("two.yaml:1:")
        .hasMessageContaining("for one.yaml:1 has this one already");
  }

  @Test
  void aCriterionWithNothingToJudgeOrShowIsRefused() {
    DataSource empty = new DataSource("test.yaml", scheme("points: 3", ""));

    assertThatThrownBy(() -> CertificationSchemes.of(List.of(empty)))
        .hasMessageContaining("expected a condition, evidence or a value to show");
  }

  @Test
  void brokenSchemesGiveFaultsAndNeverAnotherException() {
    String text =
        DataFolder.packaged(CertificationSchemes.class, "/rules/certification", ".yaml").stream()
            .filter(file -> file.name().contains("group-internal"))
            .findFirst()
            .orElseThrow()
            .text();

    int refused = BrokenRulesTest.breakIt(text, source -> CertificationSchemes.of(List.of(source)));

    assertThat(refused).isGreaterThan(300);
  }

  /** A scheme with one criterion, whose first line is the given one, line 13 of the text. */
  private static String scheme(String line, String more) {
    String next = line.startsWith("next") ? "" : "        next: { en: Build, zh: 建设 }\n";
    return """
        scheme: test
        title: { en: Test, zh: 测试 }
        issuer: us
        edition: first
        source: invented
        verification: original
        note: { en: Test, zh: 测试 }
        levels: []
        clauses:
          - id: "1"
            title: { en: All, zh: 全部 }
            criteria:
              - LINE
                id: solar
                verification: original
                text: { en: Sun, zh: 光伏 }
        """
            .replace("LINE", line.strip())
        + next
        + more;
  }
}
