package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zerofactory.rules.FactorSetTexts.SET;
import static org.zerofactory.rules.FactorSetTexts.faults;
import static org.zerofactory.rules.FactorSetTexts.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.factor.Series;

/** Editions of the same time, hours, the version of a set, and a folder of the user. */
class FactorEditionsTest {

  private static final String CORRECTION =
      SET.replace("set: de-grid-2023", "set: de-grid-2023-corrected")
          .replace("edition: agency-2025", "edition: agency-2026")
          .replace("published: 2025-04", "published: 2026-02")
          .replace("id: de-average-2023", "id: de-average-2023-b, replaces: de-average-2023")
          .replace("0.380", "0.375");

  // A provisional factor is replaced by a new version, never overwritten.
  @Test
  void aCorrectionStandsBesideWhatItReplaces() {
    Series series = library(SET, CORRECTION).series("de-average");
    Instant summer = Instant.parse("2023-07-01T00:00:00Z");

    assertThat(series.factors()).hasSize(2);
    assertThat(series.editions()).containsExactly("agency-2025", "agency-2026");
    assertThat(series.at(summer).factor().id()).isEqualTo("de-average-2023-b");
    assertThat(series.at(summer, "agency-2025").factor().id()).isEqualTo("de-average-2023");
    assertThat(series.asOf(LocalDate.of(2026, 1, 31)).orElseThrow().at(summer).factor().id())
        .isEqualTo("de-average-2023");
    assertThat(series.asOf(LocalDate.of(2025, 3, 31))).isEmpty();
    assertThatThrownBy(() -> series.at(summer, "agency-2024"))
        .hasMessageContaining("out of agency-2025, agency-2026, but was agency-2024");
  }

  @ParameterizedTest
  @CsvSource({
    "replaces: de-average-2023, replaces: de-averge-2023, did you mean",
    "published: 2026-02, published: 2025-04, an id that was published before 2025-04"
  })
  void aReplacementOfNothingEarlierIsRefused(String was, String is, String reason) {
    assertThat(faults(SET, CORRECTION.replace(was, is)))
        .anyMatch(fault -> fault.contains("values[0].replaces") && fault.contains(reason));
  }

  @Test
  void hoursMakeOneFactorEachAndAMissingHourStaysMissing() {
    String hours = "\"0.1\", missing" + ", \"0.2\"".repeat(22);
    String text = SET.replace("value: \"0.380\"", "hours: { 2023-03-01: [" + hours + "] }");

    FactorLibrary library = library(text);
    Series series = library.series("de-average");

    assertThat(series.factors()).hasSize(23);
    assertThat(series.factors().get(0).id()).isEqualTo("de-average-2023-20230301t00z");
    assertThat(library.electricity().series("de-average").at(Instant.parse("2023-03-01T02:45:00Z")))
        .matches(choice -> choice.factor().microgramsPerWattHour() == 200_000);
    assertThatThrownBy(() -> series.at(Instant.parse("2023-03-01T01:15:00Z")))
        .isInstanceOf(MissingFactorException.class)
        .hasMessage("series de-average has no factor valid at 2023-03-01T01:15:00Z");
    // the last hour says nothing of the day after it
    assertThatThrownBy(() -> series.at(Instant.parse("2023-03-02T00:00:00Z")))
        .isInstanceOf(MissingFactorException.class);
  }

  @Test
  void aDayOfHoursHasTwentyFour() {
    String text = SET.replace("value: \"0.380\"", "hours: { 2023-03-01: [\"1\", \"2\"] }");

    assertThat(faults(text))
        .containsExactly(
            "f0.yaml:16:81 values[0].hours.2023-03-01 expected at least 24 items in the list"
                + " but were 2");
  }

  @Test
  void theVersionOfASetIsItsContentAndNotItsLooks() {
    String other =
        SET.replace("unit: kg/kWh\n", "")
            .replace("edition:", "# a comment\nunit:   \"kg/kWh\"\nedition:");

    String version = library(SET).set("de-grid-2023").orElseThrow().version();

    assertThat(version).matches("[0-9a-f]{64}");
    assertThat(library(other).set("de-grid-2023").orElseThrow().version()).isEqualTo(version);
    assertThat(library(SET.replace("0.380", "0.38")).versions().get("de-grid-2023"))
        .isNotEqualTo(version);
  }

  @Test
  void aFolderOfTheUserStandsBesideThePackagedFactors(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("de.yaml"), SET);

    FactorLibrary library = FactorLibrary.withFolder(folder);

    assertThat(library.find("de-average")).isPresent();
    assertThat(library.find("cn-national-average")).isPresent();
    assertThat(library.setOf("de-average-2023").orElseThrow().id()).isEqualTo("de-grid-2023");
  }
}
