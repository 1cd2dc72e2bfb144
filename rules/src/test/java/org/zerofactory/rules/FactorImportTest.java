package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.MissingFactorException;

class FactorImportTest {

  private static final String TABLE =
      """
      id,series,region,data-year,value,place,note
      xx-average-2023,xx-average,DE,2023,0.380,table 1,
      xx-average-2024,xx-average,DE,2024,0.3635,table 1,"says ""preliminary"", 2 pages"
      """;

  @TempDir Path folder;

  @Test
  void aTableBecomesASetThatTheLibraryReads() throws IOException {
    FactorImport.Result result = run(TABLE);

    FactorLibrary library = FactorLibrary.withFolder(folder.resolve("out"));
    assertThat(result.file()).isEqualTo(folder.resolve("out/xx-grid.yaml"));
    assertThat(result.missingHours()).isEmpty();
    assertThat(library.set("xx-grid").orElseThrow().version()).isEqualTo(result.set().version());
    assertThat(library.electricity().factor("xx-average-2024").orElseThrow())
        .matches(factor -> factor.microgramsPerWattHour() == 363_500)
        .matches(factor -> factor.source().document().equals("Yearly \"report\": part 2"));
    assertThat(library.factor("xx-average-2024").orElseThrow().note())
        .contains("says \"preliminary\", 2 pages");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.3635 | 0,3635x | :3:5 value | expected a number in quotes such as \"0.5568\" but was",
        "0.3635 | 0.3635001 | :3:5 value | at most 6 decimals (whole ug/Wh) but was \"0.3635001\"",
        "0.3635 | -0.1 | :3:5 value | but was \"-0.1\"",
        "0.3635 | '' | :3:5 value | expected value, gases, fuel, shares or hours",
        "2024,0 | x,0 | :3:4 data-year | expected the year that the factor describes",
        "xx-average-2024 | xx-average-2023 | :3:1 id | in.csv:2 has this one already",
        "2024,0 | 2023,0 | :3:1 id | expected no overlap of validity within series xx-average but",
        "DE,2024 | Germany,2024 | :3:3 region | such as CN-HB",
        "xx-average-2024,xx-average | xx-average-2024,cn-national-average | :3:1 id |"
            + " as the rest of series cn-national-average",
        "data-year | year | :1:4 | expected a column out of id, series,"
      })
  void aFaultIsToldByRowAndColumnAndNothingIsWritten(
      String was, String is, String place, String reason) throws IOException {
    String text = TABLE.replace(was.replace("\\n", "\n"), is.equals("0,3635x") ? "\"0,3635\"" : is);

    List<String> faults = faults(text, settings());

    String at = "in.csv" + place;
    assertThat(faults).anyMatch(fault -> fault.contains(at) && fault.contains(reason));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "unit, option --unit expected unit of the value or of the whole set",
    "publisher, option --publisher expected who published the document",
    "zone, option --zone expected a time zone such as Asia/Shanghai"
  })
  void whatIsLeftOutIsNamedAsAnOptionOrColumn(String key, String reason) throws IOException {
    Map<String, String> settings = settings();
    settings.remove(key);

    assertThat(faults(TABLE, settings))
        .anyMatch(
            fault ->
                fault.contains(reason) || fault.contains(reason.replace("option --" + key, key)));
  }

  @Test
  void aSetIsNeverOverwritten() throws IOException {
    run(TABLE);

    assertThat(faults(TABLE, settings()))
        .anyMatch(fault -> fault.contains("xx-grid.yaml: expected no such file"));
  }

  @Test
  void aRowWithTooFewOrTooManyCellsIsRefused() throws IOException {
    assertThat(faults(TABLE.replace("table 1,\n", "table 1\n"), settings()))
        .singleElement()
        .asString()
        .endsWith("in.csv:2:1 expected 7 cells as in the first line but were 6");
    assertThat(faults(TABLE.replace("table 1,\n", "table 1,,\n"), settings()))
        .singleElement()
        .asString()
        .endsWith("in.csv:2:1 expected 7 cells as in the first line but were 8");
  }

  @Test
  void whatIsNoCsvIsRefused() throws IOException {
    assertThat(faults("", settings())).singleElement().asString().contains("column names");
    assertThat(faults("a,a\n1,2\n", settings())).singleElement().asString().contains("duplicate");
    Files.write(
        folder.resolve("latin.csv"), "id,note\nx,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> importing(folder.resolve("latin.csv"), settings()))
        .hasMessageContaining("expected UTF-8 text");
    assertThatThrownBy(() -> importing(folder.resolve("none.csv"), settings()))
        .hasMessageContaining("none.csv: expected a file, but there is none");
  }

  @Test
  void hoursWithoutAValueStayHoles() throws IOException {
    String text =
        """
        start,g,other
        2023-03-01T00:00Z,100.5,x
        2023-03-01T01:00:00Z,,x
        2023-03-01T04:00+01:00,90,x
        2023-03-02T00:00Z,80,x
        """;

    FactorImport.Result result = hourly(text);

    assertThat(result.set().factors()).hasSize(3);
    assertThat(result.missingHours())
        .hasSize(22) // 01, 02 and 04 to 23
        .startsWith("2023-03-01T01:00:00Z", "2023-03-01T02:00:00Z", "2023-03-01T04:00:00Z");
    FactorSeries series = read("xx-hourly");
    assertThat(series.at(Instant.parse("2023-03-01T03:59:59Z")).factor().microgramsPerWattHour())
        .isEqualTo(90_000);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-01T01:00Z, 2023-03-01T01:30Z, :3:1 start expected a full hour",
    "2023-03-01T01:00Z, 2023-03-01 01:00, :3:1 start expected a full hour",
    "2023-03-01T01:00Z, 2023-03-01T00:00Z, :3:1 start expected each hour once but line 2 has",
    "90, 9O, :3:2 g expected a number in quotes",
    "90, 90.1234, :3:2 g expected a number with at most 3 decimals"
  })
  void aWrongHourIsToldByRowAndColumn(String was, String is, String reason) throws IOException {
    String text = "start,g\n2023-03-01T00:00Z,100\n2023-03-01T01:00Z,90\n".replace(was, is);

    var wrong = catchThrowableOfType(DataFileException.class, () -> hourly(text));

    assertThat(wrong.faults().get(0).toString()).contains("in.csv" + reason);
  }

  // Real data, read in place: California 2022, of which three hours have no value.
  @Test
  void aYearOfHoursIsImportedAndAMissingHourIsNamedInUse() throws IOException {
    Path csv = Path.of(System.getProperty("shared.folder"), "data/grid-intensity/caiso-hourly.csv");
    assumeThat(csv).as("the shared data are not here").exists();
    Map<String, String> settings = settings();
    settings.put("region", "US-CAMX");
    settings.put("unit", "g/kWh");
    settings.put("series", "xx-hourly");
    settings.remove("zone");

    FactorImport.Result result =
        FactorImport.run(
            csv,
            new FactorImport.Request(settings, Optional.of("timestamp_utc"), "g_co2_per_kwh"),
            folder.resolve("out"));

    assertThat(result.missingHours())
        .containsExactly("2022-01-05T10:00:00Z", "2022-05-17T18:00:00Z", "2022-06-13T18:00:00Z");
    FactorSeries series = read("xx-hourly");
    assertThat(series.factors()).hasSize(8757);
    assertThat(series.at(Instant.parse("2022-01-01T00:59:00Z")).factor().microgramsPerWattHour())
        .isEqualTo(222_296);
    assertThatThrownBy(() -> series.at(Instant.parse("2022-05-17T18:15:00Z")))
        .isInstanceOf(MissingFactorException.class)
        .hasMessageContaining("2022-05-17T18:15:00Z");
    assertThatThrownBy(() -> series.at(Instant.parse("2023-01-01T00:00:00Z")))
        .isInstanceOf(MissingFactorException.class);
  }

  private FactorSeries read(String series) {
    return FactorLibrary.withFolder(folder.resolve("out")).electricity().series(series);
  }

  private FactorImport.Result run(String text) throws IOException {
    return importing(file(text), settings());
  }

  private FactorImport.Result hourly(String text) throws IOException {
    Map<String, String> settings = settings();
    settings.put("region", "DE");
    settings.put("unit", "g/kWh");
    settings.put("series", "xx-hourly");
    return FactorImport.run(
        file(text),
        new FactorImport.Request(settings, Optional.of("start"), "g"),
        folder.resolve("out"));
  }

  private FactorImport.Result importing(Path csv, Map<String, String> settings) {
    return FactorImport.run(
        csv, new FactorImport.Request(settings, Optional.empty(), "value"), folder.resolve("out"));
  }

  private List<String> faults(String text, Map<String, String> settings) throws IOException {
    Path csv = file(text);
    var wrong = catchThrowableOfType(DataFileException.class, () -> importing(csv, settings));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text);
  }

  private static Map<String, String> settings() {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "set", "xx-grid",
                "edition", "agency-2025",
                "title", "Electricity",
                "publisher", "An agency",
                "document", "Yearly \"report\": part 2",
                "published", "2025-04",
                "use", "location-based",
                "unit", "kg/kWh",
                "zone", "Europe/Berlin",
                "verification", "one-source"));
    settings.put("gas-basis", "CO2");
    settings.put("boundary", "generation");
    return settings;
  }
}
