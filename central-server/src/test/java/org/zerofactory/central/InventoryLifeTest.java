package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.central.web.OpenApi;
import org.zerofactory.domain.journal.Hash;

/** Draft, in review, published, restated: over HTTP, with real journals and entries. */
final class InventoryLifeTest {

  /** 2025-01-01 in Shanghai. */
  private static final Instant START = Instant.parse("2024-12-31T16:00:00Z");

  private static final String INVENTORIES = Office.SITE + "/inventories";
  private static final String YEAR = "{\"year\": 2025, \"gwp\": \"AR5\"}";

  // 0.5 t x 43.33 GJ/t x 0.0202 tC/GJ x 0.98 x 44/12 = 1.572561246666... t
  private static final long DIESEL_UG = 1_572_561_246_667L;

  // 8,000 L x 389.31 GJ/10,000 m3 x 0.0153 tC/GJ x 0.99 x 44/12 = 17.297510472 kg
  private static final long GAS_UG = 17_297_510_472L;

  @TempDir Path folder;
  private HttpFixture server;
  private Office office;
  private JournalBuilder journal;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    office = new Office(server);
    journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < 8; i++) {
      journal.quarter(START.plusSeconds(900L * i), reading(1_000_000));
    }
    server.pushAll("plant", journal);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  // import 8 x 1 MWh; the factor of 2023 stands in: 8,000 kWh x 0.5306 kg/kWh = 4,244.8 kg
  @Test
  void aDraftHoldsScopesOneAndTwoOfMetersAndEntries() {
    enterDiesel("chen.mei");

    JsonNode draft = office.did("wang.li", INVENTORIES, YEAR);

    assertThat(draft.path("status").asText()).isEqualTo("draft");
    assertThat(draft.path("refusals")).isEmpty();
    JsonNode totals = draft.at("/content/inventory/totals");
    assertThat(totals.path("scope2LocationUg").asText()).isEqualTo("4244800000000");
    assertThat(totals.path("scope1Ug").asText()).isEqualTo(String.valueOf(DIESEL_UG + GAS_UG));
    assertThat(draft.at("/content/inputs/journals/0/size").asLong()).isEqualTo(9);
    assertThat(draft.at("/content/inputs/entries/0/approvedBy").isMissingNode()).isTrue();
    assertThat(draft.at("/content/inputs/entries/0/judgedBy").asText()).isEqualTo("chen.mei");
  }

  @Test
  void anEntryThatNobodyApprovedKeepsADraftFromReview() {
    String id = office.entered("wang.li", diesel(office.document("bill")));
    office.did("wang.li", INVENTORIES, YEAR);

    JsonNode draft = server.json(INVENTORIES + "/I-1");
    JsonNode problem =
        Office.refused(
            office.post("wang.li", INVENTORIES + "/I-1/review", ""), 409, "inventory-refused");
    office.approved("chen.mei", id);
    JsonNode reviewed = office.did("wang.li", INVENTORIES + "/I-1/review", "");

    assertThat(draft.at("/refusals/0/kind").asText()).isEqualTo("unapproved");
    assertThat(draft.at("/content/inventory/totals/scope1Ug").asText())
        .isEqualTo(String.valueOf(GAS_UG));
    assertThat(problem.path("detail").asText()).contains("entry E-1 of site plant", "wang.li");
    assertThat(reviewed.path("status").asText()).isEqualTo("in-review");
  }

  @Test
  void whatIsPublishedIsWhatAnotherPersonReviewed() {
    office.did("wang.li", INVENTORIES, YEAR);
    office.did("wang.li", INVENTORIES + "/I-1/review", "");

    Office.refused(
        office.post("wang.li", INVENTORIES + "/I-1/publish", ""), 409, "inventory-state");
    JsonNode published = office.did("chen.mei", INVENTORIES + "/I-1/publish", "");

    assertThat(published.path("status").asText()).isEqualTo("published");
    assertThat(published.path("reviewedBy").asText()).isEqualTo("chen.mei");
    String content = server.get(INVENTORIES + "/I-1/content").body();
    assertThat(Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex())
        .isEqualTo(published.path("sha256").asText());
    assertThat(published.path("content")).isEqualTo(HttpFixture.parse(content));
    assertThat(published.path("restatementAdvised").isNull()).isTrue();
  }

  @Test
  void aPublishedInventoryCannotChangeByAnyStepOrHand() throws SQLException {
    publish();
    String before = server.get(INVENTORIES + "/I-1/content").body();

    for (String step : List.of("review", "publish")) {
      Office.refused(
          office.post("zhao.an", INVENTORIES + "/I-1/" + step, ""), 409, "inventory-state");
    }
    Office.refused(
        office.post("zhao.an", INVENTORIES + "/I-1/draft", "{\"reason\":\"no\"}"),
        409,
        "inventory-state");
    try (Connection hand = DriverManager.getConnection("jdbc:sqlite:" + folder + "/central.db")) {
      for (String sql :
          List.of(
              "UPDATE inventory SET content = x'00'",
              "UPDATE inventory SET status = 'draft', content = NULL",
              "DELETE FROM inventory",
              "DELETE FROM audit",
              "UPDATE audit SET line = ''")) {
        assertThatThrownBy(() -> hand.createStatement().execute(sql))
            .as(sql)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("never");
      }
    }
    assertThat(server.get(INVENTORIES + "/I-1/content").body()).isEqualTo(before);
  }

  // 4 quarter hours more, 1 MWh each: 4,000 kWh x 0.5306 = 2,122.4 kg, and gas
  @Test
  void whatArrivesLaterChangesNothingPublishedAndAdvisesARestatement() {
    publish();
    String before = server.get(INVENTORIES + "/I-1/content").body();

    pushMore(8, 4, 1_000_000);

    JsonNode now = server.json(INVENTORIES + "/I-1");
    assertThat(server.get(INVENTORIES + "/I-1/content").body()).isEqualTo(before);
    assertThat(now.at("/restatementAdvised/scope2LocationUg").asText()).isEqualTo("2122400000000");
    assertThat(now.at("/restatementAdvised/text/en").asText())
        .contains("by 2.131 t")
        .endsWith(", material");
    assertThat(now.at("/restatementAdvised/materiality/isMaterial").asBoolean()).isTrue();
  }

  @Test
  void aRestatementNamesTheOldOneAndSaysWhatChanged() {
    publish();
    pushMore(8, 4, 1_000_000);

    Office.refused(
        office.post("wang.li", INVENTORIES + "/I-1/restate", "{}"), 409, "inventory-state");
    office.did("wang.li", INVENTORIES + "/I-1/restate", "{\"reason\": \"late readings\"}");
    Office.refused(
        office.post("zhao.an", INVENTORIES + "/I-1/restate", "{\"reason\": \"again\"}"),
        409,
        "already-restated");
    office.did("wang.li", INVENTORIES + "/I-2/review", "");
    JsonNode restated = office.did("chen.mei", INVENTORIES + "/I-2/publish", "");

    assertThat(restated.path("restates").asText()).isEqualTo("I-1");
    assertThat(restated.at("/content/restates/id").asText()).isEqualTo("I-1");
    assertThat(restated.at("/content/restates/scope2LocationUg").asText())
        .isEqualTo("2122400000000");
    JsonNode old = server.json(INVENTORIES + "/I-1");
    assertThat(old.path("status").asText()).isEqualTo("restated");
    assertThat(old.path("restatedBy").asText()).isEqualTo("I-2");
    assertThat(restated.at("/content/restates/sha256")).isEqualTo(old.path("sha256"));
    JsonNode diff = server.json(INVENTORIES + "/I-2/diff?with=I-1");
    assertThat(diff.at("/location/changes").findValuesAsText("source")).contains("grid", "gas");
    assertThat(diff.at("/location/factorUg").asText()).isEqualTo("0");
    assertThat(OpenApi.packaged().faults("InventoryDiff", diff)).isEmpty();
  }

  @Test
  void theJournalMayGrowBetweenReviewAndPublicationButNoFigureMayChange() {
    office.did("wang.li", INVENTORIES, YEAR);
    office.did("wang.li", INVENTORIES + "/I-1/review", "");

    // an event: the journal grows, no figure changes
    journal.event("source-online", START.plusSeconds(900L * 8));
    long size = journal.tip().sequence();
    assertThat(server.push("plant", journal.body(size, size)).statusCode()).isEqualTo(200);
    JsonNode published = office.did("chen.mei", INVENTORIES + "/I-1/publish", "");

    assertThat(published.at("/content/inputs/journals/0/size").asLong()).isEqualTo(9);
    office.did("wang.li", INVENTORIES, YEAR);
    office.did("wang.li", INVENTORIES + "/I-2/review", "");
    enterDiesel("chen.mei");
    JsonNode problem =
        Office.refused(
            office.post("chen.mei", INVENTORIES + "/I-2/publish", ""), 409, "inventory-state");
    assertThat(problem.path("detail").asText()).contains("changed since it was sent to review");
    JsonNode back =
        office.did("chen.mei", INVENTORIES + "/I-2/draft", "{\"reason\": \"diesel is new\"}");
    assertThat(back.path("status").asText()).isEqualTo("draft");
    assertThat(back.path("reason").asText()).isEqualTo("diesel is new");
  }

  @Test
  void theSameInputsGiveTheSameBytesAcrossARestart() {
    office.did("wang.li", INVENTORIES, YEAR);
    String before = server.get(INVENTORIES + "/I-1").body();

    server.close();
    server = new HttpFixture(folder);

    assertThat(server.get(INVENTORIES + "/I-1").body()).isEqualTo(before);
  }

  @Test
  void ofManyPublicationsAtOnceOneIsHeld() {
    office.did("wang.li", INVENTORIES, YEAR);
    office.did("wang.li", INVENTORIES + "/I-1/review", "");

    List<CompletableFuture<Integer>> answers =
        Stream.of("a", "b", "c", "d")
            .map(
                person ->
                    CompletableFuture.supplyAsync(
                        () -> office.post(person, INVENTORIES + "/I-1/publish", "").statusCode()))
            .toList();
    List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();

    assertThat(statuses).containsOnlyOnce(200).allMatch(of -> of == 200 || of == 409 || of == 503);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"year\": 25}|year|a year from 1970 to 2099",
        "{}|from|a month such as 2025-01, or a year",
        "{\"year\": 2025, \"from\": \"2025-01\"}|from|nothing beside a year",
        "{\"from\": \"2025-02\", \"to\": \"2025-02\"}|to|the month after the last",
        "{\"year\": 2025, \"method\": \"guess\"}|method|one of ghg-protocol, gb-t-32150, cn-ets",
        "{\"year\": 2025, \"gwp\": \"AR7\"}|gwp|one of AR4, AR5, AR6",
        "{\"year\": 2025, \"consolidation\": \"equity\"}|consolidation|operational-control"
      })
  void aWrongChoiceIsNamed(String body, String field, String expected) {
    JsonNode problem =
        Office.refused(office.post("wang.li", INVENTORIES, body), 422, "invalid-entry");

    assertThat(problem.at("/faults/0/column").asText()).isEqualTo(field);
    assertThat(problem.at("/faults/0/expected").asText()).startsWith(expected);
  }

  @Test
  void aMissingFactorIsNamedAndNoSilentZero() {
    String bill = office.document("bill");
    String id =
        office.entered(
            "wang.li",
            """
            {"category": "upstream-leased-assets", "subject": "depot", "from": "2019-01-01",
             "to": "2019-02-01", "amount": 5, "unit": "kWh", "factorSeries": "cn-national-average",
             "document": "%s"}
            """
                .formatted(bill));
    office.approved("chen.mei", id);

    JsonNode old = server.json(Office.SITE + "/inventory?year=2019");

    assertThat(old.path("content").isNull()).isTrue();
    assertThat(old.at("/refusals/0/kind").asText()).isEqualTo("missing-factor");
    assertThat(old.at("/refusals/0/text").asText()).contains("cn-national-average", "2019-01-01");
  }

  @Test
  void bothMethodsStandSideBySideAndExportIsNettedByOneOfThemOnly() {
    journal.quarter(
        START.plusSeconds(900L * 8),
        Map.of(TestSites.IMPORT, 0L, TestSites.EXPORT, 500_000L, TestSites.PV, 600_000L));
    long size = journal.tip().sequence();
    server.push("plant", journal.body(size, size));

    JsonNode ghg = server.json(Office.SITE + "/inventory?year=2025&method=ghg-protocol");
    JsonNode gbt = server.json(Office.SITE + "/inventory?year=2025&method=gb-t-32150");

    assertThat(ghg.at("/content/inventory/totals/scope2LocationUg").asText())
        .isEqualTo("4244800000000");
    // 500 kWh x 0.5306 = 265.3 kg
    assertThat(gbt.at("/content/inventory/methods/gb-t-32150/partsUg/exported-power").asText())
        .isEqualTo("-265300000000");
    assertThat(gbt.path("method").asText()).isEqualTo("gb-t-32150");
  }

  // one of the eight quarter hours is 1 MWh of the feeder: 900 kWh oven, 50 kWh press, 50 the rest
  @Test
  void subMetersTellLinesApartAndTheUnmeteredRestIsShown() {
    Map<String, Long> more = new HashMap<>(reading(1_000_000));
    more.put(TestSites.FEEDER, 1_000_000L);
    more.put(TestSites.OVEN, 900_000L);
    more.put(TestSites.PRESS, 50_000L);
    journal.quarter(START.plusSeconds(900L * 8), more);
    long size = journal.tip().sequence();
    server.push("plant", journal.body(size, size));

    JsonNode places =
        server.json(Office.SITE + "/inventory?year=2025").at("/content/inventory/totals/byPlaceUg");

    // 9 MWh import and no sun: 1 MWh on line heat, 8 MWh not told apart, with the gas
    assertThat(places.path("plant/heat").asText()).isEqualTo("530600000000");
    assertThat(Long.parseLong(places.path("plant").asText()))
        .isGreaterThan(8 * 530_600_000_000L)
        .isLessThan(8 * 530_600_000_000L + 30_000_000_000L);
  }

  @Test
  void theBaseYearIsRecalculatedOnceItIsOffByMoreThanTheThreshold() {
    publish();
    HttpResponse<String> chosen =
        put("wang.li", "{\"year\": 2025, \"thresholdPercent\": 30, \"reason\": \"first year\"}");
    JsonNode before = HttpFixture.parse(chosen.body());

    pushMore(8, 4, 1_000_000);
    JsonNode after = server.json(Office.SITE + "/base-year");

    assertThat(before.path("inventory").asText()).isEqualTo("I-1");
    assertThat(before.at("/recalculation/isNeeded").asBoolean(true)).isFalse();
    // half as much again: 50 % is more than 30 %
    assertThat(after.at("/recalculation/isNeeded").asBoolean()).isTrue();
    Office.refused(put("wang.li", "{\"year\": 2025, \"reason\": \"\"}"), 422, "invalid-entry");
    Office.refused(
        put("wang.li", "{\"year\": 2025, \"thresholdPercent\": 0, \"reason\": \"x\"}"),
        422,
        "invalid-entry");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Office.refused(server.get(INVENTORIES + "/I-7"), 404, "unknown-inventory");
    Office.refused(server.get(INVENTORIES + "/x"), 400, "invalid-parameter");
    Office.refused(
        office.post("wang.li", INVENTORIES + "/I-7/review", ""), 404, "unknown-inventory");
    office.did("wang.li", INVENTORIES, YEAR);
    Office.refused(server.get(INVENTORIES + "/I-1/content"), 409, "inventory-state");
    Office.refused(server.get(INVENTORIES + "/I-1/diff"), 400, "invalid-parameter");
    Office.refused(
        office.post("wang.li", INVENTORIES + "/I-1/publish", ""), 409, "inventory-state");
  }

  private void publish() {
    office.did("wang.li", INVENTORIES, YEAR);
    office.did("wang.li", INVENTORIES + "/I-1/review", "");
    office.did("chen.mei", INVENTORIES + "/I-1/publish", "");
  }

  private HttpResponse<String> put(String person, String json) {
    return office.put(person, Office.SITE + "/base-year", json);
  }

  private void enterDiesel(String approver) {
    String id = office.entered("wang.li", diesel(office.document("bill")));
    office.approved(approver, id);
  }

  private void pushMore(int from, int count, long wattHours) {
    long first = journal.tip().sequence() + 1;
    for (int i = from; i < from + count; i++) {
      journal.quarter(START.plusSeconds(900L * i), reading(wattHours));
    }
    HttpResponse<String> answer =
        server.push("plant", journal.body(first, journal.tip().sequence()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static Map<String, Long> reading(long wattHours) {
    return Map.of(
        TestSites.IMPORT, wattHours, TestSites.EXPORT, 0L, TestSites.PV, 0L, TestSites.GAS, 1_000L);
  }

  private static String diesel(String document) {
    return """
        {"category": "mobile-combustion", "subject": "yard", "description": "Forklifts",
         "from": "2025-01-01", "to": "2025-02-01", "amount": "0.5", "unit": "t",
         "factorSeries": "cn-fuel-diesel", "document": "%s"}
        """
        .formatted(document);
  }
}
