package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.factor.Series;

class FactorSetsTest {

  private static final String SET =
      """
      kind: emission-factors
      set: de-grid-2023
      edition: agency-2025
      title: Electricity in Germany
      publisher: An agency
      document: A report
      published: 2025-04
      use: location-based
      data-year: 2023
      zone: Europe/Berlin
      unit: kg/kWh
      gas-basis: CO2
      boundary: generation
      verification: original
      values:
        - { id: de-average-2023, series: de-average, region: DE, value: "0.380", place: table 1 }
      """;

  private static final String CORRECTION =
      SET.replace("set: de-grid-2023", "set: de-grid-2023-corrected")
          .replace("edition: agency-2025", "edition: agency-2026")
          .replace("published: 2025-04", "published: 2026-02")
          .replace("id: de-average-2023", "id: de-average-2023-b, replaces: de-average-2023")
          .replace("0.380", "0.375");

  @ParameterizedTest
  @CsvSource({
    "kg/kWh, 0.380, 380000",
    "kg/kWh, 0, 0",
    "kg/kWh, 0.000001, 1",
    "kg/kWh, 999.999999, 999999999",
    "t/MWh, 0.5568, 556800",
    "g/kWh, 222.296, 222296",
    "kg/MWh, 349.667, 349667"
  })
  void anElectricityFactorIsAWholeNumberOfMicrogramsPerWattHour(
      String unit, String value, long microgramsPerWattHour) {
    String text = SET.replace("0.380", value).replace("kg/kWh", unit);

    FactorLibrary library = library(text);

    assertThat(
            library.electricity().factor("de-average-2023").orElseThrow().microgramsPerWattHour())
        .isEqualTo(microgramsPerWattHour);
  }

  @ParameterizedTest
  @CsvSource({
    "kg/kWh, 0.1234567, 6",
    "t/MWh, 0.0000001, 6",
    "g/kWh, 222.2961, 3",
    "kg/MWh, 349.6671, 3"
  })
  void moreDecimalsThanAreExactAreRefused(String unit, String value, int most) {
    assertThat(faults(SET.replace("0.380", value).replace("kg/kWh", unit)))
        .containsExactly(
            "f0.yaml:16:67 values[0].value expected a number with at most "
                + most
                + " decimals (whole ug/Wh) but was \""
                + value
                + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.380, but was the number 0.380",
    "'\"-0.1\"', 'but was \"-0.1\"'",
    "'\"0,38\"', 'but was \"0,38\"'",
    "'\"3.8e-1\"', 'but was \"3.8e-1\"'",
    "'\".38\"', 'but was \".38\"'"
  })
  void aValueThatIsNoDecimalInQuotesIsRefused(String value, String shown) {
    assertThat(faults(SET.replace("\"0.380\"", value)))
        .containsExactly(
            "f0.yaml:16:67 values[0].value expected a number in quotes such as \"0.5568\" "
                + shown);
  }

  @Test
  void faultsOfAllPartsAreReportedTogether() {
    String text =
        SET.replace("kg/kWh", "lb/MWh")
            .replace("Europe/Berlin", "Europe/Berln")
            .replace(", place: table 1", ", colour: green")
            .replace("gas-basis: CO2\n", "gas-base: CO2\n")
            .replace("region: DE", "region: Germany");

    assertThat(faults(text))
        .anyMatch(fault -> fault.startsWith("f0.yaml:11:7 unit expected one of g/kWh, kg/kWh,"))
        .anyMatch(fault -> fault.endsWith("did you mean \"gas-basis\"?"))
        .contains(
            "f0.yaml:16:56 values[0].region expected a country (ISO 3166 code) such as CN, a part"
                + " of it such as CN-HB, a grid region such as CN-grid-central, or world"
                + " but was \"Germany\"",
            "f0.yaml:16:5 values[0].place expected table, row or page of the value but it is"
                + " missing");
  }

  @Test
  void aZoneThatThereIsNotIsRefused() {
    assertThat(faults(SET.replace("Europe/Berlin", "Europe/Berln")))
        .containsExactly(
            "f0.yaml:10:7 zone expected a time zone such as Asia/Shanghai"
                + " but was \"Europe/Berln\"; did you mean \"Europe/Berlin\"?");
  }

  @ParameterizedTest
  @CsvSource({"use", "unit", "gas-basis", "boundary"})
  void whatNeitherValueNorSetSaysIsMissing(String key) {
    String text = SET.replaceAll("(?m)^" + key + ": .*\n", "");

    assertThat(faults(text))
        .containsExactly(
            "f0.yaml:15:5 values[0]."
                + key
                + " expected "
                + key
                + " of the value or of the whole set but it is missing");
  }

  @Test
  void aSetWithoutASourceIsRefused() {
    assertThat(faults(SET.replace("document: A report\n", "")))
        .containsExactly(
            "f0.yaml:1:1 document expected the title of the document but it is missing");
  }

  @Test
  void aKindThatThereIsNotIsRefused() {
    assertThat(faults(SET.replace("kind: emission-factors", "kind: emission-factor")))
        .containsExactly(
            "f0.yaml:1:7 kind expected one of emission-factors, warming-potentials,"
                + " coal-equivalents but was \"emission-factor\";"
                + " did you mean \"emission-factors\"?");
  }

  @ParameterizedTest
  @CsvSource({
    "'from: 2023-02-30, to: 2024-01-01', from, 'a date of the calendar such as 2025-01-01'",
    "'from: 2023-01-01, to: 2023-01-01', to, 'a date after 2023-01-01'"
  })
  void aPeriodThatCannotBeIsRefused(String period, String key, String expected) {
    String text = SET.replace("place: table 1", "place: table 1, " + period);

    assertThat(faults(text))
        .singleElement()
        .asString()
        .startsWith("f0.yaml:16:")
        .contains("values[0]." + key + " expected " + expected);
  }

  @Test
  void aValueIsInOneFormOnly() {
    assertThat(faults(SET.replace("place:", "gases: { CO2: \"1\" }, place:")))
        .singleElement()
        .asString()
        .contains("expected only one of value, gases, fuel, shares, hours but also value is there");
    assertThat(faults(SET.replace("value: \"0.380\", ", "")))
        .containsExactly(
            "f0.yaml:16:5 values[0].value expected value, gases, fuel, shares or hours but it is"
                + " missing");
  }

  @Test
  void aLifeCycleFactorForScope2IsRefused() {
    assertThat(faults(SET.replace("boundary: generation", "boundary: life-cycle")))
        .containsExactly(
            "f0.yaml:13:11 boundary expected boundary generation for use location-based"
                + " but was \"life-cycle\"");
  }

  @Test
  void aResidualMixOfZeroIsRefused() {
    String text = SET.replace("0.380", "0").replace("use: location-based", "use: residual");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .startsWith("f0.yaml:16:5 values[0] expected a residual factor above 0 but was 0");
  }

  @Test
  void gasesNeedTheBasisOfGases() {
    String text = SET.replace("value: \"0.380\"", "gases: { CO2: \"0.38\" }");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .contains("expected gas-basis gases for gases but was CO2");
  }

  @Test
  void aGasThatThereIsNotIsRefused() {
    String text =
        SET.replace("value: \"0.380\"", "gases: { R410: \"0.38\" }")
            .replace("gas-basis: CO2", "gas-basis: gases");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .contains("values[0].gases.R410 expected a gas such as CO2")
        .endsWith("but was R410");
  }

  @ParameterizedTest
  @CsvSource({"49, 99", "51, 101", "49.9, 99.9"})
  void sharesOfABlendAddUpToAHundred(String share, String sum) {
    String text =
        SET.replace("value: \"0.380\"", "shares: { HFC-32: \"50\", HFC-125: \"" + share + "\" }")
            .replace("gas-basis: CO2", "gas-basis: gases")
            .replace("use: location-based", "use: fugitive")
            .replace("boundary: generation", "boundary: release");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .endsWith("expected shares that add up to 100 but were " + sum);
  }

  @Test
  void moreThanAllCarbonCannotBurn() {
    String text =
        SET.replace(
                "value: \"0.380\"",
                "fuel: { calorific-value: \"43.33\", per: t, carbon-content: \"0.0202\","
                    + " oxidation: \"1.01\" }")
            .replace("use: location-based", "use: combustion")
            .replace("boundary: generation", "boundary: combustion");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .contains("values[0].fuel expected positive properties and an oxidation of at most 1");
  }

  @Test
  void overlappingValiditiesWithinASeriesNameBothPlaces() {
    String other =
        SET.replace("set: de-grid-2023", "set: other")
            .replace("id: de-average-2023", "id: de-average-again")
            .replace("place: table 1", "place: table 1, from: 2023-07-01, to: 2024-07-01");

    assertThat(faults(SET, other))
        .containsExactly(
            "f1.yaml:16:11 values[0].id expected no overlap of validity within series de-average"
                + " but f0.yaml:16 is valid at the same time; a correction says which id it"
                + " replaces");
  }

  @Test
  void theSameIdTwiceNamesBothPlaces() {
    String within = SET + SET.substring(SET.indexOf("  - {"));
    String other =
        SET.replace("set: de-grid-2023", "set: other")
            .replace("data-year: 2023", "data-year: 2024");

    assertThat(faults(within))
        .containsExactly(
            "f0.yaml:17:11 values[1].id expected an id of its own, for f0.yaml:16 has this one"
                + " already, but was \"de-average-2023\"");
    assertThat(faults(SET, other))
        .containsExactly(
            "f1.yaml:16:11 values[0].id expected an id of its own, for f0.yaml:16 has this one"
                + " already, but was \"de-average-2023\"");
    assertThat(
            faults(
                SET,
                SET.replace("id: de-average", "id: de-other")
                    .replace("data-year: 2023", "data-year: 2024")))
        .containsExactly(
            "f1.yaml:2:6 set expected a set of its own, for f0.yaml:2 has this one already,"
                + " but was \"de-grid-2023\"");
  }

  @Test
  void aSeriesKeepsItsUseRegionUnitAndGases() {
    String other =
        SET.replace("set: de-grid-2023", "set: other")
            .replace("id: de-average-2023", "id: de-average-2024")
            .replace("data-year: 2023", "data-year: 2024")
            .replace("use: location-based", "use: residual")
            .replace("unit: kg/kWh", "unit: kg/GJ")
            .replace("gas-basis: CO2", "gas-basis: CO2e");

    assertThat(faults(SET, other))
        .hasSize(3)
        .allMatch(fault -> fault.contains("as the rest of series de-average (f0.yaml:16)"))
        .anyMatch(fault -> fault.contains("expected use \"location-based\""))
        .anyMatch(fault -> fault.contains("expected unit \"per Wh\""))
        .anyMatch(fault -> fault.contains("expected gas-basis \"CO2\""));
  }

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

  private static FactorLibrary library(String... texts) {
    return FactorLibrary.of(sources(texts));
  }

  private static List<DataSource> sources(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new DataSource("f" + i + ".yaml", texts[i]))
        .toList();
  }

  private static List<String> faults(String... texts) {
    var wrong =
        catchThrowableOfType(DataFileException.class, () -> FactorLibrary.of(sources(texts)));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }
}
