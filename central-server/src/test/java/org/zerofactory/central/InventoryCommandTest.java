package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code zerofactory inventory}, and the schema of what it and the server give. */
final class InventoryCommandTest {

  /** 2025-01-01 in Shanghai. */
  private static final Instant START = Instant.parse("2024-12-31T16:00:00Z");

  private static final String INVENTORIES = Office.SITE + "/inventories";

  private static final Map<String, Long> READINGS =
      Map.of(
          TestSites.IMPORT,
          1_000_000L,
          TestSites.EXPORT,
          0L,
          TestSites.PV,
          200_000L,
          TestSites.GAS,
          1_000L,
          TestSites.FEEDER,
          900_000L,
          TestSites.OVEN,
          800_000L);

  @TempDir Path folder;
  private HttpFixture server;
  private Office office;
  private JournalBuilder journal;

  private record Answer(int exitCode, String out, String err) {}

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    office = new Office(server);
    journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < 8; i++) {
      journal.quarter(START.plusSeconds(900L * i), READINGS);
    }
    server.pushAll("plant", journal);
    String id =
        office.entered(
            "wang.li",
            """
            {"category": "fugitive", "subject": "chiller", "from": "2025-01-05",
             "to": "2025-01-06", "amount": "2.5", "unit": "kg", "factorSeries": "r-410a",
             "document": "%s"}
            """
                .formatted(office.document("service sheet")));
    office.approved("chen.mei", id);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theServersAnswersHoldThePublishedSchema() {
    JsonSchema schema = schema();

    JsonNode draft = office.did("wang.li", INVENTORIES, "{\"year\": 2025}");
    office.did("wang.li", INVENTORIES + "/I-1/review", "");
    JsonNode published = office.did("chen.mei", INVENTORIES + "/I-1/publish", "");
    office.did("wang.li", INVENTORIES + "/I-1/restate", "{\"reason\": \"again\"}");
    JsonNode restatement = server.json(INVENTORIES + "/I-2");
    JsonNode preview = server.json(Office.SITE + "/inventory?year=2025&method=cn-ets&gwp=AR4");
    JsonNode refused = server.json(Office.SITE + "/inventory?year=2010");

    for (JsonNode answer : List.of(draft, published, restatement, preview, refused)) {
      assertThat(faults(schema, answer)).as(answer.path("status").asText()).isEmpty();
    }
    assertThat(faults(schema, HttpFixture.parse("{\"id\": 1}"))).isNotEmpty();
  }

  // r-410a is half HFC-32, half HFC-125: 1.25 kg each; AR6: 771 and 3,740 -> 5,638.75 kg CO2e
  @Test
  void asJsonItIsWhatTheServerGives() {
    Answer answer = run("--year", "2025", "--json", "--server", server.uri("/").toString());

    assertThat(answer.exitCode).as(answer.err).isZero();
    JsonNode inventory = HttpFixture.parse(answer.out);
    assertThat(faults(schema(), inventory)).isEmpty();
    assertThat(inventory).isEqualTo(server.json(Office.SITE + "/inventory?year=2025"));
    assertThat(inventory.at("/content/inventory/totals/byCategoryUg/fugitive").asText())
        .isEqualTo("5638750000000");
    assertThat(inventory.at("/content/inventory/totals/gasesByScopeUg/1/HFC").asText())
        .isEqualTo("5638750000000");
  }

  // own reduction: 8 x 200 kWh of sun; 3,000 kg of credits, 2,000 kg of them retired
  @Test
  void offsetsStandApartAndChangeNoOtherFigure() {
    JsonNode before = server.json(Office.SITE + "/inventory?year=2025").path("content");
    String offsets = Office.SITE + "/offsets";
    String id = office.did("wang.li", offsets, credit(1, 2)).path("id").asText();
    office.did(
        "wang.li",
        offsets + "/" + id + "/retirement",
        "{\"day\":\"2025-12-01\",\"beneficiary\":\"plant\",\"document\":\""
            + office.document("statement")
            + "\"}");
    office.did("wang.li", offsets, credit(3, 3));

    JsonNode after = server.json(Office.SITE + "/inventory?year=2025");

    assertThat(faults(schema(), after)).isEmpty();
    JsonNode content = after.path("content");
    JsonNode credits = content.path("offsets");
    assertThat(before.at("/offsets/entries")).isEmpty();
    assertThat(credits.path("registeredKg").asText()).isEqualTo("3000");
    assertThat(credits.path("countedKg").asText()).isEqualTo("2000");
    assertThat(credits.at("/entries/0/notCounted").isNull()).isTrue();
    assertThat(credits.at("/entries/1/notCounted").asText()).isEqualTo("not-retired");
    long gross = new java.math.BigDecimal(totals(content, "scope1Ug")).longValueExact();
    gross += new java.math.BigDecimal(totals(content, "scope2LocationUg")).longValueExact();
    assertThat(credits.at("/locationBased/grossUg").asText()).isEqualTo(String.valueOf(gross));
    assertThat(credits.at("/locationBased/uncoveredUg").asText())
        .isEqualTo(String.valueOf(gross - 2_000_000_000_000L));
    for (String part : List.of("inventory", "savings", "uncertainty", "inputs")) {
      assertThat(content.path(part)).as(part).isEqualTo(before.path(part));
    }
    JsonNode january = server.json(Office.SITE + "/inventory?from=2025-01&to=2025-02");
    assertThat(january.at("/content/offsets").isNull()).isTrue();
    Answer text = run("--year", "2025", "--server", server.uri("/").toString());
    assertThat(text.out)
        .contains("Carbon credits, apart", "vcs VCU-9 3-3", "1000 kg, removal, not countable:");
  }

  private static String totals(JsonNode content, String field) {
    return content.at("/inventory/totals/" + field).asText();
  }

  private static String credit(long first, long last) {
    return """
        {"year": 2025, "registry": "vcs", "block": "VCU-9", "firstSerial": %d, "lastSerial": %d,
         "project": "forest 7", "methodology": "VM0047", "kind": "removal", "vintage": 2023,
         "kilograms": %d}
        """
        .formatted(first, last, (last - first + 1) * 1000);
  }

  @Test
  void itReadsADatabaseWithoutAServer() {
    String expected = server.get(Office.SITE + "/inventory?year=2025").body();
    server.close();

    Answer answer = run("--year", "2025", "--json", "--data", folder.toString());

    assertThat(answer.exitCode).as(answer.err).isZero();
    assertThat(answer.out.strip()).isEqualTo(expected);
  }

  @Test
  void asATableItNamesScopesFactorsAndDoubts() {
    String base = server.uri("/").toString();

    Answer english = run("--year", "2025", "--server", base);
    Answer chinese = run("--year", "2025", "--server", base, "--lang", "zh");

    assertThat(english.exitCode).as(english.err).isZero();
    assertThat(english.out)
        .contains("SIMULATED SITE")
        .containsPattern("Scope 2, location-based +4\\.245 t CO2e")
        .containsPattern("Scope 1 +5\\.656 t CO2e")
        .containsPattern("fugitive +5\\.639 t CO2e")
        .containsPattern("cn-national-average-2023 +.*provisional")
        .contains("Monte Carlo", "not stated", "tce", "approved entries");
    assertThat(chinese.out).contains("温室气体清单", "范围一", "综合能耗", "模拟工厂");
  }

  @Test
  void itShowsWhatChanged() {
    office.did("wang.li", INVENTORIES, "{\"year\": 2025, \"gwp\": \"AR5\"}");
    String base = server.uri("/").toString();

    Answer table = run("--year", "2025", "--server", base, "--diff", "I-1");
    Answer json = run("--year", "2025", "--server", base, "--diff", "I-1", "--json");

    assertThat(table.exitCode).as(table.err).isZero();
    assertThat(table.out)
        .contains("Changes from I-1 to 2025", "chiller at plant, fugitive, month 1")
        .containsPattern("materiality threshold, 5 % +0\\.454 t CO2e")
        .containsPattern("sum of the sizes of all changes +0\\.830 t CO2e")
        .containsPattern("material +yes");
    // AR5: 677 and 3,170 -> 4,808.75 kg, 830 kg less than by AR6
    assertThat(HttpFixture.parse(json.out).at("/location/differenceUg").asText())
        .isEqualTo("830000000000");
    assertThat(HttpFixture.parse(json.out).at("/location/activityUg").asText()).isEqualTo("0");
  }

  // of the feeder's 900 kWh the oven counts 800: one meter's amount is in several places
  @Test
  void rowsOfOneMeterDifferByLineAndMachine() {
    office.did("wang.li", INVENTORIES, "{\"year\": 2025}");
    office.did("wang.li", INVENTORIES + "/I-1/review", "");
    long size = journal.quarter(START.plusSeconds(900L * 8), READINGS).tip().sequence();
    server.push("plant", journal.body(size, size));

    Answer table = run("--year", "2025", "--server", server.uri("/").toString(), "--diff", "I-1");

    List<String> rows = table.out.lines().filter(row -> row.contains("grid at ")).toList();
    assertThat(rows).hasSizeGreaterThan(1).anyMatch(row -> row.contains("grid at plant/heat"));
    assertThat(rows.stream().map(row -> row.substring(0, row.indexOf(", month "))))
        .doesNotHaveDuplicates();
  }

  @Test
  void helpNamesTheCommandAsItIsTyped() {
    assertThat(run("--help").out).startsWith("Usage: zerofactory inventory --year=YYYY [OPTIONS]");
  }

  @Test
  void withoutAServerItSaysWhatToStart() {
    String nobody = "http://127.0.0.1:" + freePort() + "/";

    Answer answer = run("--year", "2025", "--server", nobody);

    assertThat(answer.exitCode).isEqualTo(CentralServer.NOT_REACHABLE);
    assertThat(answer.err).contains("no server answers at " + nobody, "zerofactory server run");
    assertThat(answer.out).isEmpty();
  }

  @Test
  void wrongUseIsNamed() {
    String base = server.uri("/").toString();

    Answer noYear = run("--server", base);
    Answer wrongYear = run("--year", "25", "--server", base);
    Answer wrongLanguage = run("--year", "2025", "--server", base, "--lang", "fr");
    Answer wrongSite = run("--year", "2025", "--server", base, "--site", "nowhere");
    Answer noDatabase = run("--year", "2025", "--data", folder.resolve("empty").toString());
    Answer both = run("--year", "2025", "--data", folder.toString(), "--server", base);
    Answer noData = run("--year", "2010", "--server", base, "--json");

    assertThat(noYear.exitCode).isEqualTo(2);
    assertThat(wrongYear.exitCode).isEqualTo(1);
    assertThat(wrongYear.err).contains("year", "a year from 1970 to 2099");
    assertThat(wrongLanguage.exitCode).isEqualTo(2);
    assertThat(wrongSite.exitCode).isEqualTo(1);
    assertThat(wrongSite.err).contains("nowhere");
    assertThat(noDatabase.exitCode).isEqualTo(4);
    assertThat(noDatabase.err).contains("found no central.db");
    assertThat(both.exitCode).isEqualTo(2);
    assertThat(noData.exitCode).isEqualTo(1);
    assertThat(HttpFixture.parse(noData.out).at("/refusals/0/kind").asText()).isEqualTo("no-data");
  }

  private static int freePort() {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static Answer run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("inventory"));
    all.addAll(List.of(arguments));
    CommandLine command =
        CentralServer.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exitCode = command.execute(all.toArray(String[]::new));
    return new Answer(exitCode, out.toString(), err.toString());
  }

  private JsonSchema schema() {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(server.json("/api/v1/schemas/inventory.json"));
  }

  private static String faults(JsonSchema schema, JsonNode answer) {
    return schema.validate(answer).stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
