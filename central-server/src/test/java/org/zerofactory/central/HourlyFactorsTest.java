package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.web.OpenApi;
import org.zerofactory.rules.FactorImport;

/** A site that is accounted with a factor for each hour, from a CSV file to its inventory. */
final class HourlyFactorsTest {

  private static final BigDecimal MICROGRAMS = BigDecimal.valueOf(1_000_000_000);
  private static final Instant START = Instant.parse("2022-12-31T16:00:00Z");

  @TempDir Path folder;

  // three hours with 100, 200, 300 g/kWh; 4 x 1,000, 4 x 2,000 and 4 x 4,000 Wh of import:
  // 0.4 + 1.6 + 4.8 = 6.8 kg of 28 kWh, mean 6.8 / 28 kg/kWh
  @Test
  void eachHourCountsByItsOwnFactor() throws IOException {
    Path csv = csv("2022-12-31T16:00Z,100", "2022-12-31T17:00Z,200", "2022-12-31T18:00Z,300");
    try (HttpFixture server = server(csv, "timestamp_utc", "g")) {
      push(server, START, 1_000, 2_000, 4_000);

      JsonNode year = server.json("/api/v1/sites/plant/years/2023");
      JsonNode content = server.json("/api/v1/sites/plant/inventory?year=2023").path("content");

      assertThat(year.at("/totals/locationKg").asText()).isEqualTo("6.8");
      assertThat(content.at("/inventory/totals/byCategoryUg/electricity").asText())
          .isEqualTo("6800000000");
      assertThat(market(content.path("inventory")))
          .isEqualByComparingTo(micrograms(year, "marketKg"));
      JsonNode factor = factor(content, "hourly-test/grid/energy-import/2023-01");
      assertThat(factor.path("id").asText()).isEqualTo("hourly-test/grid/energy-import/2023-01");
    }
  }

  // 10 kWh of a contract at 0: saved at the mean of the import, 10 x 6.8 / 28 = 2.428571429 kg
  @Test
  void whatIsKnownByTheMonthOnlyCountsByTheMeanOfTheImport() throws IOException {
    Path csv = csv("2022-12-31T16:00Z,100", "2022-12-31T17:00Z,200", "2022-12-31T18:00Z,300");
    String contract =
        """
        green-power:
          - { id: wind, name: Wind, kind: ppa, kg-per-kwh: "0", from: 2023-01-01, to: 2024-01-01,
              monthly-mwh: [0.01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], source: contract 7 }
        """;
    try (HttpFixture server = server(csv, "timestamp_utc", "g", contract)) {
      push(server, START, 1_000, 2_000, 4_000);

      JsonNode totals = server.json("/api/v1/sites/plant/years/2023").path("totals");

      assertThat(totals.at("/savings/greenPowerKg").asText()).isEqualTo("2.428571429");
    }
  }

  @Test
  void anHourWithEnergyAndWithoutAFactorIsRefusedAndNamed() throws IOException {
    Path csv = csv("2022-12-31T16:00Z,100", "2022-12-31T18:00Z,300");
    try (HttpFixture server = server(csv, "timestamp_utc", "g")) {
      push(server, START, 1_000, 2_000, 4_000);

      JsonNode inventory = server.json("/api/v1/sites/plant/inventory?year=2023");
      JsonNode year = server.json("/api/v1/sites/plant/years/2023");

      assertThat(inventory.path("content").isNull()).isTrue();
      assertThat(inventory.path("refusals").toString())
          .contains(
              "hourly-test has no factor valid at 2022-12-31T17:00:00Z and at 3 more quarter"
                  + " hours with energy",
              "grid/energy-import of site plant in 2023-01");
      assertThat(year.at("/totals/locationKg").isNull()).isTrue();
      assertThat(year.path("faults").toString()).contains("2022-12-31T17:00:00Z");
    }
  }

  // nobody drew power then
  @Test
  void anHourWithoutEnergyNeedsNoFactor() throws IOException {
    Path csv = csv("2022-12-31T16:00Z,100", "2022-12-31T18:00Z,300");
    try (HttpFixture server = server(csv, "timestamp_utc", "g")) {
      push(server, START, 1_000, 0, 4_000);

      JsonNode content = server.json("/api/v1/sites/plant/inventory?year=2023").path("content");

      assertThat(content.at("/inventory/totals/byCategoryUg/electricity").asText())
          .isEqualTo("5200000000"); // 0.4 + 4.8 kg
      assertThat(server.json("/api/v1/sites/plant/years/2023").at("/totals/locationKg").asText())
          .isEqualTo("5.2");
    }
  }

  // the file lacks 2022-01-05T10:00Z and has every other hour of that week
  @Test
  void aWeekOfAPublishedHourlyFile() throws IOException {
    Path csv =
        Path.of(
            System.getProperty("shared.folder", "../../shared"),
            "data/grid-intensity/caiso-hourly.csv");
    assumeThat(csv).as("the shared data are not here").exists();
    try (HttpFixture server = server(csv, "timestamp_utc", "g_co2_per_kwh")) {
      long[] hours = new long[96];
      for (int i = 0; i < hours.length; i++) {
        hours[i] = 10_000 + 137L * i;
      }
      push(server, Instant.parse("2022-01-01T08:00:00Z"), hours);

      JsonNode year = server.json("/api/v1/sites/plant/years/2022");
      JsonNode content = server.json("/api/v1/sites/plant/inventory?year=2022").path("content");

      assertThat(year.path("factors")).hasSize(2);
      JsonNode group = year.at("/factors/0/group");
      assertThat(group.path("count").asInt()).isEqualTo(96);
      assertThat(OpenApi.packaged().faults("Year", year)).isEmpty();
      assertThat(new BigDecimal(content.at("/inventory/totals/byCategoryUg/electricity").asText()))
          .isEqualByComparingTo(micrograms(year, "locationKg"));
    }
  }

  @Test
  void aMissingHourOfThePublishedFileIsNamed() throws IOException {
    Path csv =
        Path.of(
            System.getProperty("shared.folder", "../../shared"),
            "data/grid-intensity/caiso-hourly.csv");
    assumeThat(csv).as("the shared data are not here").exists();
    try (HttpFixture server = server(csv, "timestamp_utc", "g_co2_per_kwh")) {
      push(server, Instant.parse("2022-01-05T08:00:00Z"), 5, 5, 5, 5);

      JsonNode inventory = server.json("/api/v1/sites/plant/inventory?year=2022");

      assertThat(inventory.path("content").isNull()).isTrue();
      assertThat(inventory.path("refusals").toString())
          .contains("has no factor valid at 2022-01-05T10:00:00Z");
    }
  }

  private Path csv(String... rows) throws IOException {
    return Files.writeString(
        folder.resolve("in.csv"), "timestamp_utc,g\n" + String.join("\n", rows) + "\n");
  }

  private HttpFixture server(Path csv, String time, String value, String... more)
      throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("set", "hourly-set");
    settings.put("title", "Hours");
    settings.put("edition", "grid-2023");
    settings.put("verification", "one-source");
    settings.put("publisher", "A grid");
    settings.put("document", "An hourly file");
    settings.put("published", "2023-01");
    settings.put("use", "location-based");
    settings.put("gas-basis", "CO2e");
    settings.put("boundary", "generation");
    settings.put("unit", "g/kWh");
    settings.put("region", "US-CAMX");
    settings.put("series", "hourly-test");
    FactorImport.run(
        csv,
        new FactorImport.Request(settings, Optional.of(time), value),
        folder.resolve("factors"));
    Path accounts = Files.createDirectories(folder.resolve("accounts"));
    Files.writeString(
        accounts.resolve("plant.accounts.yaml"),
        """
        site: plant
        factors: { location: hourly-test, residual: cn-national-excluding-market-traded-non-fossil }
        """
            + String.join("\n", more));
    return new HttpFixture(
        ServerOptions.in(folder.resolve("data"))
            .withAccounts(accounts)
            .withFactors(folder.resolve("factors")));
  }

  /** Each amount is that of the four quarter hours of an hour. */
  private static void push(HttpFixture server, Instant start, long... hours) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < 4 * hours.length; i++) {
      journal.quarter(
          start.plusSeconds(900L * i),
          Map.of(TestSites.IMPORT, hours[i / 4], TestSites.EXPORT, 0L, TestSites.PV, 0L));
    }
    server.pushAll("plant", journal);
  }

  private static JsonNode factor(JsonNode content, String id) {
    return StreamSupport.stream(content.at("/inventory/factors").spliterator(), false)
        .filter(factor -> factor.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(content.at("/inventory/factors")));
  }

  private static BigDecimal market(JsonNode inventory) {
    return StreamSupport.stream(inventory.path("market").spliterator(), false)
        .map(line -> new BigDecimal(line.path("carbonUg").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal micrograms(JsonNode year, String field) {
    return new BigDecimal(year.path("totals").path(field).asText()).multiply(MICROGRAMS);
  }
}
