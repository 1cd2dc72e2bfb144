package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.journal.Hash;

/** Activities that no meter reads: entered by one person, approved by another, never edited. */
final class EntriesOverHttpTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final String ENTRIES = Office.SITE + "/entries";

  @TempDir Path folder;
  private HttpFixture server;
  private Office office;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    office = new Office(server);
    server.pushQuarter(START);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anEntryIsHeldAsItWasSaidAndWaitsForASecondPerson() {
    String bill = office.document("bill");

    JsonNode entry = office.did("wang.li", ENTRIES, leased("0.125", "MWh", bill));

    assertThat(entry.path("id").asText()).isEqualTo("E-1");
    assertThat(entry.path("amount").asText()).isEqualTo("0.125");
    assertThat(entry.path("unit").asText()).isEqualTo("MWh");
    assertThat(entry.path("scope").asInt()).isEqualTo(3);
    assertThat(entry.path("status").asText()).isEqualTo("entered");
    assertThat(server.json(ENTRIES + "/E-1")).isEqualTo(entry);
  }

  @Test
  void theSecondPersonIsAnother() {
    String id = office.entered("wang.li", leased("10", "kWh", office.document("bill")));

    JsonNode problem =
        Office.refused(
            office.post("wang.li", ENTRIES + "/" + id + "/approval", ""), 409, "same-person");
    JsonNode approved = office.approved("chen.mei", id);

    assertThat(problem.path("detail").asText()).contains("E-1", "another person than wang.li");
    assertThat(approved.path("status").asText()).isEqualTo("approved");
    assertThat(approved.path("judgedBy").asText()).isEqualTo("chen.mei");
    Office.refused(
        office.post("zhao.an", ENTRIES + "/" + id + "/approval", ""), 409, "already-judged");
  }

  @Test
  void anEntryWithoutADocumentIsNotApproved() {
    String id = office.entered("wang.li", leased("10", "kWh", null));

    HttpResponse<String> answer = office.post("chen.mei", ENTRIES + "/" + id + "/approval", "");

    Office.refused(answer, 409, "document-missing");
    assertThat(server.json(ENTRIES + "/" + id).path("status").asText()).isEqualTo("entered");
  }

  @Test
  void aRejectionSaysWhyAndStands() {
    String id = office.entered("wang.li", leased("10", "kWh", office.document("bill")));

    Office.refused(
        office.post("chen.mei", ENTRIES + "/" + id + "/rejection", "{}"), 422, "reason-missing");
    JsonNode rejected =
        office.did("chen.mei", ENTRIES + "/" + id + "/rejection", "{\"reason\":\"wrong month\"}");

    assertThat(rejected.path("status").asText()).isEqualTo("rejected");
    assertThat(rejected.path("rejection").asText()).isEqualTo("wrong month");
    Office.refused(
        office.post("chen.mei", ENTRIES + "/" + id + "/approval", ""), 409, "already-judged");
  }

  @Test
  void aCorrectionReplacesTheOldEntryOnceItIsApproved() {
    String bill = office.document("bill");
    String old = office.entered("wang.li", leased("10", "kWh", bill));
    office.approved("chen.mei", old);

    String correction = office.entered("wang.li", correcting(old, "12", bill));
    String before = server.json(ENTRIES + "/" + old).path("status").asText();
    office.approved("chen.mei", correction);

    JsonNode after = server.json(ENTRIES + "/" + old);
    assertThat(before).isEqualTo("approved");
    assertThat(after.path("status").asText()).isEqualTo("corrected");
    assertThat(after.path("correctedBy").asText()).isEqualTo(correction);
    assertThat(after.path("amount").asText()).isEqualTo("10");
    JsonNode problem =
        Office.refused(
            office.post("wang.li", ENTRIES, correcting(old, "13", bill)), 422, "invalid-entry");
    assertThat(problem.at("/faults/0/column").asText()).isEqualTo("corrects");
    assertThat(problem.at("/faults/0/value").asText()).isEqualTo("E-1 is corrected");
  }

  @Test
  void ofTwoCorrectionsOfOneEntryOnlyOneIsApproved() {
    String bill = office.document("bill");
    String old = office.entered("wang.li", leased("10", "kWh", bill));
    String one = office.entered("wang.li", correcting(old, "11", bill));
    String other = office.entered("wang.li", correcting(old, "12", bill));

    office.approved("chen.mei", one);
    HttpResponse<String> second = office.post("chen.mei", ENTRIES + "/" + other + "/approval", "");

    Office.refused(second, 409, "already-corrected");
    Office.refused(
        office.post("chen.mei", ENTRIES + "/" + old + "/approval", ""), 409, "already-judged");
  }

  @Test
  void theSameBillIsNotEnteredTwice() {
    String bill = office.document("bill");
    office.entered("wang.li", leased("10", "kWh", bill));

    HttpResponse<String> again = office.post("zhao.an", ENTRIES, leased("0.01", "MWh", bill));

    JsonNode problem = Office.refused(again, 422, "invalid-entry");
    assertThat(problem.at("/faults/0/value").asText()).isEqualTo("E-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "category|electrcity|one of stationary-combustion, mobile-combustion",
        "from|2025-02-30|a day such as 2025-06-30",
        "to|2025-01-01|the day after the last one, later than 2025-01-01",
        "amount|-1|a number of 0 or more",
        "amount|1e3|a number of 0 or more",
        "amount|0.0001|a whole number of Wh",
        "unit|kwh|one of Wh, kWh, MWh",
        "unit|L|a unit of Wh, for which the factors of cn-national-average are",
        "factorSeries|cn-national|a factor series of the library",
        "document|abc|the SHA-256 of a document, 64 hex digits",
        "document|0000000000000000000000000000000000000000000000000000000000000000"
            + "|a document that was sent before",
        "corrects|12|the id of an entry such as E-12",
        "corrects|E-99|an entry that is entered or approved",
        "subject|''|a value",
        "amont|5|one of category, subject",
      })
  void aWrongFieldIsNamedWithItsValueAndWhatWasExpected(
      String field, String value, String expected) {
    Map<String, String> fields = new java.util.HashMap<>();
    fields.put("category", "upstream-leased-assets");
    fields.put("subject", "office");
    fields.put("from", "2025-01-01");
    fields.put("to", "2025-02-01");
    fields.put("amount", "5");
    fields.put("unit", "kWh");
    fields.put("factorSeries", "cn-national-average");
    fields.put(field, value);
    if (field.equals("corrects")) {
      fields.put("reason", "a slip");
    }

    JsonNode problem =
        Office.refused(office.post("wang.li", ENTRIES, json(fields)), 422, "invalid-entry");

    JsonNode fault = problem.at("/faults/0");
    assertThat(fault.path("column").asText()).isEqualTo(field);
    assertThat(fault.path("expected").asText()).startsWith(expected);
    assertThat(server.json(ENTRIES).path("entries")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Wang", "a b", "''", "ä"})
  void whoWritesNamesThemself(String name) {
    HttpResponse<String> answer =
        name.chars().allMatch(c -> c < 128)
            ? office.post(name, ENTRIES, leased("1", "kWh", null))
            : server.post(ENTRIES, "application/json", "{}".getBytes(StandardCharsets.UTF_8));

    JsonNode problem = Office.refused(answer, 400, "person-missing");
    assertThat(problem.path("detail").asText()).startsWith("header Zerofactory-Person: expected");
  }

  @ParameterizedTest
  @CsvSource({
    "[],400,invalid-json",
    "{,400,invalid-json",
    "'{\"amount\":1,\"amount\":2}',400,invalid-json",
    "'{\"amount\":[1]}',422,invalid-entry"
  })
  void whatIsNoObjectIsRefused(String body, int status, String code) {
    Office.refused(office.post("wang.li", ENTRIES, body), status, code);
  }

  @Test
  void anUnknownSiteHasNoEntries() {
    HttpResponse<String> answer =
        office.post("wang.li", "/api/v1/sites/nowhere/entries", leased("1", "kWh", null));

    Office.refused(answer, 404, "unknown-site");
    Office.refused(server.get(ENTRIES + "/E-7"), 404, "unknown-entry");
  }

  @Test
  void theListIsFilteredAndComesInPages() {
    String bill = office.document("bill");
    for (int i = 1; i <= 5; i++) {
      office.entered("wang.li", leased(String.valueOf(i), "kWh", bill));
    }
    office.approved("chen.mei", "E-2");

    JsonNode page = server.json(ENTRIES + "?limit=2&after=1");

    assertThat(page.at("/entries/0/id").asText()).isEqualTo("E-2");
    assertThat(page.path("entries")).hasSize(2);
    assertThat(page.path("next").asLong()).isEqualTo(3);
    assertThat(server.json(ENTRIES + "?status=approved").path("entries")).hasSize(1);
    assertThat(server.json(ENTRIES + "?category=waste").path("entries")).isEmpty();
    assertThat(server.json(ENTRIES + "?from=2025-02-01").path("entries")).isEmpty();
    assertThat(server.json(ENTRIES + "?from=2025-01-31&to=2025-02-01").path("entries")).hasSize(5);
    Office.refused(server.get(ENTRIES + "?status=done"), 400, "invalid-parameter");
    Office.refused(server.get(ENTRIES + "?from=today"), 400, "invalid-parameter");
  }

  @Test
  void ofManyApprovalsAtOnceOneIsHeld() {
    String id = office.entered("wang.li", leased("10", "kWh", office.document("bill")));

    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            office
                                .post("person-" + i, ENTRIES + "/" + id + "/approval", "")
                                .statusCode()))
            .toList();
    List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();

    assertThat(statuses).containsOnlyOnce(200);
    // 503: more bodies at once than are taken in; its sender comes again
    assertThat(statuses).allMatch(status -> status == 200 || status == 409 || status == 503);
    JsonNode records = server.json("/api/v1/audit?site=plant").path("records");
    assertThat(actions(records)).containsOnlyOnce("entry-approved");
  }

  @Test
  void everyStepIsInTheTrailAndItsChainHolds() {
    String id = office.entered("wang.li", leased("10", "kWh", office.document("bill")));
    office.approved("chen.mei", id);

    JsonNode records = server.json("/api/v1/audit").path("records");

    assertThat(actions(records))
        .containsExactly("document-kept", "entry-entered", "entry-approved");
    JsonNode approval = records.get(2).path("record");
    assertThat(approval.path("person").asText()).isEqualTo("chen.mei");
    assertThat(approval.at("/before/status").asText()).isEqualTo("entered");
    assertThat(approval.at("/after/status").asText()).isEqualTo("approved");
    String previous = Hash.ZERO.hex();
    for (JsonNode record : records) {
      assertThat(record.at("/record/previous").asText()).isEqualTo(previous);
      previous = record.path("hash").asText();
    }
    // the record is canonical JSON: its bytes in the answer are those that are hashed
    String body = server.get("/api/v1/audit?after=2").body();
    String line = body.substring(body.indexOf("\"record\":") + 9, body.length() - 3);
    assertThat(Hash.of(line.getBytes(StandardCharsets.UTF_8)).hex()).isEqualTo(previous);
  }

  @Test
  void whatWasHeldIsThereAfterARestart() {
    String bill = office.document("bill");
    String id = office.entered("wang.li", leased("10", "kWh", bill));
    office.approved("chen.mei", id);
    String entries = server.get(ENTRIES).body();
    String trail = server.get("/api/v1/audit").body();

    server.close();
    server = new HttpFixture(folder);

    assertThat(server.get(ENTRIES).body()).isEqualTo(entries);
    assertThat(server.get("/api/v1/audit").body()).isEqualTo(trail);
    assertThat(server.get("/api/v1/documents/" + bill).body()).isEqualTo("bill");
    assertThat(new Office(server).entered("wang.li", leased("11", "kWh", bill))).isEqualTo("E-2");
  }

  private static List<String> actions(JsonNode records) {
    return records.findValuesAsText("action");
  }

  private static String leased(String amount, String unit, @Nullable String document) {
    return """
        {"category": "upstream-leased-assets", "subject": "office", "description": "January",
         "from": "2025-01-01", "to": "2025-02-01", "amount": %s, "unit": "%s",
         "factorSeries": "cn-national-average", "document": %s}
        """
        .formatted(amount, unit, document == null ? "null" : '"' + document + '"');
  }

  private static String correcting(String old, String amount, String document) {
    String entry = leased(amount, "kWh", document).strip();
    return entry.substring(0, entry.length() - 1)
        + ", \"corrects\": \""
        + old
        + "\", \"reason\": \"read the wrong line\"}";
  }

  private static String json(Map<String, String> fields) {
    return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(fields).toString();
  }
}
