package org.zerofactory.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.simulator.point.Quality;

class ReplayedSeriesTest {

  private static final Path STEEL =
      Path.of(System.getProperty("shared.folder", "../../shared"))
          .resolve("data/factory-load/steel-industry-2018.csv");

  @TempDir private Path folder;

  @Test
  void theSteelPlantsYearRisesByTheFilesSumToTheWattHour() throws IOException {
    assumeTrue(Files.exists(STEEL), "skipped: there is no " + STEEL);
    BigDecimal kilowattHours;
    try (Stream<String> lines = Files.lines(STEEL)) {
      kilowattHours =
          lines
              .skip(1)
              .map(line -> new BigDecimal(line.split(",")[1]))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    ReplayedSeries series = ReplayedSeries.of(option(STEEL, "Usage_kWh", "Asia/Seoul"));

    assertThat(series.begin()).isEqualTo(Instant.parse("2017-12-31T15:00:00Z"));
    assertThat(series.end()).isEqualTo(Instant.parse("2018-12-31T15:00:00Z"));
    assertThat(series.at(0, series.end().getEpochSecond()).value())
        .isEqualTo(kilowattHours.movePointRight(3).longValueExact());
    assertThat(series.recorded(0, 0, Long.MAX_VALUE / 4)).hasSize(35_041);
  }

  @Test
  void eachRowIsTheEnergyOfTheQuarterHourThatEndsAtItsStamp() throws IOException {
    Path file =
        file("2018-01-01 00:15:00,1.5", "2018-01-01 00:30:00,0.0005", "2018-01-01 00:45:00,2.0006");

    ReplayedSeries series = ReplayedSeries.of(option(file, "value", "UTC"));

    long start = Instant.parse("2018-01-01T00:00:00Z").getEpochSecond();
    assertThat(series.at(0, start).value()).isEqualTo(0L);
    assertThat(series.at(0, start + 300).value()).isEqualTo(500L);
    assertThat(series.at(0, start + 900).value()).isEqualTo(1_500L);
    assertThat(series.at(0, start + 1_800).value()).isEqualTo(1_500L);
    assertThat(series.at(0, start + 2_700).value()).isEqualTo(3_501L);
    assertThat(series.at(1, start).value()).isEqualTo(6.0);
    assertThat(series.at(0, start + 9_000).quality()).isEqualTo(Quality.LAST_KNOWN);
  }

  @Test
  void mixedDateOrdersAndTheQuirkyMidnightAreReadByTheirOrder() throws IOException {
    Path file =
        file(
            "2018-02-12 23:30:00,1",
            "2018-02-12 23:45:00,1",
            "2018-02-12 00:00:00,1",
            "03/12/2018 00:15,1");

    ReplayedSeries series = ReplayedSeries.of(option(file, "value", "Asia/Seoul"));

    assertThat(series.end()).isEqualTo(Instant.parse("2018-12-02T15:15:00Z"));
  }

  @Test
  void clocksThatGoBackKeepTheSeriesWhole() throws IOException {
    Path file =
        file(
            "28/10/2018 02:30,1", "28/10/2018 02:45,1", "28/10/2018 02:00,1", "28/10/2018 02:15,1");

    ReplayedSeries series = ReplayedSeries.of(option(file, "value", "Europe/Berlin"));

    assertThat(series.end()).isEqualTo(Instant.parse("2018-10-28T01:15:00Z"));
  }

  @Test
  void everyFaultOfAFileIsNamedWithItsLine() throws IOException {
    Path file =
        file(
            "2018-01-01 00:15:00,1",
            "2018-01-01 00:30:00,much",
            "noon,2",
            "2018-01-01 01:00:00,-3");

    assertThatThrownBy(() -> ReplayedSeries.of(option(file, "value", "UTC")))
        .isInstanceOf(SeriesFileException.class)
        .hasMessageContaining(file + ":3: value 'much'")
        .hasMessageContaining(file + ":4: time stamp 'noon'")
        .hasMessageContaining(file + ":5: value '-3'");
  }

  @Test
  void aGapBetweenRowsIsNamedWithItsLine() throws IOException {
    Path file = file("2018-01-01 00:15:00,1", "2018-01-01 00:45:00,1");

    assertThatThrownBy(() -> ReplayedSeries.of(option(file, "value", "UTC")))
        .hasMessageContaining(file + ":3: time stamp '2018-01-01 00:45:00'")
        .hasMessageContaining("15 minutes after the row before");
  }

  @Test
  void anUnknownColumnIsNamedWithThoseThatExist() throws IOException {
    Path file = file("2018-01-01 00:15:00,1");

    assertThatThrownBy(() -> ReplayedSeries.of(option(file, "power", "UTC")))
        .hasMessageContaining(
            file + ":1: there is no column 'power'; the columns are [date, value]");
  }

  @Test
  void anOptionNamesTheKeyThatIsWrong() {
    assertThatThrownBy(() -> ReplayOption.parse("file=a.csv,device=a,column=v,unit=kg,timestamp=t"))
        .hasMessageContaining("unit 'kg'");
    assertThatThrownBy(() -> ReplayOption.parse("file=a.csv,colour=v"))
        .hasMessageContaining("colour=v");
    assertThatThrownBy(() -> ReplayOption.parse("file=a.csv,device=a,column=v"))
        .hasMessageContaining("'timestamp' is missing");
    assertThatThrownBy(
            () -> ReplayOption.parse("file=a.csv,device=simulation,column=v,timestamp=t"))
        .hasMessageContaining("device 'simulation'");
  }

  private Path file(String... rows) throws IOException {
    Path file = folder.resolve("series.csv");
    Files.writeString(file, "date,value\n" + String.join("\n", rows) + "\n");
    return file;
  }

  private static ReplayOption option(Path file, String column, String zone) {
    return ReplayOption.parse(
        "file="
            + file
            + ",device=steel,column="
            + column
            + ",quantity=energy-import,unit=kWh,timestamp=date,zone="
            + zone);
  }
}
