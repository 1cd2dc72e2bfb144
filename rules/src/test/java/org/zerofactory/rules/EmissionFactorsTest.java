package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;

class EmissionFactorsTest {

  private static final String FACTOR =
      """
      id: de-average-2023
      series: de-average
      use: location-based
      country: DE
      region: national
      data-year: 2023
      validity: { from: 2023-01-01, to: 2024-01-01, zone: Europe/Berlin }
      value: "0.380"
      unit: kg/kWh
      gas-basis: CO2
      boundary: generation
      source:
        document: A report
        publisher: An agency
        published: 2025-04
        table: table 1
      verification: original
      """;

  @ParameterizedTest
  @CsvSource({"0.380, 380000", "0, 0", "0.000001, 1", "1.234567, 1234567", "999.999999, 999999999"})
  void aValueOfUpToSixDecimalsIsExact(String value, long microgramsPerWattHour) {
    String text = FACTOR.replace("0.380", value);

    EmissionFactors factors = EmissionFactors.of(List.of(new DataSource("f.yaml", text)));

    assertThat(factors.factor("de-average-2023").orElseThrow().microgramsPerWattHour())
        .isEqualTo(microgramsPerWattHour);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"0.1234567\"', 'but was \"0.1234567\"'",
    "0.380, but was the number 0.380",
    "'\"-0.1\"', 'but was \"-0.1\"'",
    "'\"0,38\"', 'but was \"0,38\"'",
    "'\"3.8e-1\"', 'but was \"3.8e-1\"'"
  })
  void aValueThatIsNotSuchADecimalInQuotesIsRefused(String value, String shown) {
    List<String> faults = faults(FACTOR.replace("\"0.380\"", value));

    assertThat(faults)
        .containsExactly(
            "f0.yaml:8:8 value expected a number in quotes with at most 6 decimals such as"
                + " \"0.5568\" "
                + shown);
  }

  @Test
  void unknownUnitsMissingSourcesAndImpossiblePeriodsAreReportedTogether() {
    String text =
        FACTOR
            .replace("kg/kWh", "lb/MWh")
            .replace("  table: table 1\n", "")
            .replace("to: 2024-01-01", "to: 2023-01-01")
            .replace("Europe/Berlin", "Europe/Berln")
            .replace("gas-basis: CO2", "gas-base: CO2");

    List<String> faults = faults(text);

    assertThat(faults)
        .containsExactly(
            "f0.yaml:1:1 gas-basis expected one of CO2, CO2e but it is missing",
            "f0.yaml:7:35 validity.to expected a date after 2023-01-01 but was \"2023-01-01\"",
            "f0.yaml:7:53 validity.zone expected a time zone such as Asia/Shanghai"
                + " but was \"Europe/Berln\"; did you mean \"Europe/Berlin\"?",
            "f0.yaml:9:7 unit expected one of kg/kWh, t/MWh but was \"lb/MWh\"",
            "f0.yaml:10:1 gas-base expected one of the keys id, series, use, country, region,"
                + " data-year, validity, value, unit, gas-basis, boundary, source, verification,"
                + " note but was \"gas-base\"; did you mean \"gas-basis\"?",
            "f0.yaml:13:3 source.table expected table, row or page of the value but it is missing");
  }

  @Test
  void aFileWithoutASourceIsRefused() {
    String text = FACTOR.substring(0, FACTOR.indexOf("source:"));

    List<String> faults = faults(text + "verification: original\n");

    assertThat(faults)
        .containsExactly(
            "f0.yaml:1:1 source expected document, publisher, published and table that the value"
                + " was taken from but it is missing");
  }

  @Test
  void aDateThatTheCalendarDoesNotHaveIsRefused() {
    assertThat(faults(FACTOR.replace("from: 2023-01-01", "from: 2023-02-30")))
        .containsExactly(
            "f0.yaml:7:19 validity.from expected a date of the calendar such as 2025-01-01"
                + " but was \"2023-02-30\"");
  }

  @Test
  void overlappingValiditiesWithinASeriesNameBothFiles() {
    String other =
        FACTOR
            .replace("de-average-2023", "de-average-2023-corrected")
            .replace("from: 2023-01-01, to: 2024-01-01", "from: 2023-07-01, to: 2024-07-01");

    List<String> faults = faults(FACTOR, other);

    assertThat(faults)
        .containsExactly(
            "f1.yaml:7:11 validity expected no overlap within series de-average"
                + " but f0.yaml:7 is valid at the same time");
  }

  @Test
  void theSameIdInTwoFilesNamesBoth() {
    String other =
        FACTOR.replace("from: 2023-01-01, to: 2024-01-01", "from: 2024-01-01, to: 2025-01-01");

    List<String> faults = faults(FACTOR, other);

    assertThat(faults)
        .containsExactly(
            "f1.yaml:1:5 id expected an id of its own, for f0.yaml:1 has this one already,"
                + " but was \"de-average-2023\"");
  }

  @Test
  void aSeriesKeepsItsUseCountryAndRegion() {
    String other =
        FACTOR
            .replace("de-average-2023", "de-average-2024")
            .replace("from: 2023-01-01, to: 2024-01-01", "from: 2024-01-01, to: 2025-01-01")
            .replace("use: location-based", "use: residual")
            .replace("region: national", "region: north");

    List<String> faults = faults(FACTOR, other);

    assertThat(faults)
        .containsExactly(
            "f1.yaml:3:6 use expected \"location-based\" as the rest of series de-average"
                + " (f0.yaml:3) but was \"residual\"",
            "f1.yaml:5:9 region expected \"national\" as the rest of series de-average"
                + " (f0.yaml:5) but was \"north\"");
  }

  @Test
  void touchingValiditiesMakeOneSeries() {
    String next =
        FACTOR
            .replace("de-average-2023", "de-average-2024")
            .replace("from: 2023-01-01, to: 2024-01-01", "from: 2024-01-01, to: 2025-01-01");

    EmissionFactors factors =
        EmissionFactors.of(List.of(new DataSource("a", next), new DataSource("b", FACTOR)));

    assertThat(factors.series("de-average").factors())
        .extracting(factor -> factor.id())
        .containsExactly("de-average-2023", "de-average-2024");
  }

  @Test
  void aFolderOfTheUserStandsBesideThePackagedFactors(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("de-average-2023.yaml"), FACTOR);

    EmissionFactors factors = EmissionFactors.withFolder(folder);

    assertThat(factors.find("de-average")).isPresent();
    assertThat(factors.find("cn-national-average")).isPresent();
  }

  private static List<String> faults(String... texts) {
    List<DataSource> files =
        IntStream.range(0, texts.length)
            .mapToObj(i -> new DataSource("f" + i + ".yaml", texts[i]))
            .toList();
    var wrong = catchThrowableOfType(DataFileException.class, () -> EmissionFactors.of(files));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }
}
