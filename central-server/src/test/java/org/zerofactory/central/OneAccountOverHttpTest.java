package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;

/**
 * The year page, the inventory and the products of one site say the same of its electricity, to the
 * microgram: December 2022 to March 2023, with a contract of the accounts file, certificates that
 * are retired and some that are not, and certificates of the own roof that were sold.
 */
final class OneAccountOverHttpTest {

  private static final BigDecimal MICROGRAMS = BigDecimal.valueOf(1_000_000_000);
  private static final int YEAR = 2023;

  private static final String ACCOUNTS =
      """
      site: plant
      factors: { location: cn-region-central, residual: cn-national-excluding-market-traded-non-fossil }
      green-power:
        - id: wind-supply
          name: Wind
          kind: ppa
          kg-per-kwh: "0.013"
          from: 2023-01-01
          to: 2024-01-01
          monthly-mwh: [0.4, 0.7, 0.001, 0, 0, 0, 0, 0, 0, 0, 0, 0]
          source: contract 7
      allocation:
        rest: run-time
        shared-loads:
          - { id: press, name: Press, points: [press/energy-import], key: energy }
      """;

  @TempDir static Path folder;
  private static HttpFixture server;

  @BeforeAll
  static void start() throws IOException {
    Path accounts = Files.createDirectory(folder.resolve("accounts"));
    Files.writeString(accounts.resolve("plant.accounts.yaml"), ACCOUNTS);
    server = new HttpFixture(ServerOptions.in(folder.resolve("data")).withAccounts(accounts));
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    // ten days on both sides of the new year, and two of each of February and March
    quarters(journal, "2022-12-27T16:00:00Z", 960);
    quarters(journal, "2023-02-10T16:00:00Z", 192);
    quarters(journal, "2023-03-10T16:00:00Z", 192);
    server.pushAll("plant", journal);
    RegisterClient register = new RegisterClient(server);
    register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));
    register.retire("wind-march", register.allocate("wind-march", 1_000_000), "Site plant");
    register.created("/api/v1/instruments", RegisterClient.gec("not-retired", "G011", "G020"));
    register.allocate("not-retired", 1_000_000);
    register.created("/api/v1/instruments", sold());
    server.send(
        java.net.http.HttpRequest.newBuilder(server.uri("/api/v1/sites/plant/production-runs"))
            .header("Content-Type", "application/json")
            .header("Zerofactory-Person", "mes")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(runs()))
            .build());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theInventorySaysWhatTheYearPageSays() {
    JsonNode year = server.json("/api/v1/sites/plant/years/" + YEAR).path("totals");
    JsonNode inventory = inventory("?year=" + YEAR);

    assertThat(micrograms(year, "marketKg")).isNotEqualTo(micrograms(year, "locationKg"));
    assertThat(year.path("greenPowerWh").asLong()).isPositive();
    assertThat(location(inventory)).isEqualTo(micrograms(year, "locationKg"));
    assertThat(market(inventory)).isEqualTo(micrograms(year, "marketKg"));
  }

  @Test
  void soDoesEachMonth() {
    JsonNode year = server.json("/api/v1/sites/plant/years/" + YEAR);

    for (JsonNode month : year.path("months")) {
      String name = month.path("month").asText();
      String next = YearMonth.parse(name).plusMonths(1).toString();
      JsonNode inventory = inventory("?from=" + name + "&to=" + next);

      assertThat(location(inventory)).as(name).isEqualTo(micrograms(month, "locationKg"));
      assertThat(market(inventory)).as(name).isEqualTo(micrograms(month, "marketKg"));
    }
    assertThat(year.path("months")).hasSize(3);
  }

  // December and January, whose factors are of different years
  @Test
  void aPeriodAcrossTheNewYearIsTheSumOfItsMonths() {
    JsonNode inventory = inventory("?from=2022-12&to=2023-02");

    BigDecimal location =
        micrograms(month(2022, "2022-12"), "locationKg")
            .add(micrograms(month(2023, "2023-01"), "locationKg"));
    assertThat(location(inventory)).isEqualTo(location);
  }

  @Test
  void productsSumUpToTheSameFigures() {
    for (JsonNode month : server.json("/api/v1/sites/plant/years/" + YEAR).path("months")) {
      String name = month.path("month").asText();
      JsonNode products = server.json("/api/v1/sites/plant/products?month=" + name);

      for (String method : List.of("locationKg", "marketKg")) {
        BigDecimal parts =
            StreamSupport.stream(products.path("products").spliterator(), false)
                .map(product -> micrograms(product, method))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (String rest : List.of("setUp", "idle", "unallocated")) {
          parts = parts.add(micrograms(products.path(rest), method));
        }
        assertThat(parts).as(name + " " + method).isEqualTo(micrograms(month, method));
      }
      assertThat(products.path("products")).as(name).isNotEmpty();
    }
  }

  @Test
  void aDatabaseReadWithoutTheServerGivesTheSameBytes() throws Exception {
    String expected = server.get("/api/v1/sites/plant/inventory?year=" + YEAR).body();
    ServerOptions options =
        ServerOptions.in(folder.resolve("data")).withAccounts(folder.resolve("accounts"));

    try (LocalInventories local = LocalInventories.open(options)) {
      assertThat(
              local.compiled(InventoryOwner.ofSite("plant"), Map.of("year", String.valueOf(YEAR))))
          .isEqualTo(expected);
    }
  }

  private static void quarters(JournalBuilder journal, String from, int count) {
    Instant start = Instant.parse(from);
    for (int i = 0; i < count; i++) {
      Map<String, IntervalReading> readings = new HashMap<>();
      readings.put(TestSites.IMPORT, reading(i, 10_007 + 13L * i));
      readings.put(TestSites.EXPORT, JournalBuilder.measured(i % 5 == 0 ? 1_003 : 0));
      readings.put(TestSites.PV, JournalBuilder.measured(2_011));
      readings.put(TestSites.FEEDER, JournalBuilder.measured(9_001));
      readings.put(TestSites.OVEN, JournalBuilder.measured(7_001));
      readings.put(TestSites.PRESS, JournalBuilder.measured(1_999));
      journal.quarter(
          start.plusSeconds(900L * i),
          readings,
          List.of(
              new Payload.StateTime("oven", i % 7 == 3 ? "IDLE" : "RUNNING", 600),
              new Payload.StateTime("oven", "SETUP", 300)));
    }
  }

  /** One in eleven is estimated, one in 61 is not known. */
  private static IntervalReading reading(int index, long wattHours) {
    if (index % 61 == 60) {
      return new IntervalReading(OptionalLong.empty(), Flag.MISSING, OptionalLong.empty());
    }
    return index % 11 == 0
        ? new IntervalReading(OptionalLong.of(wattHours), Flag.ESTIMATED, OptionalLong.empty())
        : JournalBuilder.measured(wattHours);
  }

  /** Nearly all of March's sun: the roof made 192 x 2,011 Wh = 386,112 Wh. */
  private static String sold() {
    return RegisterClient.gec("sold", "R1", "R386")
        .replace("wind-7", "plant/pv-1")
        .replace("\"gec\"", "\"i-rec\"")
        .replace("\"energyWh\":386000000", "\"energyWh\":386000")
        .replace("Site plant", "Trader Ltd.");
  }

  private static String runs() {
    List<String> runs = new ArrayList<>();
    for (String day : List.of("2023-01-02", "2023-02-11", "2023-03-11")) {
      runs.add(
          """
          {"run": "%s", "order": "O-%s", "product": "cup", "machine": "oven",
           "from": "%sT08:03:00+08:00", "to": "%sT17:22:00+08:00", "good": 97, "scrap": 2}
          """
              .formatted(day, day, day, day));
    }
    return "{\"runs\": [" + String.join(",", runs) + "]}";
  }

  private static JsonNode inventory(String query) {
    JsonNode envelope = server.json("/api/v1/sites/plant/inventory" + query);
    assertThat(envelope.path("content").isObject()).as(envelope.toString()).isTrue();
    return envelope.at("/content/inventory");
  }

  private static JsonNode month(int year, String month) {
    for (JsonNode of : server.json("/api/v1/sites/plant/years/" + year).path("months")) {
      if (of.path("month").asText().equals(month)) {
        return of;
      }
    }
    throw new AssertionError(month);
  }

  private static BigDecimal location(JsonNode inventory) {
    return whole(new BigDecimal(inventory.at("/totals/byCategoryUg/electricity").asText()));
  }

  private static BigDecimal market(JsonNode inventory) {
    return whole(
        StreamSupport.stream(inventory.path("market").spliterator(), false)
            .map(line -> new BigDecimal(line.path("carbonUg").asText()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static BigDecimal micrograms(JsonNode of, String field) {
    return whole(new BigDecimal(of.path(field).asText()).multiply(MICROGRAMS));
  }

  private static BigDecimal whole(BigDecimal micrograms) {
    return micrograms.setScale(0, java.math.RoundingMode.UNNECESSARY);
  }
}
