package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zerofactory.central.web.OpenApi;

/** Certificates from their registration to the figures of a year. */
final class InstrumentsOverHttpTest {

  private static final OpenApi CONTRACT = OpenApi.packaged();
  private static final String HEADER =
      "id,kind,registry,serialFirst,serialLast,device,technology,commissioned,country,"
          + "productionFrom,productionTo,issued,energyWh,kgPerKwh,attributeOwner,document\n";

  @TempDir Path folder;
  private HttpFixture server;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  // March 2023: 8 h x 1,000 kWh import = 8 MWh; 3 MWh of certificates at 0
  // market = 5,000 kWh x 0.6096 = 3,048 kg; location = 8,000 x 0.5306 = 4,244.8 kg
  @Test
  void certificatesThatAreRetiredForTheSiteLowerItsMarketBasedResult() {
    pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    created("/api/v1/instruments", gec("wind-march", "G001", "G010"));
    JsonNode before = server.json("/api/v1/sites/plant/years/2023");
    long part = allocate("wind-march", 3_000_000);

    JsonNode allocated = server.json("/api/v1/sites/plant/years/2023");
    retire("wind-march", part, "Site plant");
    JsonNode retired = server.json("/api/v1/sites/plant/years/2023");

    assertThat(before.at("/totals/marketKg").asText()).isEqualTo("4876.8");
    assertThat(allocated.at("/totals/marketKg").asText()).isEqualTo("4876.8");
    JsonNode claim = allocated.at("/instruments/0/claims/0");
    assertThat(claim.path("counted").asBoolean()).isFalse();
    assertThat(claim.at("/criteria/2/outcome").asText()).isEqualTo("not-met");
    assertThat(claim.at("/criteria/2/reason").asText()).isEqualTo("not retired");
    assertThat(retired.at("/totals/marketKg").asText()).isEqualTo("3048");
    assertThat(retired.at("/totals/locationKg").asText()).isEqualTo("4244.8");
    assertThat(retired.at("/totals/greenPowerWh").asLong()).isEqualTo(3_000_000);
    assertThat(retired.at("/instruments/0/id").asText()).isEqualTo("instrument/wind-march");
    assertThat(retired.at("/instruments/0/coveredWh").asLong()).isEqualTo(3_000_000);
    assertThat(CONTRACT.faults("Year", retired)).isEmpty();
  }

  // 10 MWh for a month of 8 MWh: 2 MWh are surplus and nothing goes below 0
  @Test
  void certificatesBeyondConsumptionAreSurplus() {
    pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    created("/api/v1/instruments", gec("wind-march", "G001", "G010"));
    retire("wind-march", allocate("wind-march", 10_000_000), "plant");

    JsonNode year = server.json("/api/v1/sites/plant/years/2023");

    assertThat(year.at("/totals/marketKg").asText()).isEqualTo("0");
    assertThat(year.at("/totals/greenSurplusWh").asLong()).isEqualTo(2_000_000);
    assertThat(year.at("/instruments/0/surplusWh").asLong()).isEqualTo(2_000_000);
  }

  @Test
  void theAnswersHoldTheirSchemas() {
    pushImport("2023-03-10T00:00:00Z", 4, 1_000);
    JsonNode instrument = created("/api/v1/instruments", granular());
    JsonNode part =
        created(
            "/api/v1/instruments/granular-1/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":1234}");

    JsonNode events = server.json("/api/v1/instruments/granular-1/events");

    assertThat(CONTRACT.faults("Instrument", instrument)).isEmpty();
    // EnergyTag: 1234.9 Wh are rounded down
    assertThat(instrument.path("energyWh").asLong()).isEqualTo(1234);
    assertThat(instrument.at("/granular/configuration").asInt()).isEqualTo(2);
    assertThat(CONTRACT.faults("Allocation", part)).isEmpty();
    assertThat(CONTRACT.faults("Instruments", server.json("/api/v1/instruments"))).isEmpty();
    assertThat(CONTRACT.faults("InstrumentEvents", events)).isEmpty();
    assertThat(events.at("/events/0/person").asText()).isEqualTo("li.wei");
    assertThat(events.at("/events/1/event").asText()).isEqualTo("allocated");
    JsonNode matching = server.json("/api/v1/sites/plant/matching?year=2023");
    assertThat(CONTRACT.faults("Matching", matching)).isEmpty();
  }

  @Test
  void aSerialIsRegisteredOnceWhoeverAsks() {
    created("/api/v1/instruments", gec("first", "G001", "G010"));

    HttpResponse<String> second = post("/api/v1/instruments", gec("second", "G010", "G019"));

    JsonNode problem = HttpFixture.parse(second.body());
    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(CONTRACT.faults("Problem", problem)).isEmpty();
    assertThat(problem.at("/faults/0/code").asText()).isEqualTo("serial-used");
    assertThat(problem.path("detail").asText()).contains("field serialFirst", "instrument first");
    assertThat(server.json("/api/v1/instruments").path("instruments")).hasSize(1);
  }

  @Test
  void allocationsEndWhereTheIssueEnds() {
    pushImport("2023-03-10T00:00:00Z", 4, 1_000);
    created("/api/v1/instruments", gec("a", "G001", "G010"));
    allocate("a", 7_000_000);

    HttpResponse<String> refused =
        post(
            "/api/v1/instruments/a/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":4000000}");
    JsonNode rest =
        created(
            "/api/v1/instruments/a/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-04\",\"energyWh\":3000000}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("beyond-issue", "at most 3000000 Wh");
    assertThat(rest.path("serialFirst").asText()).isEqualTo("G008");
    assertThat(rest.path("serialLast").asText()).isEqualTo("G010");
  }

  // ten askers at once for 3 of 10 certificates each: three of them get some
  @Test
  void manyAtOnceNeverGetMoreThanWasIssued() {
    pushImport("2023-03-10T00:00:00Z", 4, 1_000);
    created("/api/v1/instruments", gec("a", "G001", "G010"));

    List<Integer> answers =
        IntStream.range(0, 10)
            .parallel()
            .mapToObj(
                asker ->
                    post(
                            "/api/v1/instruments/a/allocations",
                            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":3000000}")
                        .statusCode())
            .toList();

    assertThat(answers).containsOnly(201, 422);
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
    JsonNode instrument = server.json("/api/v1/instruments/a");
    assertThat(instrument.path("allocatedWh").asLong()).isEqualTo(9_000_000);
    assertThat(instrument.at("/allocations/2/serialLast").asText()).isEqualTo("G009");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE instrument SET energy_wh = 1",
        "DELETE FROM instrument",
        "UPDATE instrument_event SET person = 'x'",
        "DELETE FROM instrument_event"
      })
  void theDatabaseItselfRefusesToChangeWhatIsRegistered(String change) throws SQLException {
    created("/api/v1/instruments", gec("a", "G001", "G010"));
    server.close();

    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("central.db"));
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(change)).hasMessageContaining("never");
    }
    server = new HttpFixture(folder);
  }

  // the roof produced 32 x 10 Wh
  @Test
  void anOwnRoofGetsNoMoreCertificatesThanItsMeterCounted() {
    pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    String own = gec("own", "G1", "G1").replace("wind-7", "plant/pv-1");

    HttpResponse<String> refused = post("/api/v1/instruments", own);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("beyond-generation", "at most 320 Wh", "by its meter");
  }

  // all 320 Wh of own sun sold: 8,000.32 kWh x 0.6096 = 4876.995072 kg; the location stays
  @Test
  void soldCertificatesOfTheOwnRoofTakeItsZero() {
    pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    String sold =
        gec("sold", "R1", "R320")
            .replace("wind-7", "plant/pv-1")
            .replace("\"gec\"", "\"i-rec\"")
            .replace("\"energyWh\":320000000", "\"energyWh\":320")
            .replace("Site plant", "Trader Ltd.");
    created("/api/v1/instruments", sold);

    JsonNode year = server.json("/api/v1/sites/plant/years/2023");

    assertThat(year.at("/totals/marketKg").asText()).isEqualTo("4876.995072");
    assertThat(year.at("/totals/locationKg").asText()).isEqualTo("4244.8");
  }

  @Test
  void aCsvIsImportedAsAWhole() {
    String good =
        HEADER + row("a", "G001", "G010", "10000000") + row("b", "G011", "G012", "2000000");

    HttpResponse<String> imported = csv(good);

    assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
    JsonNode answer = HttpFixture.parse(imported.body());
    assertThat(CONTRACT.faults("Imported", answer)).isEmpty();
    assertThat(answer.path("imported").asInt()).isEqualTo(2);
    assertThat(server.json("/api/v1/instruments/b").path("serialLast").asText()).isEqualTo("G012");
  }

  // row 3 overlaps row 2, row 4 has a wrong size: nothing is registered
  @Test
  void faultsOfACsvNameRowAndColumnAndNothingIsRegistered() {
    String bad =
        HEADER
            + row("a", "G001", "G010", "10000000")
            + row("b", "G010", "G011", "2000000")
            + row("c", "G020", "G021", "999");

    JsonNode problem = HttpFixture.parse(csv(bad).body());

    assertThat(CONTRACT.faults("Problem", problem)).isEmpty();
    assertThat(problem.at("/faults/0/row").asInt()).isEqualTo(3);
    assertThat(problem.at("/faults/0/field").asText()).isEqualTo("serialFirst");
    assertThat(problem.at("/faults/0/detail").asText()).contains("instrument a");
    assertThat(problem.at("/faults/1/row").asInt()).isEqualTo(4);
    assertThat(problem.at("/faults/1/field").asText()).isEqualTo("energyWh");
    assertThat(server.json("/api/v1/instruments").path("instruments")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kind,'one of gec, i-rec'",
    "commissioned,a date such as",
    "country,a country code",
    "energyWh,a whole number",
    "kgPerKwh,a number of 0 or more with at most 6 decimals",
    "productionFrom,a time with its offset",
    "registry,a text of 1 to"
  })
  void aWrongFieldIsNamedWithWhatWasExpected(String field, String expected) {
    String[] names = HEADER.strip().split(",");
    String[] cells = row("a", "G001", "G010", "10000000").strip().split(",");
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(field)) {
        cells[i] = field.equals("registry") ? "" : "-?-";
      }
    }

    JsonNode problem = HttpFixture.parse(csv(HEADER + String.join(",", cells)).body());

    assertThat(problem.at("/faults/0/row").asInt()).isEqualTo(2);
    assertThat(problem.at("/faults/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/faults/0/detail").asText()).contains("expected " + expected);
  }

  @Test
  void brokenFilesAreRefusedWithTheirPlace() {
    assertThat(csv("id,colour\n1,2\n").body()).contains("colour", "expected a column out of");
    assertThat(csv("id,id\n1,2\n").body()).contains("found it twice");
    assertThat(csv(HEADER + "a,gec\n").body()).contains("expected 16 fields, found 2");
    assertThat(csv(HEADER).body()).contains("at least one row");
    assertThat(post("/api/v1/instruments", "[1]").statusCode()).isEqualTo(400);
    assertThat(post("/api/v1/instruments", "{\"id\":{}}").body()).contains("field id");
    assertThat(post("/api/v1/instruments", "{\"colour\":1}").body()).contains("colour");
  }

  @Test
  void whoWritesNamesAPerson() {
    HttpResponse<String> nobody =
        server.post("/api/v1/instruments", "application/json", new byte[0]);

    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.body()).contains("Zerofactory-Person");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(server.get("/api/v1/instruments/none").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/instruments/none/events").statusCode()).isEqualTo(404);
    assertThat(
            post(
                    "/api/v1/instruments/none/retirements",
                    "{\"allocation\":1,\"date\":\"2023-05-05\",\"beneficiary\":\"p\","
                        + "\"reference\":\"r\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(server.get("/api/v1/sites/none/matching?year=2023").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/sites/none/matching").statusCode()).isEqualTo(400);
    created("/api/v1/instruments", gec("a", "G001", "G010"));
    assertThat(
            post(
                    "/api/v1/instruments/a/allocations",
                    "{\"site\":\"none\",\"month\":\"2023-03\",\"energyWh\":1000000}")
                .body())
        .contains("unknown-site");
  }

  @Test
  void theRegisterIsThereAfterARestart() {
    created("/api/v1/instruments", granular());
    server.close();
    server = new HttpFixture(folder);

    JsonNode instrument = server.json("/api/v1/instruments/granular-1");

    assertThat(instrument.at("/granular/deviceName").asText()).isEqualTo("Farm, north");
    assertThat(instrument.path("enteredBy").asText()).isEqualTo("li.wei");
  }

  // 8 hours: load 1,000.04 kWh each hour, own sun 40 Wh; the flat 10 MWh of March give
  // 10,000,000 / 744 = 13,440.8 Wh an hour
  @Test
  void aYearIsMatchedByTheHour() {
    pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    created("/api/v1/instruments", gec("wind-march", "G001", "G010"));
    retire("wind-march", allocate("wind-march", 10_000_000), "plant");

    JsonNode matching = server.json("/api/v1/sites/plant/matching?year=2023");

    JsonNode totals = matching.path("totals");
    assertThat(totals.path("loadWh").asLong()).isEqualTo(8_000_320);
    assertThat(totals.path("matchedMeteredWh").asLong()).isEqualTo(320);
    // 8 of 744 equal parts, to the watt-hour
    assertThat(totals.path("carbonFreeWh").asLong()).isBetween(107_846L, 107_848L);
    assertThat(totals.path("matchedWh")).isEqualTo(totals.path("carbonFreeWh"));
    assertThat(totals.path("wholeHours").asInt()).isEqualTo(8);
    assertThat(totals.path("missingHours").asInt()).isEqualTo(8_752);
    assertThat(matching.at("/hours/days/68").asText()).isEqualTo("2023-03-10");
    assertThat(matching.at("/hours/loadWh/68/7").isNull()).isTrue();
    assertThat(matching.at("/hours/loadWh/68/8").asLong()).isEqualTo(1_000_040);
    assertThat(matching.at("/sources/1/profile").asText()).isEqualTo("flat");
    assertThat(matching.at("/sources/1/estimated").asBoolean()).isTrue();
    assertThat(matching.at("/market/1/chosen").asBoolean()).isTrue();
    assertThat(matching.at("/market/2/interval").asText()).isEqualTo("hour");
  }

  private void pushImport(String from, int quarters, long importWh) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    Instant start = Instant.parse(from);
    for (int i = 0; i < quarters; i++) {
      journal.quarter(
          start.plusSeconds(900L * i),
          Map.of(TestSites.IMPORT, importWh, TestSites.EXPORT, 0L, TestSites.PV, 10L));
    }
    server.pushAll("plant", journal);
  }

  private long allocate(String id, long wattHours) {
    return created(
            "/api/v1/instruments/" + id + "/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":" + wattHours + "}")
        .path("id")
        .asLong();
  }

  private void retire(String id, long part, String beneficiary) {
    created(
        "/api/v1/instruments/" + id + "/retirements",
        "{\"allocation\":"
            + part
            + ",\"date\":\"2023-05-05\",\"beneficiary\":\""
            + beneficiary
            + "\",\"reference\":\"R-1\"}");
  }

  private JsonNode created(String path, String json) {
    HttpResponse<String> answer = post(path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return HttpFixture.parse(answer.body());
  }

  private HttpResponse<String> post(String path, String json) {
    return send(path, "application/json", json);
  }

  private HttpResponse<String> csv(String text) {
    return send("/api/v1/instruments/import", "text/csv", text);
  }

  private HttpResponse<String> send(String path, String type, String body) {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", type)
            .header("Zerofactory-Person", "li.wei")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Certificates of March 2023. */
  private static String gec(String id, String first, String last) {
    long count = Long.parseLong(last.substring(1)) - Long.parseLong(first.substring(1)) + 1;
    return """
    {"id":"%s","kind":"gec","registry":"gec","serialFirst":"%s","serialLast":"%s",
     "device":"wind-7","technology":"wind","commissioned":"2019-05-01","country":"CN",
     "productionFrom":"2023-03-01T00:00:00+08:00","productionTo":"2023-04-01T00:00:00+08:00",
     "issued":"2023-04-20","energyWh":%d,"kgPerKwh":"0","attributeOwner":"Site plant",
     "document":"statement 1"}
    """
        .formatted(id, first, last, count * 1_000_000);
  }

  private static String granular() {
    return """
    {"id":"granular-1","kind":"i-rec","registry":"i-rec","serialFirst":"X7","serialLast":"X7",
     "device":"wind-7","technology":"wind","commissioned":"2019-05-01","country":"CN",
     "province":"CN-HB","gridRegion":"central","productionFrom":"2023-03-10T08:00:00+08:00",
     "productionTo":"2023-03-10T09:00:00+08:00","issued":"2023-03-11","energyWh":"1234.9",
     "kgPerKwh":"0.000012","attributeOwner":"plant","document":"statement 2",
     "carrier":"electricity","energySource":"wind","deviceName":"Farm, north","capacityW":50000000,
     "location":"30.5,114.3","issuer":"issuer","issuedFrom":"production","disclosure":true,
     "configuration":2}
    """;
  }

  private static String row(String id, String first, String last, String wattHours) {
    return id
        + ",gec,gec,"
        + first
        + ","
        + last
        + ",wind-7,wind,2019-05-01,CN,2023-03-01T00:00:00+08:00,2023-04-01T00:00:00+08:00,"
        + "2023-04-20,"
        + wattHours
        + ",0,plant,statement\n";
  }
}
