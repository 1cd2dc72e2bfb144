package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.central.web.OpenApi;
import org.zerofactory.domain.journal.Payload;

/**
 * A plant of two quarter hours. In each the site draws 1,000 Wh from the grid and 500 Wh from its
 * roof: 700 Wh in the oven, 200 Wh in the press, 600 Wh that no used meter counts. The oven runs
 * through the first quarter hour; in the second it is set up for 450 s and runs for 450 s.
 */
final class ProductsOverHttpTest {

  private static final Instant START = Instant.parse("2025-06-02T02:00:00Z");
  private static final OpenApi CONTRACT = OpenApi.packaged();
  private static final String RUNS = "/api/v1/sites/plant/production-runs";
  private static final String JUNE = "/api/v1/sites/plant/products?month=2025-06";
  private static final String HEADING = "run,order,product,machine,from,to,good,scrap\n";

  private static final String ACCOUNTS =
      """
      site: plant
      factors: { location: cn-region-central, residual: cn-national-excluding-market-traded-non-fossil }
      allocation:
        rest: run-time
        shared-loads:
          - { id: press, name: Press, points: [press/energy-import], key: energy }
      product-catalogue:
        company: Plant Ltd
        company-ids: ["urn:example:plant"]
        standards: [PACT-3.0]
        characterization: [AR6]
        products:
          - { id: cup, name: Cup, description: A fired cup, ids: ["urn:example:cup"],
              mass-kg: "0.25", fossil-carbon-kg: "0", exempted-percent: "40",
              exempted-description: Clay and glaze, boundary: Firing,
              data-quality: { technological: "1", geographical: "2", temporal: "2.50" } }
      """;

  @TempDir Path folder;
  private HttpFixture server;
  private JournalBuilder journal;

  @BeforeEach
  void start() throws IOException {
    Path accounts = Files.createDirectory(folder.resolve("accounts"));
    Files.writeString(accounts.resolve("plant.accounts.yaml"), ACCOUNTS);
    server = new HttpFixture(ServerOptions.in(folder.resolve("data")).withAccounts(accounts));
    journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    quarter(0, List.of(new Payload.StateTime("oven", "RUNNING", 900)));
    quarter(
        900,
        List.of(
            new Payload.StateTime("oven", "RUNNING", 450),
            new Payload.StateTime("oven", "SETUP", 450)));
    server.pushAll("plant", journal);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void quarter(long second, List<Payload.StateTime> states) {
    journal.quarter(
        START.plusSeconds(second),
        Map.of(
            TestSites.IMPORT, JournalBuilder.measured(1000),
            TestSites.EXPORT, JournalBuilder.measured(0),
            TestSites.PV, JournalBuilder.measured(500),
            TestSites.FEEDER, JournalBuilder.measured(900),
            TestSites.OVEN, JournalBuilder.measured(700),
            TestSites.PRESS, JournalBuilder.measured(200)),
        states);
  }

  // the second time nothing is new, and the third is refused: neither is a step
  @Test
  void whoImportedWhatIsInTheAuditTrail() {
    post(two());
    post(two());
    send(RUNS + "/import", "text/csv", HEADING + "x", "other");

    JsonNode records = server.json("/api/v1/audit?site=plant").path("records");

    assertThat(records).hasSize(1);
    assertThat(records.findValuesAsText("action")).containsExactly("production-imported");
    assertThat(records.findValuesAsText("person")).containsExactly("mes");
    assertThat(records.findValuesAsText("subject")).containsExactly("runs from a");
    assertThat(records.findValuesAsText("runs")).containsExactly("2");
  }

  @Test
  void productsOrdersAndMonthsAreAsWorkedByHand() {
    assertThat(post(two()).body()).isEqualTo("{\"added\":2,\"unchanged\":0}");

    JsonNode june = server.json(JUNE);

    // first quarter hour: all 1,500 Wh are A's: 700 direct, 200 press, 600 rest.
    // second: the oven's 700 Wh at 450 s each are 350 for B and 350 set-up; B has press and rest
    assertThat(CONTRACT.faults("Products", june)).isEmpty();
    JsonNode cup = june.path("products").get(0);
    assertThat(cup.path("product").asText()).isEqualTo("cup");
    assertThat(cup.path("directWh").asLong()).isEqualTo(700);
    assertThat(cup.path("sharedWh").asLong()).isEqualTo(800);
    JsonNode plate = june.path("products").get(1);
    assertThat(plate.path("directWh").asLong()).isEqualTo(350);
    assertThat(plate.path("sharedWh").asLong()).isEqualTo(800);
    assertThat(june.at("/setUp/energyWh").asLong()).isEqualTo(350);
    assertThat(june.at("/idle/energyWh").asLong()).isZero();
    assertThat(june.at("/unallocated/energyWh").asLong()).isZero();
    assertThat(june.at("/total/energyWh").asLong()).isEqualTo(3000);
    // each quarter hour emits what 1,000 Wh of import do, over 1,500 Wh; cup has the whole first
    JsonNode year = server.json("/api/v1/sites/plant/years/2025").at("/totals");
    assertThat(june.at("/total/locationKg").asText()).isEqualTo(year.path("locationKg").asText());
    assertThat(june.at("/total/marketKg").asText()).isEqualTo(year.path("marketKg").asText());
    assertThat(kilograms(cup, "locationKg").multiply(java.math.BigDecimal.valueOf(2)))
        .isEqualByComparingTo(year.path("locationKg").asText());
    assertThat(kilograms(cup, "locationKgPerUnit").multiply(java.math.BigDecimal.TEN))
        .isEqualByComparingTo(kilograms(cup, "locationKg"));
    JsonNode order = server.json("/api/v1/sites/plant/orders/B");
    assertThat(CONTRACT.faults("ProductionOrder", order)).isEmpty();
    assertThat(order.at("/total/energyWh").asLong()).isEqualTo(1150);
    assertThat(order.at("/runs/0/from").asText()).isEqualTo("2025-06-02T02:22:30Z");
    JsonNode months = server.json("/api/v1/sites/plant/products/months/2025");
    assertThat(CONTRACT.faults("ProductMonths", months)).isEmpty();
    assertThat(months.path("months")).hasSize(1);
    assertThat(months.at("/months/0/total")).isEqualTo(june.path("total"));
  }

  @Test
  void anyDaysAddUpToTheirMonth() {
    post(two());

    JsonNode day = server.json("/api/v1/sites/plant/products?from=2025-06-02&to=2025-06-03");

    assertThat(day.path("total")).isEqualTo(server.json(JUNE).path("total"));
    assertThat(server.get("/api/v1/sites/plant/products?from=2025-06-10&to=2025-06-11").body())
        .contains("no-data");
  }

  @Test
  void aRunThatIsSentAgainChangesNothing() {
    post(two());
    JsonNode before = server.json(JUNE);

    HttpResponse<String> again = importCsv(HEADING + lineOfA("10") + lineOfB());

    assertThat(again.body()).isEqualTo("{\"added\":0,\"unchanged\":2}");
    assertThat(server.json(JUNE)).isEqualTo(before);
    assertThat(server.json(RUNS + "?month=2025-06").path("runs")).hasSize(2);
    assertThat(CONTRACT.faults("ProductionRuns", server.json(RUNS + "?month=2025-06"))).isEmpty();
  }

  @Test
  void runsAndReadingsThatComeLaterAreInTheFiguresAtOnce() {
    assertThat(server.json(JUNE).path("products")).isEmpty();
    post(two());
    assertThat(server.json(JUNE).path("products")).hasSize(2);

    journal.correct(START, TestSites.OVEN, JournalBuilder.measured(800));
    long size = journal.tip().sequence();
    server.push("plant", journal.body(size, size));

    assertThat(server.json(JUNE).at("/products/0/directWh").asLong()).isEqualTo(800);
  }

  @Test
  void allFaultsOfAFileAreToldByRowAndColumnAndNothingIsStored() {
    String file =
        HEADING
            + lineOfA("10")
            + "x,X,cup,ofen,2025-06-02T11:00:00+08:00,2025-06-02T11:30:00+08:00,1,0\n"
            + "y,Y,cup,oven,2025-06-02T12:00:00+08:00,2025-06-02T11:30:00+08:00,1,0\n"
            + "z,Z Z,cup,oven,2025-06-02 12:00,2025-06-02T13:30:00+08:00,-1,0.5\n"
            + "v,V,cup,oven,2025-06-02T10:05:00+08:00,2025-06-02T10:10:00+08:00,1,0\n"
            + "short,row\n"
            + lineOfA("11");

    HttpResponse<String> refused = importCsv(file);

    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode problem = HttpFixture.parse(refused.body());
    assertThat(CONTRACT.faults("Problem", problem)).isEmpty();
    List<String> places =
        StreamSupport.stream(problem.path("faults").spliterator(), false)
            .map(fault -> fault.path("row").asText() + " " + fault.path("column").asText())
            .toList();
    assertThat(places)
        .containsExactly(
            "3 machine", "4 to", "5 from", "5 good", "5 order", "5 scrap", "6 from", "7 ", "8 run");
    assertThat(problem.path("faults").get(0).path("detail").asText())
        .contains("heat, oven")
        .contains("\"ofen\"");
    assertThat(problem.path("faults").get(6).path("detail").asText()).contains("beside run a");
    assertThat(server.json(RUNS + "?month=2025-06").path("runs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b|expected a heading of run,order",
        "|expected a heading, found an empty file",
        "\"a\"b|expected CSV",
      })
  void whatIsNoSuchFileIsRefused(String file, String detail) {
    HttpResponse<String> refused = importCsv(file == null ? "" : file);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|expected JSON",
        "{}|expected an object with a list",
        "{\"runs\":[3]}|expected 1 to 64 letters",
        "{\"runs\":[{\"run\":\"a\",\"color\":\"red\"}]}|row 1 color: expected one of run, order",
      })
  void whatIsNoSuchJsonIsRefused(String body, String detail) {
    HttpResponse<String> refused = post(body);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body().replace("\\\"", "\"")).contains(detail);
  }

  @Test
  void whoWritesIsNamedAndTheSiteIsKnown() {
    byte[] body = two().getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> nobody = server.post(RUNS, "application/json", body);
    HttpResponse<String> badName = send(RUNS, "application/json", two(), "Anna Li");
    HttpResponse<String> nowhere =
        send("/api/v1/sites/nowhere/production-runs", "application/json", two(), "mes");
    HttpResponse<String> wrongType = send(RUNS, "text/plain", two(), "mes");

    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.body()).contains("Zerofactory-Person");
    assertThat(badName.statusCode()).isEqualTo(400);
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(wrongType.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "400,month,/products?month=2025-6",
    "400,from,/products",
    "400,to,/products?from=2025-06-02&to=2025-06-02",
    "400,to,/products?from=2025-06-02&to=2027-06-02",
    "400,method,/products/cup/footprint?month=2025-06&method=both",
    "404,no-data,/products?month=2024-06",
    "404,no-data,/products/months/2024",
    "404,no-data,/orders/none",
    "404,no-data,/products/cup/footprint?month=2024-06",
    "409,product-catalogue,/products/plate/footprint?month=2025-06",
    "409,good pieces,/products/cup/footprint?month=2025-06"
  })
  void wrongAndEmptyQuestionsAreProblems(int status, String detail, String path) {
    HttpResponse<String> answer = server.get("/api/v1/sites/plant" + path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(detail);
  }

  @Test
  void aFootprintHoldsItsSchemaAndChangesBecomeNewVersions() {
    post(two());
    String path = "/api/v1/sites/plant/products/cup/footprint?month=2025-06";

    JsonNode first = server.json(path);
    JsonNode again = server.json(path);
    importCsv(HEADING + "c,C,cup,oven,2025-06-03T10:00:00+08:00,2025-06-03T10:30:00+08:00,2,0\n");
    JsonNode second = server.json(path);

    assertThat(Footprints.own().faults(first)).isEmpty();
    assertThat(again).isEqualTo(first);
    assertThat(second.path("id")).isNotEqualTo(first.path("id"));
    assertThat(second.at("/precedingPfIds/0")).isEqualTo(first.path("id"));
    assertThat(Footprints.own().faults(second)).isEmpty();
    assertThat(first.at("/pcf/referencePeriodStart").asText()).isEqualTo("2025-05-31T16:00:00Z");
    assertThat(first.at("/pcf/geographyCountry").asText()).isEqualTo("CN");
    assertThat(first.at("/pcf/dqi/temporalDQR").asText()).isEqualTo("2.5");
    assertThat(first.at("/pcf/primaryDataShare").asText()).isEqualTo("100");
    assertThat(first.at("/pcf/exemptedEmissionsDescription").asText())
        .contains("upstream materials")
        .contains("Clay and glaze");
    assertThat(first.path("comment").asText()).contains("SIMULATED").contains("location-based");
    Footprints.published().ifPresent(schema -> assertThat(schema.faults(first)).isEmpty());
    Footprints.published().ifPresent(schema -> assertThat(schema.faults(second)).isEmpty());
  }

  @Test
  void aFootprintCarriesItsPartOfSetUp() {
    post(two());
    JsonNode june = server.json(JUNE);
    JsonNode footprint =
        server.json("/api/v1/sites/plant/products/cup/footprint?month=2025-06&method=market");

    // set-up at 1,500 : 1,150 Wh of cup and plate, over 10 good cups
    java.math.BigDecimal setUp = new java.math.BigDecimal(june.at("/setUp/marketKg").asText());
    java.math.BigDecimal expected =
        kilograms(june.path("products").get(0), "marketKg")
            .add(
                setUp
                    .multiply(java.math.BigDecimal.valueOf(1500))
                    .divide(
                        java.math.BigDecimal.valueOf(2650), 9, java.math.RoundingMode.HALF_EVEN))
            .divide(java.math.BigDecimal.TEN, 9, java.math.RoundingMode.HALF_EVEN);
    assertThat(new java.math.BigDecimal(footprint.at("/pcf/pcfExcludingBiogenicUptake").asText()))
        .isEqualByComparingTo(expected);
  }

  private static java.math.BigDecimal kilograms(JsonNode of, String field) {
    return new java.math.BigDecimal(of.path(field).asText());
  }

  private static String two() {
    return """
        {"runs": [
          {"run": "a", "order": "A", "product": "cup", "machine": "oven",
           "from": "2025-06-02T10:00:00+08:00", "to": "2025-06-02T10:15:00+08:00",
           "good": 10, "scrap": 1},
          {"run": "b", "order": "B", "product": "plate", "machine": "oven",
           "from": "2025-06-02T02:22:30Z", "to": "2025-06-02T02:30:00Z", "good": 5, "scrap": 0}]}
        """;
  }

  private static String lineOfA(String good) {
    return "a,A,cup,oven,2025-06-02T10:00:00+08:00,2025-06-02T10:15:00+08:00," + good + ",1\n";
  }

  private static String lineOfB() {
    return "b,B,plate,oven,2025-06-02T10:22:30+08:00,2025-06-02T10:30:00+08:00,5,0\n";
  }

  private HttpResponse<String> post(String json) {
    return send(RUNS, "application/json", json, "mes");
  }

  private HttpResponse<String> importCsv(String file) {
    return send(RUNS + "/import", "text/csv", file, "mes");
  }

  private HttpResponse<String> send(String path, String type, String body, String person) {
    return new Office(server).post(person, path, type, body.getBytes(StandardCharsets.UTF_8));
  }
}
