package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.web.OpenApi;
import org.zerofactory.domain.journal.Hash;

/** An organisation with two sites, from their meters to a published inventory and beyond. */
final class OrganisationOverHttpTest {

  /** 2025-01-01 in Shanghai. */
  private static final Instant START = Instant.parse("2024-12-31T16:00:00Z");

  private static final String GROUP = "/api/v1/organisations/group";
  private static final String YEAR = "{\"year\": 2025}";

  @TempDir Path folder;
  private Path accounts;
  private HttpFixture server;
  private Office office;
  private JournalBuilder plant;
  private JournalBuilder mill;

  @BeforeEach
  void start() throws IOException {
    accounts = Files.createDirectory(folder.resolve("accounts"));
    organisation("  - id: plant\n  - id: mill\n");
    accounts("plant", "");
    accounts("mill", "");
    open();
    plant = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    mill = JournalBuilder.of(TestSites.site("mill", "Asia/Shanghai"));
    for (int i = 0; i < 4; i++) {
      plant.quarter(START.plusSeconds(900L * i), reading(1_000_000));
      mill.quarter(START.plusSeconds(900L * i), reading(250_000));
    }
    server.pushAll("plant", plant);
    server.pushAll("mill", mill);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  // plant 4,000 kWh, mill 1,000 kWh: 5,000 x 0.5306 = 2,653 kg; category 3: 5,000 x (0.05 + 0.025)
  // plant alone: 4,000 x (0.5306 + 0.075) kg, and 4,000 L of gas of 2.162188809 kg/m3
  @Test
  void theInventoryOfAnOrganisationIsTheSumOfItsSites() {
    JsonNode preview = server.json(GROUP + "/inventory?year=2025");

    JsonNode totals = preview.at("/content/inventory/totals");
    assertThat(totals.path("scope2LocationUg").asText()).isEqualTo("2653000000000");
    assertThat(totals.path("scope3Ug").asText()).isEqualTo("375000000000");
    assertThat(totals.at("/byScope3CategoryUg/3").asText()).isEqualTo("375000000000");
    assertThat(totals.at("/byIsoCategoryUg/4").asText()).isEqualTo("375000000000");
    assertThat(totals.at("/bySiteUg/plant").asText()).isEqualTo("2431048755236");
    for (String name :
        new String[] {"scope1Ug", "scope2LocationUg", "scope2MarketUg", "scope3Ug"}) {
      long sum = 0;
      for (String site : new String[] {"plant", "mill"}) {
        JsonNode own = server.json("/api/v1/sites/" + site + "/inventory?year=2025");
        sum += Long.parseLong(own.at("/content/inventory/totals/" + name).asText());
      }
      assertThat(totals.path(name).asText()).as(name).isEqualTo(String.valueOf(sum));
    }
    assertThat(preview.at("/content/sites").findValuesAsText("id"))
        .containsExactly("mill", "plant");
    assertThat(preview.at("/content/inventory/disclosures").toString())
        .contains("unverified-factor", "cn-example-losses-electricity-2024", "EXAMPLE");
    JsonNode coal = preview.at("/content/sites").get(0).at("/standardCoal/totalUgce");
    JsonNode more = preview.at("/content/sites").get(1).at("/standardCoal/totalUgce");
    assertThat(preview.at("/content/standardCoal/totalUgce").asLong())
        .isPositive()
        .isEqualTo(coal.asLong() + more.asLong());
    assertThat(faults(preview)).isEmpty();
  }

  @Test
  void linesOfCategoryThreeRestOnTheMetersOfScopeTwo() {
    JsonNode lines = server.json(GROUP + "/inventory?year=2025").at("/content/inventory/lines");

    long upstream = 0;
    for (JsonNode line : lines) {
      if (line.path("category").asText().equals("fuel-and-energy")) {
        upstream++;
        assertThat(line.path("source").asText()).isEqualTo("grid");
        assertThat(line.at("/amount/value").asText())
            .isEqualTo(line.path("site").asText().equals("plant") ? "4000000" : "1000000");
        assertThat(line.path("isoCategory").asInt()).isEqualTo(4);
      }
    }
    assertThat(upstream).isEqualTo(4); // two series of two sites
  }

  @Test
  void reviewNeedsAPublishedInventoryOfEachSite() {
    office.did("wang.li", GROUP + "/inventories", YEAR);
    publishSite("plant", YEAR);
    publishSite("mill", "{\"year\": 2025, \"gwp\": \"AR5\"}");

    JsonNode draft = server.json(GROUP + "/inventories/I-1");
    JsonNode problem =
        Office.refused(
            office.post("wang.li", GROUP + "/inventories/I-1/review", ""),
            409,
            "inventory-refused");

    assertThat(draft.at("/refusals/0/kind").asText()).isEqualTo("other-terms");
    assertThat(problem.path("detail").asText())
        .contains(
            "site mill", "by ghg-protocol with AR6, found I-1 of", "by ghg-protocol with AR5");
    assertThat(problem.path("detail").asText()).doesNotContain("site plant");
  }

  @Test
  void itIsReviewedPublishedAndRestatedLikeThatOfASite() throws IOException {
    publishBoth();

    JsonNode published = publishGroup("I-1");

    String content = server.get(GROUP + "/inventories/I-1/content").body();
    assertThat(Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex())
        .isEqualTo(published.path("sha256").asText());
    assertThat(published.path("organisation").asText()).isEqualTo("group");
    JsonNode inputs = published.at("/content/inputs");
    assertThat(inputs.path("inventories").findValuesAsText("inventory")).containsOnly("I-1");
    assertThat(inputs.at("/inventories/1/sha256"))
        .isEqualTo(server.json("/api/v1/sites/plant/inventories/I-1").path("sha256"));
    assertThat(inputs.path("journals").findValuesAsText("site")).containsExactly("mill", "plant");
    assertThat(faults(published)).isEmpty();

    more(mill, "mill", 4, 1_000_000);
    office.put("wang.li", GROUP + "/base-year", "{\"year\": 2025, \"reason\": \"first\"}");
    JsonNode check = server.json(GROUP + "/base-year").path("recalculation");
    assertThat(check.path("causes").findValuesAsText("cause")).containsExactly("error");
    assertThat(check.path("cumulativeUg")).isEqualTo(check.path("effectUg"));
    JsonNode now = server.json(GROUP + "/inventories/I-1");
    assertThat(now.at("/restatementAdvised/scope2LocationUg").asText()).isEqualTo("530600000000");
    office.did("wang.li", GROUP + "/inventories/I-1/restate", "{\"reason\": \"late readings\"}");
    JsonNode problem =
        Office.refused(
            office.post("wang.li", GROUP + "/inventories/I-2/review", ""),
            409,
            "inventory-refused");
    assertThat(problem.path("detail").asText()).contains("site mill", "restate it first");

    office.did("wang.li", "/api/v1/sites/mill/inventories/I-1/restate", "{\"reason\": \"late\"}");
    sign("/api/v1/sites/mill/inventories/I-2");
    sign(GROUP + "/inventories/I-2");
    JsonNode diff = server.json(GROUP + "/inventories/I-2/diff?with=I-1");

    assertThat(OpenApi.packaged().faults("InventoryDiff", diff)).isEmpty();
    assertThat(diff.at("/location/changes").findValuesAsText("source")).contains("grid", "gas");
    assertThat(diff.at("/location/changes").findValuesAsText("site")).containsOnly("mill");
    assertThat(diff.at("/location/sites/1/differenceUg").asText()).isEqualTo("0"); // plant
    assertThat(diff.at("/location/causes/0/cause").asText()).isEqualTo("error");
    assertThat(faults(server.json(GROUP + "/inventories/I-2"))).isEmpty();
    assertThat(server.json(GROUP + "/inventories/I-1").path("status").asText())
        .isEqualTo("restated");
  }

  // a third site of 1,000 kWh: 530.6 kg and 75 kg of category 3, and its gas
  @Test
  void anAcquiredSiteIsAStructuralChangeOfTheBaseYear() throws IOException {
    publishBoth();
    publishGroup("I-1");
    office.put(
        "wang.li",
        GROUP + "/base-year",
        "{\"year\": 2025, \"thresholdPercent\": 5, \"reason\": \"first year\"}");
    JournalBuilder yard = JournalBuilder.of(TestSites.site("yard", "Asia/Shanghai"));
    yard.quarter(START, reading(1_000_000));
    server.pushAll("yard", yard);
    server.close();
    accounts("yard", "");
    organisation(
        """
          - id: plant
          - id: mill
          - id: yard
        structural-changes:
          - { site: yard, kind: acquisition, on: 2026-03-01, reason: bought from a neighbour }
        """);
    open();

    JsonNode answer = server.json(GROUP + "/base-year");

    assertThat(OpenApi.packaged().faults("BaseYear", answer)).isEmpty();
    JsonNode check = answer.path("recalculation");
    assertThat(check.path("isNeeded").asBoolean()).isTrue();
    assertThat(check.path("causes").findValuesAsText("cause")).containsExactly("structure");
    assertThat(check.path("cumulativeUg")).isEqualTo(check.path("effectUg"));
    assertThat(check.at("/causes/0/parts").findValuesAsText("reason"))
        .containsOnly(
            "site yard came into the boundary (acquisition on 2026-03-01: bought from a"
                + " neighbour)");
    assertThat(check.at("/causes/0/parts").findValuesAsText("effectUg"))
        .contains("530600000000", "75000000000");
  }

  // 4,000 kWh x (0.05 + 0.025) = 300 kg, of 2,122.4 kg and 8.6 kg of gas more than 5 %
  @Test
  void aCategoryThatIsNewlyAccountedIsAChangeOfMethodOfTheBaseYear() throws IOException {
    server.close();
    accounts("plant", "# no upstream series yet\n");
    open();
    publishSite("plant", YEAR);
    office.put("wang.li", Office.SITE + "/base-year", "{\"year\": 2025, \"reason\": \"first\"}");
    server.close();
    accounts("plant", "");
    open();

    JsonNode check = server.json(Office.SITE + "/base-year").path("recalculation");

    assertThat(check.path("causes").findValuesAsText("cause")).containsExactly("method");
    assertThat(check.path("cumulativeUg").asText()).isEqualTo("300000000000");
    assertThat(check.at("/causes/0/parts/0/reason").asText())
        .startsWith("scope 3, category 3 is accounted now with cn-example-losses");
    assertThat(check.path("isNeeded").asBoolean()).isTrue();
  }

  @Test
  void aSiteWithoutDataIsNamedAndNothingIsASilentZero() throws IOException {
    server.close();
    organisation("  - id: plant\n  - id: nowhere\n");
    open();

    JsonNode preview = server.json(GROUP + "/inventory?year=2025");

    assertThat(preview.path("content").isNull()).isTrue();
    assertThat(preview.at("/refusals/0/kind").asText()).isEqualTo("missing-site");
    assertThat(preview.at("/refusals/0/place").asText()).isEqualTo("site nowhere");
    assertThat(faults(preview)).isEmpty();
  }

  @Test
  void anUpstreamSeriesThatIsNotThereIsRefusedWithPlaceAndReason() throws IOException {
    server.close();
    accounts("mill", "upstream:\n  electricity: [no-such-series]\n");
    open();

    JsonNode preview = server.json(GROUP + "/inventory?year=2025");

    assertThat(preview.path("content").isNull()).isTrue();
    assertThat(preview.at("/refusals/0/kind").asText()).isEqualTo("missing-factor");
    assertThat(preview.at("/refusals/0/place").asText()).contains("meter grid of site mill");
    assertThat(preview.at("/refusals/0/text").asText()).contains("no-such-series", "2025-01-01");
  }

  @Test
  void organisationsAreListedAndAnUnknownOneIsNotFound() {
    JsonNode all = server.json("/api/v1/organisations");

    assertThat(OpenApi.packaged().faults("Organisations", all)).isEmpty();
    assertThat(all.at("/organisations/0/id").asText()).isEqualTo("group");
    Office.refused(
        server.get("/api/v1/organisations/nobody/inventory?year=2025"),
        404,
        "unknown-organisation");
    Office.refused(server.get(GROUP + "/inventories/I-9"), 404, "unknown-inventory");
  }

  @Test
  void theCommandShowsItFromAServerAndFromADatabase() {
    String url = server.uri("/").toString();

    String json = run("--organisation", "group", "--year", "2025", "--json", "--server", url);
    String text = run("--organisation", "group", "--year", "2025", "--server", url);
    String chinese =
        run("--organisation", "group", "--year", "2025", "--lang", "zh", "--server", url);
    server.close();
    String local =
        run(
            "--organisation",
            "group",
            "--year",
            "2025",
            "--json",
            "--data",
            folder.resolve("data").toString(),
            "--accounts",
            accounts.toString());

    assertThat(HttpFixture.parse(json).at("/content/inventory/totals/scope3Ug").asText())
        .isEqualTo("375000000000");
    assertThat(HttpFixture.parse(local)).isEqualTo(HttpFixture.parse(json));
    assertThat(text).contains("group", "Site mill (not published)", "Site plant", "2.653");
    assertThat(chinese).contains("工厂 mill (未发布)");
  }

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 1];
    all[0] = "inventory";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int exitCode =
        CentralServer.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all);
    assertThat(exitCode).as(err + "" + out).isZero();
    return out.toString();
  }

  private void publishBoth() {
    publishSite("plant", YEAR);
    publishSite("mill", YEAR);
  }

  private void publishSite(String site, String settings) {
    String inventories = "/api/v1/sites/" + site + "/inventories";
    office.did("wang.li", inventories, settings);
    sign(inventories + "/I-1");
  }

  private JsonNode publishGroup(String id) {
    office.did("wang.li", GROUP + "/inventories", YEAR);
    return sign(GROUP + "/inventories/" + id);
  }

  private JsonNode sign(String inventory) {
    office.did("wang.li", inventory + "/review", "");
    return office.did("chen.mei", inventory + "/publish", "");
  }

  private void more(JournalBuilder journal, String site, int from, long wattHours) {
    long first = journal.tip().sequence() + 1;
    journal.quarter(START.plusSeconds(900L * from), reading(wattHours));
    assertThat(server.push(site, journal.body(first, journal.tip().sequence())).statusCode())
        .isEqualTo(200);
  }

  private void open() {
    server = new HttpFixture(folder.resolve("data"), accounts);
    office = new Office(server);
  }

  private void organisation(String sites) throws IOException {
    Files.writeString(
        accounts.resolve("group.organisation.yaml"),
        """
        organisation: group
        name: A group of mills
        consolidation: operational-control
        sites:
        """
            + sites.indent(0));
  }

  private void accounts(String site, String upstream) throws IOException {
    String more =
        upstream.isEmpty()
            ? """
              upstream:
                electricity: [cn-example-upstream-electricity, cn-example-losses-electricity]
              """
            : upstream;
    Files.writeString(
        accounts.resolve(site + ".accounts.yaml"),
        """
        site: %s
        factors:
          location: cn-national-average
          residual: cn-national-excluding-market-traded-non-fossil
        %s"""
            .formatted(site, more));
  }

  private static Map<String, Long> reading(long wattHours) {
    return Map.of(
        TestSites.IMPORT, wattHours, TestSites.EXPORT, 0L, TestSites.PV, 0L, TestSites.GAS, 1_000L);
  }

  private String faults(JsonNode answer) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(server.get("/api/v1/schemas/inventory.json").body());
    var faults = schema.validate(answer);
    return faults.isEmpty() ? "" : faults.toString();
  }
}
