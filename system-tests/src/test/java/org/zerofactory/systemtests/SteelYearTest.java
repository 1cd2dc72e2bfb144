package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.auditor.verify.JournalVerifier;
import org.zerofactory.auditor.verify.Verdict;
import org.zerofactory.central.CentralServer;
import org.zerofactory.central.RunningServer;
import org.zerofactory.central.ServerOptions;
import org.zerofactory.edge.EdgeAgent;
import org.zerofactory.edge.EdgeOptions;
import org.zerofactory.edge.RunningEdge;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteFile;
import org.zerofactory.simulator.PlantSimulator;
import org.zerofactory.simulator.RunningSimulator;
import org.zerofactory.simulator.SimulatorOptions;

/**
 * A year of a real steel plant, replayed over OPC UA: the first 364 days by history, the last one
 * live at a thousand times its speed. Energy must be the file's to the watt-hour, emissions to the
 * microgram.
 *
 * <p>The series of 2018 is played as 2023, a year of the same length, because the published factors
 * begin with 2021.
 */
final class SteelYearTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int YEAR = 2023;
  private static final int QUARTER_HOURS = 365 * 96;
  private static final int SPEED = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(6);

  /** National average 2023, rules/emission-factors/grid/cn/mee-2023.yaml. */
  private static final BigDecimal KG_PER_KWH = new BigDecimal("0.5306");

  @TempDir private Path folder;

  @Test
  void aYearOfASteelPlantIsAccountedExactly() throws IOException {
    Path series = seriesOf2023();
    List<Long> wattHours = wattHours(series);
    long sum = wattHours.stream().mapToLong(Long::longValue).sum();
    assertThat(wattHours).hasSize(QUARTER_HOURS);

    Path accounts = SteelAccounts.write(folder.resolve("accounts"));

    try (RunningServer centre =
            CentralServer.start(
                ServerOptions.in(folder.resolve("centre")).withPort(0).withAccounts(accounts));
        RunningSimulator simulator = simulator(series);
        RunningEdge edge = EdgeAgent.start(options(simulator, centre))) {
      String api = "http://localhost:" + centre.port() + "/api/v1/sites/steel-year";
      Instant lastQuarterHour = startOf(LocalDate.of(YEAR + 1, 1, 1)).minusSeconds(900);
      Await.until(
          "the last quarter hour of the year",
          LIMIT,
          () -> lastInterval(centre) >= lastQuarterHour.toEpochMilli(),
          () -> "last " + lastInterval(centre) + ", sealed " + edge.sealedSequence());
      JsonNode year = Http.json(java.net.URI.create(api + "/years/" + YEAR));
      JsonNode lastDay = Http.json(java.net.URI.create(api + "/days/" + YEAR + "-12-31"));

      assertThat(year.at("/totals/importWh").asLong()).isEqualTo(sum);
      assertThat(sumOfMonths(year)).isEqualTo(sum);
      assertThat(new BigDecimal(year.at("/totals/locationKg").asText()))
          .isEqualByComparingTo(KG_PER_KWH.multiply(BigDecimal.valueOf(sum, 3)));
      assertThat(sumOfComplete(year, "missing")).isZero();
      assertThat(sumOfComplete(year, "measured") + sumOfComplete(year, "estimated"))
          .isEqualTo(QUARTER_HOURS);
      assertThat(lastDayImports(lastDay))
          .as("the day that was measured live, quarter hour by quarter hour")
          .isEqualTo(wattHours.subList(QUARTER_HOURS - 96, QUARTER_HOURS));
      assertBaselineIsRefused(year);
      assertAuditorAgrees(api, sum, new BigDecimal(year.at("/totals/locationKg").asText()));
    }
  }

  /** As SteelBaselineTest finds it without any program: no saving may rest on the first half. */
  private static void assertBaselineIsRefused(JsonNode year) {
    JsonNode regression = year.at("/measures/0/regression");
    assertThat(regression.path("accepted").asBoolean()).isFalse();
    assertThat(regression.at("/statistics/n").asInt()).isBetween(178, 181);
    assertThat(regression.at("/statistics/cvRmse").asDouble()).isBetween(0.37, 0.40);
    assertThat(regression.at("/validation/nmbe").asDouble()).isBetween(-0.21, -0.17);
    assertThat(regression.path("refusals").toString())
        .contains("R² 0.5", "NMBE in the validation -1");
    assertThat(year.at("/totals/efficiencyWh").asLong()).isZero();
  }

  /** The exported journal, recomputed by the auditor, tells the figures of the page. */
  private static void assertAuditorAgrees(String api, long sum, BigDecimal kilograms) {
    // the note first: blocks that come in between are then beyond it, not missing
    String note = Http.get(java.net.URI.create(api + "/checkpoint")).body();
    String journal = Http.get(java.net.URI.create(api + "/journal.jsonl")).body();

    Verdict verdict = JournalVerifier.verify(journal::lines, Optional.of(note), Optional.empty());

    assertThat(verdict.ok()).as(verdict.toString()).isTrue();
    long counted = Objects.requireNonNull(verdict.totals().get("steel/energy-import")).amount();
    assertThat(counted).isEqualTo(sum);
    assertThat(KG_PER_KWH.multiply(BigDecimal.valueOf(counted, 3))).isEqualByComparingTo(kilograms);
  }

  private RunningSimulator simulator(Path series) {
    return PlantSimulator.start(
        SimulatorOptions.in(folder.resolve("simulator"))
            .withAddress("127.0.0.1", 0)
            .withTime(
                Optional.of(startOf(LocalDate.of(YEAR, 12, 31))), startOf(LocalDate.of(YEAR, 1, 1)))
            .withSpeed(SPEED)
            .withReplays(
                false,
                List.of(
                    "file=%s,device=steel,column=Usage_kWh,unit=kWh,timestamp=date,zone=%s"
                        .formatted(series, ZONE))));
  }

  private EdgeOptions options(RunningSimulator simulator, RunningServer centre) throws IOException {
    Path site =
        Files.writeString(
            folder.resolve("site.yaml"),
            """
            site: steel-year
            name: Steel plant
            zone: %s
            region: { country: CN, grid: central }
            simulated: true
            clock: source
            data: edge
            history-from: 2023-01-01T00:00:00+08:00
            centre: { url: "http://localhost:%d" }
            sources:
              - { id: replay, endpoint: "%s", security: None }
            devices:
              - { id: steel, name: Steel plant, template: simulator-replay-meter, source: replay, role: grid, parameters: { path: steel } }
            """
                .formatted(ZONE, centre.port(), simulator.endpoint()));
    return new EdgeOptions(SiteFile.read(site, DeviceTemplates.packaged()));
  }

  private Path seriesOf2023() throws IOException {
    String original =
        Files.readString(Project.sharedFile("data/factory-load/steel-industry-2018.csv"));
    return Files.writeString(
        folder.resolve("steel.csv"), original.replace("2018", Integer.toString(YEAR)));
  }

  /** The energy column, read without any of our readers. */
  private static List<Long> wattHours(Path series) throws IOException {
    List<Long> wattHours = new ArrayList<>();
    List<String> lines = Files.readAllLines(series);
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        String kilowattHours = line.split(",")[1];
        wattHours.add(new BigDecimal(kilowattHours).movePointRight(3).longValueExact());
      }
    }
    return wattHours;
  }

  private static long lastInterval(RunningServer centre) {
    var uri = java.net.URI.create("http://localhost:" + centre.port() + "/api/v1/sites");
    return Http.json(uri).at("/sites/0/lastInterval").asLong();
  }

  private static long sumOfMonths(JsonNode year) {
    long sum = 0;
    for (JsonNode month : year.path("months")) {
      sum += month.path("importWh").asLong();
    }
    return sum;
  }

  private static long sumOfComplete(JsonNode year, String field) {
    long sum = 0;
    for (JsonNode month : year.path("months")) {
      sum += month.path("complete").path(field).asLong();
    }
    return sum;
  }

  private static List<Long> lastDayImports(JsonNode day) {
    List<Long> imports = new ArrayList<>();
    day.at("/series/import").forEach(value -> imports.add(value.asLong()));
    return imports;
  }

  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }
}
